package fr.optam.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedScenariosTest {
    private static final Path ROOT = Path.of("test-scenarios");

    @Test
    void every_shipped_scenario_is_whole_and_gives_the_facts_of_one_practitioner_year() throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> odd = new ArrayList<>();
        ScenarioReport report = ScenarioRunner.run(ROOT, Selection.all(), given -> {
            JsonNode facts = json.readTree(new String(given.facts(), StandardCharsets.UTF_8));
            boolean whole = facts.path("schema").asString("").equals("optam/practitioner-year/1")
                    && facts.path("year").isInt()
                    && facts.path("practitioner").path("id").isString();
            if (!whole) {
                odd.add(given.name());
            }
            return Decisions.reducedPrime();
        });
        List<String> errors = report.results().stream()
                .filter(result -> !result.error().isEmpty())
                .map(result -> result.name() + ": " + result.error())
                .toList();
        assertEquals(List.of(), errors);
        assertEquals(List.of(), odd);
        assertTrue(report.results().size() >= 600);
    }
}
