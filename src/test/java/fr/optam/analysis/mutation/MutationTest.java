package fr.optam.analysis.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.analysis.witness.Witnesses;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.run.CanonicalJson;
import fr.optam.scenario.Scenario;
import fr.optam.scenario.Scenarios;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What mutation testing says of a table is true. */
class MutationTest {
    private static final String SCALE = "consequence/prime-bareme";
    private static final Path SCHEMA = Path.of("src/main/resources/schema/practitioner-year-1.schema.json");
    private static Engine engine;
    private static List<Trial> trials;

    @BeforeAll
    static void read() throws IOException, RulebookInvalid, FactsRefused {
        engine = new Engine(Shipped.base());
        trials = trials("prime");
    }

    private static List<Trial> trials(String... patterns) throws IOException, FactsRefused {
        List<Trial> all = new ArrayList<>();
        for (Scenario scenario : Scenarios.read(Path.of("test-scenarios"), new Selection(List.of(patterns)))) {
            if (!scenario.statesRefusal()
                    && scenario.given().orElseThrow().overlays().isEmpty()) {
                byte[] facts = scenario.given().get().facts();
                all.add(new Trial(scenario.name(), List.of(), FactsJson.read(facts), d -> scenario.differences(d)
                        .isEmpty()));
            }
        }
        return all;
    }

    private static List<Result> results(List<Trial> with, Predicate<Mutant> wanted, int threads)
            throws RulebookInvalid, InterruptedException {
        return Mutation.prepare(with, Map.of(List.of(), engine), wanted, threads)
                .run(n -> {});
    }

    private static Predicate<Mutant> row(String id) {
        return m -> m.row().equals(id);
    }

