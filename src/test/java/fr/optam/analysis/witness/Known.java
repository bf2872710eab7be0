package fr.optam.analysis.witness;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the shipped scenarios and the schema, as the search takes them. */
final class Known {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Known() {}

    static Witnesses witnesses(Engine engine, boolean withScenarios) throws IOException {
        return new Witnesses(engine, schema(), Known::read, withScenarios ? scenarios() : List.of());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> schema() throws IOException {
        return JSON.readValue(
                Files.readAllBytes(Path.of("src/main/resources/schema/practitioner-year-1.schema.json")), Map.class);
    }

    static Optional<PractitionerYear> read(Object doc) {
        try {
            return Optional.of(FactsJson.read(CanonicalJson.write(doc)));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> scenarios() throws IOException {
        List<Map<String, Object>> docs = new ArrayList<>();
        Sentence silent = new Sentence("", "");
        Decision nothing = new Decision(
                "",
                2025,
                new RulebookId("", "", List.of()),
                "",
                "",
                silent,
                Confidence.LAW,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ScenarioRunner.run(Path.of("test-scenarios"), Selection.all(), given -> {
            try {
                byte[] canonical = FactsJson.write(FactsJson.read(given.facts()));
                docs.add(JSON.readValue(canonical, Map.class));
            } catch (FactsRefused e) {
                // these say so to the scenarios' own test
            }
            return nothing;
        });
        return docs;
    }
}
