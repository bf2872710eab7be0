package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.engine.Grouping.Whom;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Acts that are grouped for two rulebooks can be decided by both, and one knows when they can't. */
class GroupingPairTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static Grouping exact(String field, Whom whom) {
        TreeMap<String, Whom> fields = new TreeMap<>();
        fields.put(field, whom);
        return new Grouping(fields, List.of(), List.of(), new TreeMap<>());
    }

    private static Grouping since(Whom whom, int month) {
        return new Grouping(
                new TreeMap<>(),
                List.of(new Grouping.Days(whom, List.of(new DayTests.Since(LocalDate.of(2025, month, 1))))),
                List.of(),
                new TreeMap<>());
    }

    private static Grouping at(Whom whom, String... cuts) {
        return new Grouping(
                new TreeMap<>(),
                List.of(),
                List.of(new Grouping.Times(whom, new TreeSet<>(List.of(cuts)))),
                new TreeMap<>());
    }

    private static Whom billed(String letters) {
        return new Whom(false, letters, "");
    }

    private static List<String> lacking(Grouping one, Grouping other) {
        return one.lacking(other, FIRST, LAST);
    }

    @Test
    void a_rulebook_reads_no_more_than_itself() {
        Grouping base = Grouping.of(Shipped.base());
        assertEquals(List.of(), lacking(base, Grouping.of(Shipped.base())));
        assertEquals(base, base.and(base));
    }

    @Test
    void both_rulebooks_read_no_more_than_what_is_fine_enough_for_both() {
        Grouping base = Grouping.of(Shipped.base());
        Grouping guide = Grouping.of(Shipped.guide());
        assertTrue(base.and(guide).covers(base, FIRST, LAST));
        assertTrue(base.and(guide).covers(guide, FIRST, LAST));
        assertEquals(List.of("on"), lacking(base, guide), "the guide changes letters on 2025-07-01");
    }

    @Test
    void what_is_read_of_the_acts_of_one_letter_more_is_lacking_and_called_by_its_field() throws RulebookInvalid {
        Rulebook base = Shipped.base();
        RuleTable table = base.tables().get("modifiers/urgence");
        List<RuleRow> rows = new ArrayList<>(table.rows());
        for (int i = 0; i < rows.size(); i++) {
            RuleRow row = rows.get(i);
            List<ConditionCell> cells = row.conditions().stream()
                    .map(c -> c.column().field().equals("letter") && c.text().equals("P")
                            ? new ConditionCell(c.column(), c.address(), "K", List.of("K"))
                            : c)
                    .toList();
            rows.set(i, new RuleRow(row.id(), row.row(), row.at(), cells, row.actions(), row.citation()));
        }
        Grouping later = Grouping.of(base.with(table.with(rows)));
        assertEquals(List.of("at", "on"), lacking(Grouping.of(base), later));
        assertEquals(List.of(), lacking(Grouping.of(base).and(later), later));
    }

    @Test
    void fields_of_fewer_acts_do_not_cover_those_of_more() {
        assertEquals(List.of("c2s"), lacking(exact("c2s", billed("K")), exact("c2s", billed("KT"))));
        assertEquals(List.of(), lacking(exact("c2s", billed("TK")), exact("c2s", billed("KT"))));
        assertEquals(List.of(), lacking(exact("c2s", Whom.EVERYONE), exact("c2s", billed("KT"))));
        assertEquals(List.of("c2s"), lacking(exact("c2s", billed("K")), exact("c2s", Whom.EVERYONE)));
        assertEquals(
                billed("KT"),
                exact("c2s", billed("K")).and(exact("c2s", billed("T"))).exact().get("c2s"));
    }

    @Test
    void days_are_covered_by_the_same_cuts_or_by_the_day_itself() {
        assertEquals(List.of("on"), lacking(since(Whom.EVERYONE, 3), since(billed("K"), 4)));
        assertEquals(List.of(), lacking(since(Whom.EVERYONE, 4), since(billed("K"), 4)));
        assertEquals(List.of(), lacking(exact("on", billed("K")), since(billed("K"), 4)));
        assertEquals(List.of("on"), lacking(exact("on", billed("K")), since(billed("KT"), 4)));
        assertEquals(List.of(), lacking(since(Whom.EVERYONE, 3), since(Whom.EVERYONE, 1)), "years are always apart");
        Grouping both = since(billed("K"), 3).and(since(billed("T"), 4)).and(since(billed("T"), 3));
        assertTrue(both.covers(since(billed("KT"), 3), FIRST, LAST));
        assertFalse(both.covers(since(billed("KT"), 4), FIRST, LAST));
        assertTrue(both.since(List.of(LocalDate.of(2025, 4, 1))).covers(since(billed("KT"), 4), FIRST, LAST));
    }

    @Test
    void times_are_covered_by_the_same_cuts_or_by_the_time_itself() {
        assertEquals(List.of("at"), lacking(at(Whom.EVERYONE, "08:00"), at(billed("P"), "08:00", "20:00")));
        assertEquals(List.of(), lacking(at(Whom.EVERYONE, "08:00", "20:00"), at(billed("P"), "08:00")));
        assertEquals(List.of(), lacking(exact("at", billed("P")), at(billed("P"), "08:00")));
        assertEquals(
                List.of(),
                lacking(at(billed("P"), "08:00").and(at(billed("P"), "20:00")), at(billed("P"), "08:00", "20:00")));
    }
}