    private static Result only(List<Result> results, Operator operator, String cell) {
        return results.stream()
                .filter(r ->
                        r.mutant().operator() == operator && r.mutant().cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_deleted_row_fails_the_scenario_that_needs_it() throws Exception {
        Result deleted = only(results(trials, row("PRIM-SHARE-040"), 1), Operator.ROW_DELETED, "A13");
        assertEquals(Fate.KILLED, deleted.fate());
        Trial killer = trials.stream()
                .filter(t -> t.name().equals(deleted.by()))
                .findFirst()
                .orElseThrow();
        Engine without = engine.with(deleted.mutant().change().of(engine.rulebook()));
        assertTrue(killer.passes().test(engine.decide(killer.facts())));
        assertFalse(killer.passes().test(without.decide(killer.facts())));
    }

    @Test
    void a_row_that_no_scenario_meets_survives_and_the_scenario_that_is_proposed_kills_it() throws Exception {
        List<Trial> without = trials.stream()
                .filter(t -> engine.decide(t.facts()).firings().stream()
                        .noneMatch(f -> f.rule().equals("PRIM-SHARE-040")))
                .toList();
        Mutation mutation = Mutation.prepare(
                without,
                Map.of(List.of(), engine),
                row("PRIM-SHARE-040").and(m -> m.operator() == Operator.ROW_DELETED),
                1);
        List<Result> found = mutation.killers(mutation.run(n -> {}), MutationTest::witnesses, 1);
        assertEquals(Fate.SURVIVED, found.get(0).fate());
        Killer killer = found.get(0).killer().orElseThrow();
        PractitionerYear facts = facts(killer.facts()).orElseThrow();
        Engine changed = engine.with(found.get(0).mutant().change().of(engine.rulebook()));
        assertTrue(fires(engine.decide(facts), "PRIM-SHARE-040"));
        assertFalse(fires(changed.decide(facts), "PRIM-SHARE-040"));
        assertTrue(killer.expected().containsKey("answers") || killer.expected().containsKey("fires"));
        assertFalse(killer.expected().get("title").toString().contains("\u00a0"), "an escape in YAML");
    }

    private static boolean fires(Decision decision, String rule) {
        return decision.firings().stream().anyMatch(f -> f.rule().equals(rule));
    }

    @SuppressWarnings("unchecked")
    private static Witnesses witnesses(Engine of) {
        try {
            return new Witnesses(
                    of,
                    new JsonMapper().readValue(Files.readAllBytes(SCHEMA), Map.class),
                    MutationTest::facts,
                    List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<PractitionerYear> facts(Object doc) {
        try {
            return Optional.of(FactsJson.read(CanonicalJson.write(doc)));
        } catch (FactsRefused e) {
            return Optional.empty();
        }
    }

    @Test
    void a_bound_past_the_step_of_its_field_is_killed_by_the_scenario_at_the_edge() throws Exception {
        List<Result> results = results(trials, row("PRIM-SHARE-030"), 1);
        Result raised = results.stream()
                .filter(r -> r.mutant().cell().equals("E12"))
                .filter(r -> r.mutant().after().en().equals("2.9999"))
                .findFirst()
                .orElseThrow();
        assertEquals(Fate.KILLED, raised.fate());
    }

    @Test
    void a_year_that_ends_on_its_last_day_cannot_tell_the_second_of_january_from_the_first() throws Exception {
        Result later = results(trials, row("PRIM-SHARE-020"), 1).stream()
                .filter(r -> r.mutant().after().en().equals("2017-01-02"))
                .findFirst()
                .orElseThrow();
        assertEquals(Fate.EQUIVALENT, later.fate());
        assertTrue(later.why().en().contains("reference/domaines"));
    }

    @Test
    void rows_in_another_order_decide_the_same() throws Exception {
        List<Result> swapped =
                results(trials, m -> m.table().equals(SCALE) && m.operator() == Operator.ROWS_SWAPPED, 1);
        assertEquals(11, swapped.size());
        for (Result result : swapped) {
            assertEquals(Fate.EQUIVALENT, result.fate());
            Engine other = engine.with(result.mutant().change().of(engine.rulebook()));
            for (Trial trial : trials.subList(0, 20)) {
                assertEquals(
                        engine.decide(trial.facts()).answers(),
                        other.decide(trial.facts()).answers());
            }
        }
    }

    @Test
    void a_column_that_no_rule_reads_is_equivalent_and_one_that_a_rule_reads_is_not() throws Exception {
        List<Result> results = results(trials, m -> m.table().equals("reference/composantes"), 2);
        assertTrue(results.stream().anyMatch(r -> r.mutant().header().equals("Début") && r.fate() == Fate.EQUIVALENT));
        assertTrue(results.stream()
                .filter(r -> r.mutant().header().equals("Composante"))
                .noneMatch(r -> r.fate() == Fate.EQUIVALENT));
    }

    @Test
    void one_thread_and_two_tell_the_same() throws Exception {
        Predicate<Mutant> some = m -> m.table().equals(SCALE) || m.table().equals("reference/prime-taux");
        assertEquals(told(results(trials, some, 1)), told(results(trials, some, 2)));
    }

    private static List<String> told(List<Result> results) {
        return results.stream()
                .map(r -> r.mutant().at() + MutationText.change(r.mutant()) + r.fate() + r.by() + r.why())
                .toList();
    }

    @Test
    void scenarios_that_are_not_decided_again_would_have_passed() throws Exception {
        Mutation mutation = Mutation.prepare(trials, Map.of(List.of(), engine), m -> true, 1);
        List<Mutant> every = mutation.mutants();
        Recording recording = Recording.of(
                engine,
                trials,
                java.util.stream.IntStream.range(0, trials.size()).boxed().toList());
        for (int i = 0; i < every.size(); i += 97) {
            Mutant mutant = every.get(i);
            if (mutant.change() instanceof Change.OfList list && MutantSource.makesFacts(list.list())) {
                continue;
            }
            Engine changed = engine.with(mutant.change().of(engine.rulebook()));
            java.util.BitSet affected = recording.affected(mutant.change());
            for (int t = 0; t < trials.size(); t += 3) {
                if (!affected.get(t)) {
                    assertTrue(
                            trials.get(t).passes().test(outline(changed, trials.get(t))),
                            mutant.at() + " " + MutationText.change(mutant).en() + ": "
                                    + trials.get(t).name());
                }
            }
        }
    }

    private static Decision outline(Engine by, Trial trial) {
        return by.observe(trial.facts(), (table, fact) -> {}, Detail.RULES);
    }

    @Test
    void a_mutant_decides_as_the_workbook_that_is_really_changed(@TempDir Path folder) throws Exception {
        String file = "decision-tables/" + SCALE + ".drl.xlsx";
        RulebookCopy copy = new RulebookCopy(folder);
        copy.write(file, edited(copy.read(file)));
        Engine loaded = new Engine(copy.load());
        List<Result> results = results(trials, row("PRIM-SHARE-030"), 1);
        Mutant mutant = results.stream()
                .map(Result::mutant)
                .filter(m -> m.cell().equals("F12") && m.after().en().equals("0.7001"))
                .findFirst()
                .orElseThrow();
        Engine changed = engine.with(mutant.change().of(engine.rulebook()));
        for (Trial trial : trials) {
            assertEquals(
                    loaded.decide(trial.facts()).answers(),
                    changed.decide(trial.facts()).answers(),
                    trial.name());
            assertEquals(
                    trial.passes().test(loaded.decide(trial.facts())),
                    trial.passes().test(outline(changed, trial)),
                    trial.name());
        }
    }

    private static byte[] edited(byte[] workbook) throws WorkbookRefused {
        try (WorkbookCopy copy = WorkbookCopy.open(workbook)) {
            return copy.setCell("Table", "F12", new java.math.BigDecimal("0.7001"))
                    .bytes();
        }
    }
}
