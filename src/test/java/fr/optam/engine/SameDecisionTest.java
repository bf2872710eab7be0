package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Answer;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The practitioner-years of the shipped scenarios, decided in every order and surrounding: the decision is the same. */
class SameDecisionTest {
    private static final long SEED = 20250630;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<byte[]> GIVEN = new ArrayList<>();
    private static Rulebook rulebook;
    private static List<PractitionerYear> years;
    private static List<Decision> alone;

    @BeforeAll
    static void decide_each_alone_with_a_new_engine() throws Exception {
        rulebook = Shipped.base();
        collect();
        years = new ArrayList<>();
        for (byte[] json : GIVEN) {
            years.add(FactsJson.read(json));
        }
        Engine engine = new Engine(rulebook);
        alone = years.stream().map(engine::decide).toList();
        assertTrue(alone.size() > 500, "practitioner-years: " + alone.size());
    }

    /** The facts of every scenario; those that are not to be read say so to the scenarios' own test. */
    private static void collect() throws IOException {
        GIVEN.clear();
        ScenarioRunner.run(Path.of("test-scenarios"), Selection.all(), given -> {
            try {
                FactsJson.read(given.facts());
                GIVEN.add(given.facts());
            } catch (fr.optam.cohort.FactsRefused e) {
                assertTrue(!e.problems().isEmpty());
            }
            return nothing();
        });
    }

    /** A decision that nobody looks at. */
    private static Decision nothing() {
        Sentence silent = new Sentence("", "");
        return new Decision(
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
    }

    private static Engine engine() throws RulebookInvalid {
        return new Engine(rulebook);
    }

    private static void assertSame(List<Decision> decisions, List<Integer> order) {
        for (int i = 0; i < order.size(); i++) {
            assertEquals(
                    alone.get(order.get(i)), decisions.get(i), "practitioner-year " + order.get(i) + ", seed " + SEED);
        }
    }

    private static List<Integer> order(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static List<PractitionerYear> years(List<Integer> order) {
        return order.stream().map(years::get).toList();
    }

    @Test
    void in_one_batch_and_in_batches_of_other_orders() throws RulebookInvalid {
        List<Integer> order = order(SEED);
        assertSame(engine().decideAll(years(order), Detail.FULL), order);
        Engine engine = engine();
        for (int from = 0; from < order.size(); from += 7) {
            List<Integer> some = order.subList(from, Math.min(order.size(), from + 7));
            assertSame(engine.decideAll(years(some), Detail.FULL), some);
        }
    }

    @Test
    void the_same_practitioner_year_twice_in_a_batch_and_once_more_later() throws RulebookInvalid {
        Engine engine = engine();
        List<Integer> twice = new ArrayList<>(order(SEED + 1).subList(0, 50));
        twice.addAll(twice);
        assertSame(engine.decideAll(years(twice), Detail.FULL), twice);
        assertSame(engine.decideAll(years(twice), Detail.FULL), twice);
    }

    @Test
    void from_two_threads_that_share_an_engine() throws Exception {
        Engine engine = engine();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Map<Future<List<Decision>>, List<Integer>> running = new HashMap<>();
            for (int i = 0; i < 2; i++) {
                List<Integer> order = order(SEED + i);
                for (int from = 0; from < order.size(); from += 50) {
                    List<Integer> some = List.copyOf(order.subList(from, Math.min(order.size(), from + 50)));
                    running.put(threads.submit(() -> engine.decideAll(years(some), Detail.FULL)), some);
                }
            }
            for (Map.Entry<Future<List<Decision>>, List<Integer>> each : running.entrySet()) {
                assertSame(each.getKey().get(), each.getValue());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void with_another_language_and_time_zone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String[] surrounding :
                    new String[][] {{"tr", "Pacific/Apia"}, {"ar-SA-u-nu-arab", "America/St_Johns"}}) {
                Locale.setDefault(Locale.forLanguageTag(surrounding[0]));
                TimeZone.setDefault(TimeZone.getTimeZone(surrounding[1]));
                Rulebook again = Shipped.base();
                assertEquals(rulebook.id(), again.id());
                Engine engine = new Engine(again);
                List<Integer> order = order(SEED);
                List<PractitionerYear> read = new ArrayList<>();
                for (int i : order) {
                    read.add(FactsJson.read(GIVEN.get(i)));
                }
                assertSame(engine.decideAll(read, Detail.FULL), order);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void with_the_lists_and_keys_of_the_facts_in_another_order() throws Exception {
        Random random = new Random(SEED);
        Engine engine = engine();
        for (int i = 0; i < GIVEN.size(); i++) {
            PractitionerYear shuffled =
                    FactsJson.read(JSON.writeValueAsBytes(shuffled(JSON.readTree(GIVEN.get(i)), random)));
            assertEquals(
                    alone.get(i),
                    engine.decide(shuffled),
                    new String(GIVEN.get(i), java.nio.charset.StandardCharsets.UTF_8) + " seed " + SEED);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            Collections.shuffle(names, random);
            ObjectNode copy = JSON.createObjectNode();
            names.forEach(name -> copy.set(name, shuffled(object.get(name), random)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(shuffled(item, random)));
            Collections.shuffle(items, random);
            return JSON.createArrayNode().addAll(items);
        }
        return node;
    }

    @Test
    void whatever_is_written_down_the_answers_are_the_same() throws RulebookInvalid {
        Engine engine = engine();
        List<Integer> order = order(SEED);
        List<Decision> bare = engine.decideAll(years(order), Detail.NONE);
        List<Decision> run = engine.decideAll(years(order), Detail.RUN);
        for (int i = 0; i < order.size(); i++) {
            Decision full = alone.get(order.get(i));
            assertEquals(full.outcome(), bare.get(i).outcome());
            assertEquals(full.outcome(), run.get(i).outcome());
            assertEquals(Set.of(), extra(full, bare.get(i)));
            assertEquals(Set.of(), extra(full, run.get(i)));
        }
    }

    /** Answers of a shorter record that the full one does not give alike. */
    private static Set<String> extra(Decision full, Decision less) {
        Set<String> said = said(less);
        said.removeAll(said(full));
        return said;
    }

    private static Set<String> said(Decision decision) {
        Set<String> said = new HashSet<>();
        for (Answer a : decision.answers()) {
            said.add(a.question() + " " + a.verdict() + " " + a.reason() + " " + a.value() + " " + a.amount() + " "
                    + a.confidence() + " " + a.missing());
        }
        return said;
    }
}
