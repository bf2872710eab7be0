package fr.optam.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decided case that is written down as a scenario holds as soon as it is read again. */
class RecordedScenarioTest {
    @TempDir
    private Path root;

    @Test
    void what_was_recorded_passes_and_gives_the_same_facts() throws Exception {
        Engine engine = new Engine(Shipped.base());
        List<Scenario> shipped = Scenarios.read(Path.of("test-scenarios"), Selection.all());
        for (int i = 0; i < shipped.size(); i += 11) {
            record("c/s" + i, shipped.get(i), engine);
        }
        List<Scenario> recorded = Scenarios.read(root, Selection.all());
        assertTrue(recorded.size() > 50, "recorded: " + recorded.size());
        List<String> lines = recorded.stream()
                .map(s -> s.judge(given -> decide(engine, given)))
                .flatMap(r -> r.lines().stream().map(l -> r.name() + " " + l))
                .toList();
        assertEquals(List.of(), lines);
    }

    private void record(String name, Scenario scenario, Engine engine) throws IOException {
        Optional<PractitionerYear> year = scenario.given().flatMap(RecordedScenarioTest::read);
        if (year.isPresent()) {
            byte[] facts = FactsJson.write(year.get());
            RecordedScenario recorded = RecordedScenario.of(facts, engine.decide(year.get()), List.of(), "");
            Files.createDirectories(root.resolve("c"));
            Files.writeString(root.resolve(name + ".given.yaml"), recorded.given());
            Files.writeString(root.resolve(name + ".expected.yaml"), recorded.expected());
            Scenario again = Scenarios.read(root, new Selection(List.of(name))).get(0);
            assertEquals(List.of(), again.problems());
            assertEquals(
                    year, again.given().flatMap(RecordedScenarioTest::read), () -> name + " of " + scenario.name());
        }
    }

    private static Optional<PractitionerYear> read(ScenarioGiven given) {
        try {
            return Optional.of(FactsJson.read(given.facts()));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    private static Decision decide(Engine engine, ScenarioGiven given) {
        return engine.decide(read(given).orElseThrow());
    }

    @Test
    void a_recorded_scenario_fails_once_the_decision_is_another() throws Exception {
        RecordedScenario recorded = RecordedScenario.of(
                "{\"year\":2017}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Decisions.reducedPrime(),
                List.of("guide-2026"),
                "Une prime « réduite » : \"90 %\".");
        assertEquals("""
                title: "Une prime « réduite » : \\"90 %\\"."
                overlays: ["guide-2026"]
                outcome: NON_COMPLIANT
                answers:
                  prime: { verdict: REDUCED, reason: PRIME_REDUCED, value: "0.9000", amount: "6300.00" }
                problems: [MEAN_PRICE_ABOVE_CAP]
                missing: [tariffRises]
                fires: [PRIM-SHARE-020]
                """, recorded.expected());
        write("x.given.yaml", recorded.given());
        write("x.expected.yaml", recorded.expected().replace("6300.00", "6300.01"));
        assertEquals(
                1,
                Scenarios.read(root, Selection.all())
                        .get(0)
                        .judge(given -> Decisions.reducedPrime())
                        .differences()
                        .size());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
