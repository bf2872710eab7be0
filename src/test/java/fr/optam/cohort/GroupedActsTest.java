package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts that the rules can't tell apart are decided as one, and every act gets the answers that it would get alone. */
class GroupedActsTest {
    @TempDir
    Path root;

    @Test
    void the_shipped_rulebook_says_the_same_of_groups_as_of_each_line() throws Exception {
        same(Shipped.base(), 7);
    }

    @Test
    void so_does_the_overlay() throws Exception {
        same(Shipped.guide(), 8);
    }

    @Test
    void so_does_a_rulebook_with_more_holidays_and_a_list_that_changes_within_the_year() throws Exception {
        same(edited(), 9);
    }

    @Test
    void so_does_a_rulebook_whose_night_begins_at_another_time() throws Exception {
        same(withNightFrom("19:59"), 10);
    }

    @Test
    void a_list_that_changes_within_the_year_tells_acts_before_and_after_apart() throws Exception {
        assertFalse(tellsApart(Grouping.of(Shipped.base())));
        assertTrue(tellsApart(Grouping.of(edited())));
    }

    private static boolean tellsApart(Grouping grouping) {
        return grouping.days().stream()
                .filter(d -> d.whom().all())
                .map(d -> d.classes(LocalDate.of(2025, 6, 15), LocalDate.of(2025, 6, 16)))
                .anyMatch(c -> c[0] != c[1]);
    }

    @Test
    void acts_without_letters_have_no_time_and_stand_for_a_stretch_of_days() throws Exception {
        CohortFolder folder = new RandomActs(4).folder(root, 2, 100);
        List<Act> acts = read(folder, Optional.of(Grouping.of(Shipped.base()))).stream()
                .flatMap(y -> y.acts().orElseThrow().stream())
                .filter(a -> a.modifiers().equals(Optional.of("")))
                .toList();
        assertTrue(acts.stream().allMatch(a -> a.at().isEmpty() && a.until().isPresent()));
        assertTrue(acts.stream()
                .anyMatch(a -> a.on().equals(LocalDate.of(2025, 1, 1))
                        && a.until().equals(Optional.of(LocalDate.of(2025, 12, 31)))));
    }

    private void same(Rulebook rulebook, long seed) throws Exception {
        CohortFolder folder = new RandomActs(seed).folder(root, 12, 60);
        Engine engine = new Engine(rulebook);
        List<PractitionerYear> lines = read(folder, Optional.empty());
        List<PractitionerYear> groups = read(folder, Optional.of(Grouping.of(rulebook)));
        long fewer = 0;
        for (int i = 0; i < lines.size(); i++) {
            PractitionerYear line = oneByOne(lines.get(i));
            PractitionerYear group = groups.get(i);
            Map<String, String> names = new HashMap<>();
            group.acts().orElseThrow().forEach(a -> a.ids()
                    .forEach(id -> names.put(id, a.ids().get(0))));
            fewer += names.size() - group.acts().orElseThrow().size();
            SortedSet<String> alone =
                    said(engine.decideAll(List.of(line), Detail.PROVEN).get(0), names);
            SortedSet<String> together =
                    said(engine.decideAll(List.of(group), Detail.PROVEN).get(0), names);
            SortedSet<String> both = new TreeSet<>(alone);
            both.retainAll(together);
            alone.removeAll(both);
            together.removeAll(both);
            assertEquals(
                    alone, together, "seed " + seed + ", " + line.practitioner().id());
        }
        assertTrue(fewer > 100, fewer + " lines fewer");
    }

    private List<PractitionerYear> read(CohortFolder folder, Optional<Grouping> grouping) throws Exception {
        CohortRequest request = folder.request();
        List<PractitionerYear> years = new ArrayList<>();
        try (Cohort cohort = NeutralCohort.open(grouping.map(request::grouped).orElse(request))) {
            cohort.forEach(years::add);
        }
        return years;
    }

