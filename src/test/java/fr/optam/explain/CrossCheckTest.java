package fr.optam.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both evaluations over every shipped scenario, and an engine that errs. */
class CrossCheckTest {
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
    void an_engine_that_reads_a_cell_wrongly_is_caught_with_both_answers() throws Exception {
        RuleTable table = engine.rulebook().tables().get("eligibility/secteurs");
        List<RuleRow> rows = new ArrayList<>(table.rows());
        rows.remove(0);
        Engine wrong = engine.with(engine.rulebook().with(table.with(rows)));
        CrossCheck check = new CrossCheck(wrong, engine.rulebook().tables().values());
        int caught = 0;
        for (PractitionerYear year : YEARS) {
            Decision checked = check.check(year, wrong.decide(year), Detail.FULL);
            caught += checked.problems().stream()
                            .anyMatch(each -> each.code().equals(Problem.DISAGREEMENT)
                                    && each.sentence()
                                            .en()
                                            .contains(table.rows().get(0).id()))
                    ? 1
                    : 0;
        }
        assertTrue(caught > 100, "caught " + caught);
    }
}
