package fr.optam.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.Scenarios;
import fr.optam.scenario.Selection;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a decision says of the tables themselves. */
class TableNotesTest {

    @Test
    void nothing_is_said_of_the_shipped_tables_in_any_scenario() throws Exception {
        int seen = 0;
        Engine engine = new Engine(Shipped.base());
        TableNotes notes = new TableNotes(engine);
        for (Scenario scenario : Scenarios.read(Path.of("test-scenarios"), Selection.all())) {
            if (scenario.given().isPresent() && !scenario.statesRefusal()) {
                PractitionerYear facts = read(scenario);
                assertEquals(engine.decide(facts), notes.decide(facts), scenario.name());
                seen++;
            }
        }
        assertTrue(seen > 700, "scenarios: " + seen);
    }

    private static PractitionerYear read(Scenario scenario) {
        try {
            return FactsJson.read(scenario.given().orElseThrow().facts());
        } catch (FactsRefused e) {
            throw new AssertionError(scenario.name(), e);
        }
    }
}