    private static PractitionerYear oneByOne(PractitionerYear y) {
        return new PractitionerYear(
                y.year(),
                y.practitioner(),
                y.request(),
                y.memberships(),
                y.activity(),
                y.acts().map(acts -> acts.stream()
                        .flatMap(a -> a.ids().stream().map(id -> a.of(List.of(id), 1)))
                        .toList()),
                y.tariffRises(),
                y.events(),
                y.paid(),
                y.notes());
    }

    /** Everything that is said, of an act by the name of its group. */
    private static SortedSet<String> said(Decision decision, Map<String, String> names) {
        SortedSet<String> said = new TreeSet<>();
        said.add(decision.outcome() + " " + decision.confidence() + " " + paths(decision.missing()));
        for (Answer a : decision.answers()) {
            String[] question = a.question().split(":", -1);
            if (question.length > 1) {
                question[1] = names.getOrDefault(question[1], question[1]);
            }
            said.add(
                    String.join(":", question) + " " + a.verdict() + " " + a.reason() + " " + a.value() + " " + a.unit()
                            + " " + a.amount() + " " + a.confidence() + " " + a.details() + " " + paths(a.missing()));
        }
        for (Problem p : decision.problems()) {
            Set<String> acts = new HashSet<>();
            p.acts().forEach(id -> acts.add(names.getOrDefault(id, id)));
            said.add(p.code() + " " + new TreeSet<>(acts) + " " + p.amount() + " " + p.rule());
        }
        return said;
    }

    /** Of several acts that lack a fact one is named; which one, groups may tell otherwise. */
    private static SortedSet<String> paths(List<String> paths) {
        SortedSet<String> seen = new TreeSet<>();
        paths.forEach(path -> seen.add(path.replaceFirst("^acts[.][^.]+", "acts")));
        return seen;
    }

    /** With a holiday on 15 June, and associations that are listed anew from the day after. */
    private static Rulebook edited() throws Exception {
        Rulebook base = Shipped.base();
        PlainTable holidays = base.list("reference/jours-feries").orElseThrow();
        List<PlainRow> days = new ArrayList<>(holidays.rows());
        PlainRow one = days.get(0);
        Map<String, Object> values = new HashMap<>(one.values());
        values.put("day", LocalDate.of(2025, 6, 16));
        days.add(new PlainRow("TEST-1", one.table(), one.at(), one.row(), values, one.columns(), one.citation()));
        PlainTable associations = base.list("reference/associations").orElseThrow();
        List<PlainRow> rows = new ArrayList<>();
        for (PlainRow row : associations.rows()) {
            rows.add(valid(row, row.id(), row.citation().from(), Optional.of(LocalDate.of(2025, 6, 15))));
            rows.add(valid(row, row.id() + "-NEXT", Optional.of(LocalDate.of(2025, 6, 16)), Optional.empty()));
        }
        return base.with(holidays.with(days)).with(associations.with(rows));
    }

    private static PlainRow valid(PlainRow row, String id, Optional<LocalDate> from, Optional<LocalDate> to) {
        Citation c = row.citation();
        Citation other = new Citation(c.sources(), c.article(), c.confidence(), from, to, c.note());
        return new PlainRow(id, row.table(), row.at(), row.row(), row.values(), row.columns(), other);
    }

    private static Rulebook withNightFrom(String time) throws Exception {
        RuleTable table = Shipped.base().tables().get("modifiers/urgence");
        List<RuleRow> rows = new ArrayList<>();
        for (RuleRow row : table.rows()) {
            List<ConditionCell> cells = new ArrayList<>();
            for (ConditionCell cell : row.conditions()) {
                cells.add(
                        "20:00".equals(cell.operand())
                                ? new ConditionCell(cell.column(), cell.address(), time, time)
                                : cell);
            }
            rows.add(new RuleRow(row.id(), row.row(), row.at(), cells, row.actions(), row.citation()));
        }
        return Shipped.base().with(table.with(rows));
    }
}
