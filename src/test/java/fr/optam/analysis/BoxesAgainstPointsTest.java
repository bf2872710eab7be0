package fr.optam.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the boxes say is what trying every value says, on thousands of random tables. */
class BoxesAgainstPointsTest {
    private static final int TABLES = 2500;

    @Test
    void boxes_and_points_agree_in_every_kind_of_finding() {
        Map<FindingKind, Integer> met = new EnumMap<>(FindingKind.class);
        for (long seed = 1; seed <= TABLES; seed++) {
            RandomTable random = new RandomTable(seed);
            PointByPoint points = new PointByPoint(random);
            List<TableFinding> findings = random.findings();
            findings.forEach(f -> met.merge(f.kind(), 1, Integer::sum));
            String where = "table of seed " + seed;
            gaps(where, points, findings);
            rows(where, random, points, findings);
            idle(where, random, points, findings);
            assertEquals(points.needless(), needless(findings), where);
            findings.stream().filter(TableFinding::canBeShown).forEach(f -> sample(where, random, points, f));
        }
        for (FindingKind kind : List.of(
                FindingKind.GAP,
                FindingKind.CONFLICT,
                FindingKind.DUPLICATE,
                FindingKind.SUBSUMED,
                FindingKind.MASKED,
                FindingKind.EMPTY_ROW,
                FindingKind.MERGEABLE,
                FindingKind.COLUMN_IDLE,
                FindingKind.INTENT_UNUSED)) {
            assertTrue(met.getOrDefault(kind, 0) > 50, kind + " hardly ever met: " + met);
        }
    }

    private static List<TableFinding> of(List<TableFinding> findings, FindingKind kind) {
        return findings.stream().filter(f -> f.kind() == kind).toList();
    }

    private static Set<String> needless(List<TableFinding> findings) {
        Set<String> places = new TreeSet<>();
        of(findings, FindingKind.INTENT_UNUSED).forEach(f -> places.add(f.place()));
        return places;
    }

    private static void gaps(String where, PointByPoint points, List<TableFinding> findings) {
        Set<Integer> found = new TreeSet<>();
        for (TableFinding gap : of(findings, FindingKind.GAP)) {
            for (int p = 0; p < points.points.size(); p++) {
                if (gap.region().holds(points.points.get(p)::get)) {
                    assertTrue(found.add(p), where + ": two gaps share a point");
                }
            }
        }
        assertEquals(points.gaps(), found, where);
    }

    private static void rows(String where, RandomTable random, PointByPoint points, List<TableFinding> findings) {
        Map<Integer, Integer> inside = new HashMap<>();
        Map<Integer, String> lines = points.lines(inside);
        Map<Integer, String> said = new TreeMap<>();
        List<RuleRow> rows = random.table.rows();
        for (TableFinding f : findings) {
            if (List.of(FindingKind.EMPTY_ROW, FindingKind.SUBSUMED, FindingKind.MASKED)
                    .contains(f.kind())) {
                int row = Integer.parseInt(f.place().substring("Table!A".length())) - 10;
                said.put(row, f.kind().name());
            }
        }
        assertEquals(new TreeMap<>(lines), said, where);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Set<Integer> both = points.undeclared(i, j);
                boolean told = Integer.valueOf(j).equals(inside.get(i))
                        || Integer.valueOf(i).equals(inside.get(j));
                List<String> ids = List.of(rows.get(i).id(), rows.get(j).id());
                FindingKind kind = points.same(i, j) ? FindingKind.DUPLICATE : FindingKind.CONFLICT;
                long pairs = findings.stream()
                        .filter(f -> f.kind() == kind && f.rows().equals(ids))
                        .peek(f -> within(where, points, both, f))
                        .count();
                assertEquals(both.isEmpty() || told ? 0 : 1, pairs, where + " " + ids);
            }
        }
        merges(where, random, points, findings);
    }

    private static void within(String where, PointByPoint points, Set<Integer> both, TableFinding finding) {
        for (int p = 0; p < points.points.size(); p++) {
            if (finding.region().holds(points.points.get(p)::get)) {
                assertTrue(both.contains(p), where + ": " + finding + " at " + points.points.get(p));
            }
        }
    }

    /** Rows said to be one box are one; two rows that agree and together are a box are said to be. */
    private static void merges(String where, RandomTable random, PointByPoint points, List<TableFinding> findings) {
        List<TableFinding> merges = of(findings, FindingKind.MERGEABLE);
        RandomTable free = random;
        for (TableFinding merge : merges) {
            Set<Map<String, Object>> union = new HashSet<>();
            merge.rows()
                    .forEach(id ->
                            union.addAll(WholeGrid.of(free, free.table.row(id).orElseThrow())));
            assertTrue(WholeGrid.isRow(random, union), where + ": " + merge.rows() + " is no box");
        }
        List<RuleRow> rows = random.table.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (reached(points, rows.get(i))
                        && reached(points, rows.get(j))
                        && WholeGrid.mergeable(random, rows.get(i), rows.get(j), points.same(i, j))) {
                    List<String> ids = List.of(rows.get(i).id(), rows.get(j).id());
                    assertTrue(
                            merges.stream().anyMatch(m -> m.rows().containsAll(ids)),
                            where + ": " + ids + " could be one");
                }
            }
        }
    }

    private static boolean reached(PointByPoint points, RuleRow row) {
        return points.points.stream().anyMatch(p -> PointByPoint.matches(row, p));
    }

    private static void idle(String where, RandomTable random, PointByPoint points, List<TableFinding> findings) {
        Set<String> said = new TreeSet<>();
        for (TableFinding f : of(findings, FindingKind.COLUMN_IDLE)) {
            random.table.conditions().stream()
                    .filter(c -> f.place().equals("Table!" + fr.optam.rulebook.xlsx.Cell.address(9, c.number())))
                    .forEach(c -> said.add(c.field()));
        }
        assertEquals(points.idle(), said, where);
    }

    private static void sample(String where, RandomTable random, PointByPoint points, TableFinding finding) {
        Map<String, Object> sample = new HashMap<>(finding.region().sample());
        random.values.keySet().forEach(f -> sample.putIfAbsent(f, null));
        assertTrue(points.possible(sample), where + ": " + finding);
        assertTrue(finding.region().holds(sample::get), where + ": " + finding);
        for (Choice limit : finding.region().limits()) {
            List<Object> values = new ArrayList<>(limit.samples());
            values.addAll(limit.empty() ? Collections.singletonList(null) : List.of());
            for (Object value : values) {
                assertTrue(
                        points.points.stream()
                                .anyMatch(p -> Objects.equals(value, p.get(limit.field()))
                                        && finding.region().holds(p::get)),
                        where + ": no facts reach " + limit.field() + " = " + value + " in " + finding);
            }
        }
        List<String> matching = random.table.rows().stream()
                .filter(r -> PointByPoint.matches(r, sample))
                .map(RuleRow::id)
                .toList();
        assertEquals(matching, finding.matching(), where + ": " + finding);
        assertTrue(matching.containsAll(finding.rows()) || finding.rows().size() > 2, where + ": " + finding);
    }
}
