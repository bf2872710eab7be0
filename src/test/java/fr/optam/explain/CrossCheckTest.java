package fr.optam.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.decision.Sentence;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both evaluations over every shipped scenario, and an engine that errs. */
class CrossCheckTest {
    private static final int EVERY = 3;
    private static final List<PractitionerYear> YEARS = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void read_every_scenario() throws Exception {
        engine = new Engine(Shipped.base());
        Decision nothing = engine.decide(FactsJson.read(
                "{\"schema\":\"optam/practitioner-year/1\",\"year\":2025,\"practitioner\":{\"id\":\"990000001\"}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        ScenarioRunner.run(Path.of("test-scenarios"), Selection.all(), given -> {
            try {
                YEARS.add(FactsJson.read(given.facts()));
            } catch (FactsRefused e) {
                assertFalse(e.problems().isEmpty());
            }
            return nothing;
        });
    }

    @Test
    void both_evaluations_agree_on_every_scenario() {
        CrossCheck check = new CrossCheck(engine);
        assertTrue(YEARS.size() > 700, "scenarios: " + YEARS.size());
        for (PractitionerYear year : YEARS) {
            Decision decision = engine.decide(year);
            Decision checked = check.check(year, decision, Detail.FULL);
            assertSame(decision, checked, () -> checked.problems().toString());
        }
    }

    @Test
    void an_engine_that_lost_a_row_is_caught_with_both_answers() throws Exception {
        caught("eligibility/secteurs", 30, rows -> rows.remove(0));
    }

    @Test
    void an_engine_that_reads_a_bound_as_past_and_not_at_it_is_caught() throws Exception {
        caught(
                "consequence/prime-bareme",
                1,
                rows -> rows.replaceAll(row -> with(
                        row,
                        row.conditions().stream().map(CrossCheckTest::shifted).toList(),
                        row.actions())));
    }

    @Test
    void an_engine_that_applies_a_row_of_which_a_condition_fails_is_caught() throws Exception {
        caught(
                "eligibility/secteurs",
                20,
                rows -> rows.set(
                        0,
                        with(
                                rows.get(0),
                                rows.get(0).conditions().subList(0, 1),
                                rows.get(0).actions())));
    }

    @Test
    void an_engine_that_concludes_another_value_is_caught() throws Exception {
        caught(
                "consequence/prime-bareme",
                5,
                rows -> rows.replaceAll(row -> with(
                        row,
                        row.conditions(),
                        row.actions().stream()
                                .map(cell -> cell.text().equals("1.0000")
                                        ? new ActionCell(cell.column(), cell.address(), "0.9000")
                                        : cell)
                                .toList())));
    }

    @Test
    void an_engine_with_its_rows_in_another_order_is_no_fault() throws Exception {
        assertEquals(0, count("eligibility/secteurs", Collections::reverse));
    }

    private static RuleRow with(RuleRow row, List<ConditionCell> conditions, List<ActionCell> actions) {
        return new RuleRow(row.id(), row.row(), row.at(), conditions, actions, row.citation());
    }

    /** At least becomes above, at most becomes below. */
    private static ConditionCell shifted(ConditionCell cell) {
        ConditionColumn column = cell.column();
        fr.optam.fact.flat.Test test =
                switch (column.test()) {
                    case AT_LEAST -> fr.optam.fact.flat.Test.ABOVE;
                    case AT_MOST -> fr.optam.fact.flat.Test.BELOW;
                    default -> column.test();
                };
        return new ConditionCell(
                new ConditionColumn(column.number(), column.header(), column.field(), test),
                cell.address(),
                cell.text(),
                cell.operand());
    }

    private static void caught(String name, int least, Consumer<List<RuleRow>> fault) throws Exception {
        int caught = count(name, fault);
        assertTrue(caught >= least, "caught " + caught);
    }

    /** Of how many decisions an engine with a fault in one table is told by its rows. */
    private static int count(String name, Consumer<List<RuleRow>> fault) throws Exception {
        RuleTable table = engine.rulebook().tables().get(name);
        List<RuleRow> rows = new ArrayList<>(table.rows());
        fault.accept(rows);
        Engine wrong = engine.with(engine.rulebook().with(table.with(rows)));
        CrossCheck check = new CrossCheck(wrong, engine.rulebook().tables().values());
        int caught = 0;
        for (int i = 0; i < YEARS.size(); i += EVERY) {
            List<Sentence> disagreements = new ArrayList<>();
            wrong.observe(YEARS.get(i), check.beside((t, fact) -> {}, disagreements), Detail.NONE);
            if (!disagreements.isEmpty() && caught++ == 0) {
                Decision told = check.check(YEARS.get(i), wrong.decide(YEARS.get(i)), Detail.FULL);
                assertTrue(told.problems().stream()
                        .anyMatch(each -> each.code().equals(Problem.DISAGREEMENT)
                                && each.sentence().en().contains(name)));
            }
        }
        return caught;
    }
}
