package fr.optam.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Claimed smallest changes put to the proof: applied, less one unit, and searched widely where none is claimed. */
class ChangeSearchTest {
    private static final int YEARS = 40;
    private static final int TRIES = 20;
    private static final long SEED = 4;
    private static final List<String> SHARES = List.of("0", "0.3", "0.8", "0.97", "1.02", "1.4", "6", "40");
    private static final List<PractitionerYear> ALL = new ArrayList<>();
    private static Engine engine;
    private static Ranking ranking;
    private static ChangeSearch search;

    @BeforeAll
    static void read_every_scenario() throws Exception {
        engine = new Engine(Shipped.base());
        ranking = new Ranking(engine.rulebook());
        search = new ChangeSearch(engine);
        Decision nothing = engine.decide(read("{\"schema\":\"optam/practitioner-year/1\",\"year\":2025,"
                + "\"practitioner\":{\"id\":\"990000001\"}}"));
        ScenarioRunner.run(Path.of("test-scenarios"), Selection.all(), given -> {
            try {
                ALL.add(FactsJson.read(given.facts()));
            } catch (FactsRefused e) {
                assertFalse(e.problems().isEmpty());
            }
            return nothing;
        });
    }

    private static PractitionerYear read(String json) throws FactsRefused {
        return FactsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Decides a year with other facts, which go through their document as if they had come in. */
    private static Map<String, Answer> with(PractitionerYear year, Map<String, String> sets) {
        try {
            PractitionerYear other = FactsJson.read(FactsJson.write(new YearFacts(year).with(sets)));
            return Oracle.answers(engine.decideAll(List.of(other), Detail.RULES).get(0));
        } catch (FactsRefused e) {
            throw new AssertionError(sets.toString(), e);
        }
    }

    private static boolean better(Answer was, Map<String, Answer> after) {
        Answer is = after.get(was.question());
        return is != null && ranking.better(was.question(), is.verdict(), was.verdict());
    }

    @Test
    void claimed_changes_flip_and_one_unit_less_does_not_and_where_none_is_claimed_a_wide_search_finds_none() {
        Random random = new Random(SEED);
        int changes = 0;
        int unflipped = 0;
        for (int i = 0; i < YEARS; i++) {
            PractitionerYear year = ALL.get(random.nextInt(ALL.size()));
            Decision decision = engine.decide(year);
            Map<String, Answer> before = Oracle.answers(decision);
            ChangeSearch.Found found = search.search(year, decision);
            for (Change change : found.changes()) {
                changes++;
                proven(year, before.get(change.question()), change);
            }
            unflipped += found.unflipped().size();
            Set<String> claimed = found.changes().stream().map(Change::question).collect(Collectors.toSet());
            List<Answer> open = before.values().stream()
                    .filter(answer -> ranking.improvable(answer.question(), answer.verdict()))
                    .filter(answer -> !claimed.contains(answer.question()))
                    .toList();
            assertEquals(
                    open.stream().map(Answer::question).collect(Collectors.toSet()),
                    found.unflipped().stream().map(Unflipped::question).collect(Collectors.toSet()));
            for (int k = 0; k < TRIES && !open.isEmpty(); k++) {
                Map<String, String> sets = wide(year, random);
                Map<String, Answer> after = with(year, sets);
                open.forEach(answer -> assertFalse(
                        better(answer, after),
                        () -> answer.question() + " " + answer.verdict() + " by " + sets + " of " + year));
            }
        }
        assertTrue(changes > 60 && unflipped > 30, changes + " changes, " + unflipped + " without");
    }

    private static void proven(PractitionerYear year, Answer was, Change change) {
        Map<String, String> sets = new TreeMap<>();
        change.moves().forEach(move -> sets.putAll(move.sets()));
        assertTrue(better(was, with(year, sets)), change::toString);
        for (Move move : change.moves()) {
            for (Map<String, String> less : less(year, move)) {
                Map<String, String> others = new TreeMap<>(sets);
                others.putAll(less);
                assertFalse(better(was, with(year, others)), () -> change + " less " + less);
            }
        }
    }

    /** What a move sets, one unit less, in each way. */
    private static List<Map<String, String>> less(PractitionerYear year, Move move) {
        Map<String, String> leaves = new YearFacts(year).leaves();
        List<Map<String, String>> all = new ArrayList<>();
        if (move.unit().equals("LETTERS")) {
            for (String item : move.items()) {
                int cut = item.lastIndexOf(':');
                String path = "acts." + item.substring(0, cut) + ".modifiers";
                all.add(Map.of(path, move.sets().get(path) + item.substring(cut + 1)));
            }
        } else {
            BigDecimal unit = move.unit().equals("EUR") ? new BigDecimal("0.01") : BigDecimal.ONE;
            move.sets().forEach((path, value) -> {
                BigDecimal now = new BigDecimal(value);
                boolean up = now.compareTo(new BigDecimal(leaves.get(path))) > 0;
                all.add(Map.of(path, (up ? now.subtract(unit) : now.add(unit)).toPlainString()));
            });
        }
        return all;
    }

    /** One to four changes of what practice can change, by chance. */
    private static Map<String, String> wide(PractitionerYear year, Random random) {
        Map<String, String> leaves = new YearFacts(year).leaves();
        List<String> paths = List.copyOf(leaves.keySet());
        Map<String, String> sets = new TreeMap<>();
        int many = paths.isEmpty() ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            String like = path.substring(path.lastIndexOf('.') + 1);
            boolean all = random.nextBoolean() && path.startsWith("acts.");
            BigDecimal share = new BigDecimal(SHARES.get(random.nextInt(SHARES.size())));
            for (String each : all ? paths : List.of(path)) {
                if (each.endsWith("." + like)) {
                    sets.put(each, other(each, leaves.get(each), share, random));
                }
            }
        }
        return sets;
    }

    private static String other(String path, String value, BigDecimal share, Random random) {
        if (path.endsWith(".modifiers")) {
            int at = value.isEmpty() ? 0 : random.nextInt(value.length());
            return value.isEmpty() || share.signum() == 0 ? "" : value.substring(0, at) + value.substring(at + 1);
        }
        if (path.contains(".actCounts.")) {
            return String.valueOf(random.nextInt(300));
        }
        BigDecimal turned = new BigDecimal(value).multiply(share);
        return path.endsWith(".quantity")
                ? String.valueOf(1 + random.nextInt(90))
                : turned.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
