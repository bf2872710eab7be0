package fr.optam.analysis.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.analysis.FindingKind;
import fr.optam.analysis.TableAnalysis;
import fr.optam.analysis.TableFinding;
import fr.optam.analysis.TableNotes;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of the shipped tables taken out or widened: facts are found for each finding, and their decision shows it. */
class SeededFindingsTest {
    private static final long SEED = 20250630;
    private static Engine engine;
    private static Witnesses shipped;

    private final Map<FindingKind, Integer> seen = new TreeMap<>();
    private final List<String> unshown = new ArrayList<>();
    private final List<String> unreached = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        engine = new Engine(Shipped.base());
        shipped = Known.witnesses(engine, true);
    }

    /** A few rows of a table, of the first, the middle and the last; all rows were tried when this was written. */
    private static List<RuleRow> some(RuleTable table) {
        List<RuleRow> rows = table.rows();
        return rows.stream()
                .filter(r -> rows.indexOf(r) % 9 == 1 || rows.indexOf(r) == rows.size() - 1)
                .toList();
    }

    private void look(RuleTable changed, String what) throws Exception {
        Rulebook rulebook = engine.rulebook().with(changed);
        List<TableFinding> findings = TableAnalysis.of(rulebook).stream()
                .filter(f -> f.canBeShown() && f.table().equals(changed.name()))
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        Engine other = engine.with(rulebook);
        Witnesses witnesses = shipped.with(other);
        for (TableFinding finding : findings.subList(0, Math.min(3, findings.size()))) {
            seen.merge(finding.kind(), 1, Integer::sum);
            Goal goal = Goals.of(rulebook, finding).orElseThrow();
            if (witnesses.find(goal, "witness-001") instanceof Witness.Found found) {
                PractitionerYear facts = Known.read(found.facts()).orElseThrow();
                Decision decision = new TableNotes(other).decide(facts);
                if (!shows(finding, found, decision)) {
                    unshown.add(what + ": " + finding.message().en() + " " + found.facts());
                }
            } else {
                unreached.add(what + ": " + finding.message().en());
            }
        }
    }

    private static boolean shows(TableFinding finding, Witness.Found found, Decision decision) {
        Set<String> problems = decision.problems().stream()
                .filter(p -> p.sentence().en().contains(finding.table()))
                .map(p -> p.code())
                .collect(Collectors.toSet());
        Set<String> fired = decision.firings().stream().map(Firing::rule).collect(Collectors.toSet());
        Set<String> rows = new TreeSet<>(finding.rows());
        rows.retainAll(finding.matching());
        boolean region = finding.region().holds(found.observed().values()::get);
        return switch (finding.kind()) {
            case GAP -> region && found.rows().isEmpty() && problems.contains("NO_ROW");
            case CONFLICT, MASKED -> region && fired.containsAll(rows) && problems.contains("ROWS_DISAGREE");
            default -> region && fired.containsAll(rows) && rows.size() > 1;
        };
    }

    @Test
    void a_row_taken_out_leaves_a_gap_that_facts_show() throws Exception {
        for (RuleTable table : engine.rulebook().tables().values()) {
            for (RuleRow row : some(table)) {
                List<RuleRow> others = new ArrayList<>(table.rows());
                others.remove(row);
                look(table.with(others), "without " + row.id());
            }
        }
        assertEquals(List.of(), unshown, "seed " + SEED);
        assertEquals(List.of(), unreached, "seed " + SEED);
        assertTrue(seen.getOrDefault(FindingKind.GAP, 0) > 7, seen.toString());
    }

    @Test
    void a_row_without_one_of_its_conditions_overlaps_others_as_facts_show() throws Exception {
        Random random = new Random(SEED);
        for (RuleTable table : engine.rulebook().tables().values()) {
            for (RuleRow row : some(table)) {
                if (row.conditions().size() > 1) {
                    look(widened(table, row, random.nextInt(row.conditions().size())), "wider " + row.id());
                }
            }
        }
        assertEquals(List.of(), unshown, "seed " + SEED);
        assertEquals(List.of(), unreached, "seed " + SEED);
        assertTrue(seen.size() > 2, seen.toString());
    }

    private static RuleTable widened(RuleTable table, RuleRow row, int dropped) throws RulebookInvalid {
        List<ConditionCell> left = new ArrayList<>(row.conditions());
        left.remove(dropped);
        RuleRow wider = new RuleRow(row.id(), row.row(), row.at(), left, row.actions(), row.citation());
        return table.with(table.rows().stream().map(r -> r == row ? wider : r).toList());
    }
}
