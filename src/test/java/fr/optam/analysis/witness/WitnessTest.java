package fr.optam.analysis.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts are found for every row of the shipped tables, and say so when they are decided. */
class WitnessTest {
    private static final String ID = "witness-001";
    private static Witnesses base;
    private static Witnesses alone;

    @BeforeAll
    static void begin_with_the_scenarios_or_with_nothing() throws Exception {
        Engine engine = new Engine(Shipped.base());
        base = Known.witnesses(engine, true);
        alone = Known.witnesses(engine, false);
    }

    private static List<String> unreached(Witnesses witnesses, String tables) {
        List<String> unreached = new ArrayList<>();
        Rulebook rulebook = witnesses.engine().rulebook();
        for (RuleTable table : rulebook.tables().values()) {
            for (RuleRow row : table.name().startsWith(tables) ? table.rows() : List.<RuleRow>of()) {
                Witness witness = witnesses.find(Goal.row(table, row.id()), ID);
                if (!(witness instanceof Witness.Found found) || !shows(witnesses, table, row, found)) {
                    unreached.add(row.id());
                }
            }
        }
        return unreached;
    }

    /** Whether the decision of the facts, read anew, holds the row, and the row alone for the fact that is meant. */
    private static boolean shows(Witnesses witnesses, RuleTable table, RuleRow row, Witness.Found found) {
        Decision decision = witnesses.engine().decide(Known.read(found.facts()).orElseThrow());
        List<Boolean> asked = new ArrayList<>();
        witnesses
                .engine()
                .ask(
                        Known.read(found.facts()).orElseThrow(),
                        table,
                        (t, fact) -> asked.add(t.rows().stream()
                                .filter(r -> r.matches(fact))
                                .toList()
                                .equals(List.of(row))));
        return decision.equals(found.decision())
                && decision.practitioner().equals(ID)
                && asked.contains(true)
                && decision.firings().stream().map(Firing::rule).anyMatch(row.id()::equals);
    }

    @Test
    void every_row_of_the_base_alone_applies_to_some_facts() {
        assertEquals(List.of(), unreached(base, ""));
    }

    @Test
    void every_row_under_the_overlay_alone_applies_to_some_facts() throws Exception {
        assertEquals(List.of(), unreached(Known.witnesses(new Engine(Shipped.guide()), true), ""));
    }

    @Test
    void rows_about_sector_and_specialty_are_reached_from_nothing_but_the_rulebook_and_the_schema() {
        assertEquals(List.of(), unreached(alone, "eligibility/"));
    }

    @Test
    void a_figure_between_two_bounds_is_computed_backward() {
        RuleTable table = base.engine().rulebook().tables().get("consequence/prime-bareme");
        BigDecimal low = new BigDecimal("3.371");
        BigDecimal high = new BigDecimal("3.372");
        Wanted narrow = new Wanted.Between(Optional.of(low), true, Optional.of(high), true);
        Witness witness = base.find(new Goal(table, Map.of("gap", narrow), Set.of(), false), ID);
        Witness.Found found = assertInstanceOf(Witness.Found.class, witness);
        BigDecimal gap = (BigDecimal) found.observed().values().get("gap");
        assertTrue(gap.compareTo(low) >= 0 && gap.compareTo(high) <= 0, gap.toString());
    }

    @Test
    void what_no_facts_can_have_is_said_with_the_field_and_the_facts_that_came_nearest() {
        RuleTable table = base.engine().rulebook().tables().get("consequence/recuperation");
        Wanted nothing = new Wanted.Codes(Set.of("NO_SUCH_COMPONENT"));
        Witness witness = base.find(new Goal(table, Map.of("component", nothing), Set.of(), false), ID);
        Witness.Unreached unreached = assertInstanceOf(Witness.Unreached.class, witness);
        assertEquals(List.of("component"), unreached.fields());
        assertTrue(unreached.runs() > 0 && !unreached.nearest().isEmpty());
    }

    @Test
    void facts_that_a_changed_rulebook_answers_otherwise_are_found() throws Exception {
        Engine engine = base.engine();
        RuleTable table = engine.rulebook().tables().get("modifiers/droits");
        RuleRow row = table.row("MODI-K-021").orElseThrow();
        Engine without = engine.with(engine.rulebook()
                .with(table.with(table.rows().stream().filter(r -> r != row).toList())));
        Witness witness = base.distinguish(without, Goal.row(table, row.id()), ID);
        Witness.Found found = assertInstanceOf(Witness.Found.class, witness);
        Decision other = without.decide(Known.read(found.facts()).orElseThrow());
        assertTrue(
                !found.decision().answers().equals(other.answers()),
                found.facts().toString());
    }

    @Test
    void facts_that_no_row_of_a_table_speaks_of_are_found() {
        RuleTable table = base.engine().rulebook().tables().get("modifiers/droits");
        Witness witness = base.find(Goal.gap(table, Map.of("letter", new Wanted.Codes(Set.of("K")))), ID);
        Witness.Found found = assertInstanceOf(Witness.Found.class, witness);
        assertEquals(List.of(), found.rows());
        assertTrue(found.observed().isKnown());
    }

    @Test
    void found_facts_hold_no_list_item_that_is_not_needed() {
        RuleTable table = base.engine().rulebook().tables().get("eligibility/secteurs");
        for (RuleRow row : table.rows()) {
            Witness.Found found = (Witness.Found) base.find(Goal.row(table, row.id()), ID);
            assertEquals(List.of(), found.facts().getOrDefault("acts", List.of()), row.id());
            assertEquals(List.of(), found.facts().getOrDefault("events", List.of()), row.id());
        }
    }

    @Test
    void a_text_of_a_form_is_made() {
        assertEquals("0", Pool.ofForm("^[0-9]$"));
        assertEquals("AAAA000", Pool.ofForm("^[A-Z]{4}[0-9]{3}$"));
        assertEquals("2000-Q1", Pool.ofForm("^20[0-9]{2}-Q[1-4]$"));
        assertEquals("01", Pool.ofForm("^(0[1-9]|[1-8][0-9])$"));
    }
}
