package fr.optam.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.scenario.coverage.CellCoverage;
import fr.optam.scenario.coverage.CoverageText;
import fr.optam.scenario.coverage.CoverageWatch;
import fr.optam.scenario.coverage.TablesCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs every shipped scenario with the shipped rulebook. */
class TheRulebookKeepsItsWordTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Map<List<String>, Engine> ENGINES = new HashMap<>();
    /** Two acts of one id are refused where facts are read, as the catalogue says. */
    private static final String READ_WITH_THE_FACTS = "CONT-DUPACT-010";

    private static final CoverageWatch WATCH =
            new CoverageWatch(table -> !table.file().startsWith("overlays/test-"));

    private static ScenarioReport report;

    @BeforeAll
    static void run_every_scenario() throws IOException {
        report = ScenarioRunner.run(
                HOME.resolve("test-scenarios"), Selection.all(), TheRulebookKeepsItsWordTest::decide);
    }

    private static Decision decide(ScenarioGiven given) {
        try {
            Engine engine = ENGINES.computeIfAbsent(given.overlays(), TheRulebookKeepsItsWordTest::engine);
            PractitionerYear facts = FactsJson.read(given.facts());
            engine.observe(facts, WATCH.scenario(given.name()));
            return engine.decide(facts);
        } catch (fr.optam.cohort.FactsRefused e) {
            throw new FactsRefused(e.problems().stream().map(p -> p.line()).toList());
        }
    }

    private static Engine engine(List<String> overlays) {
        List<Path> folders = overlays.stream()
                .map(name -> Stream.of("decision-tables/overlays/", "test-scenarios/overlays/")
                        .map(folder -> HOME.resolve(folder + name))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow())
                .toList();
        try {
            Engine engine = new Engine(
                    RulebookLoader.load(new RulebookLocation(HOME, folders, HOME.resolve("target/drl-cache"))));
            WATCH.watch(engine.rulebook());
            return engine;
        } catch (RulebookInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_scenario_holds() {
        assertTrue(report.results().size() > 700, "only " + report.results().size() + " scenarios found");
        assertEquals("", report.failures().isEmpty() ? "" : ScenarioText.of(report, true, false, false));
    }

    @Test
    void every_rule_and_row_fires_in_one_scenario_and_is_silent_in_another() {
        Set<String> ids = new TreeSet<>();
        ENGINES.values().forEach(e -> ids.addAll(e.rulebook().rules().keySet()));
        FiringCoverage coverage = FiringCoverage.of(ids, report);
        assertEquals(List.of(), List.copyOf(coverage.neverFired()), "fire in no scenario");
        assertEquals(List.of(), List.copyOf(coverage.neverSilent()), "are silent in no scenario");
    }

    @Test
    void every_condition_cell_is_seen_true_and_false() {
        TablesCoverage coverage = WATCH.coverage();
        assertEquals(
                List.of(),
                coverage.cells().stream()
                        .filter(CellCoverage::lacksASide)
                        .map(c -> c.cell().address() + " " + c.cell().text())
                        .toList(),
                () -> CoverageText.of(coverage, false, false));
        assertTrue(coverage.cells(c -> !c.alone().isEmpty()) >= 300, CoverageText.of(coverage, false, true));
    }

    @Test
    void every_id_of_the_rule_catalogue_is_a_rule_or_row() throws IOException {
        Set<String> rules = ENGINES.get(List.<String>of()).rulebook().rules().keySet();
        try (var in = TheRulebookKeepsItsWordTest.class.getResourceAsStream("catalogue-ids.txt")) {
            List<String> lacking = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(id -> !id.equals(READ_WITH_THE_FACTS))
                    .filter(id -> rules.stream().noneMatch(r -> r.equals(id) || r.startsWith(id + "-")))
                    .toList();
            assertEquals(List.of(), lacking, "ids of the catalogue without rule or row");
        }
    }
}
