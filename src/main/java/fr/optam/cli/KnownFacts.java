package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.Scenarios;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Facts as maps and lists: those of scenarios, to begin a search with, and what facts may look like. */
final class KnownFacts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KnownFacts() {}

    /** The JSON Schema of a practitioner-year. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> schema() throws IOException {
        try (InputStream in = KnownFacts.class.getResourceAsStream("/schema/practitioner-year-1.schema.json")) {
            return JSON.readValue(in.readAllBytes(), Map.class);
        }
    }

    /** Reads facts made of maps and lists; empty if they are refused. */
    static Optional<PractitionerYear> read(Object facts) {
        try {
            return Optional.of(FactsJson.read(CanonicalJson.write(facts)));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    /** The facts of the scenarios beside a rulebook, else of the checkout; none if there are none. */
    static List<Map<String, Object>> ofScenarios(RulebookOptions rulebook) throws IOException {
        Path beside = rulebook.root().resolve("test-scenarios");
        Path folder = Files.isDirectory(beside) ? beside : Home.checkout().resolve("test-scenarios");
        List<Map<String, Object>> facts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Scenario scenario : Scenarios.read(folder, Selection.all())) {
                scenario.given().flatMap(g -> canonical(g.facts())).ifPresent(facts::add);
            }
        }
        return facts;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> canonical(byte[] facts) {
        try {
            return Optional.of(JSON.readValue(FactsJson.write(FactsJson.read(facts)), Map.class));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    /** Facts as a person reads them: one value a line, in the order in which they are given. */
    static byte[] pretty(Object facts) {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(facts);
        return (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
