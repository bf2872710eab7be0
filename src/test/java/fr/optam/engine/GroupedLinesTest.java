package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Acts that are equal in all but their id, given as one act of so many lines or line by line: the answers are the same. */
class GroupedLinesTest {
    private static final int YEARS = 60;
    private static final List<PractitionerYear> SINGLE = new ArrayList<>();
    private static final List<PractitionerYear> NAMED = new ArrayList<>();
    private static final List<PractitionerYear> COUNTED = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void make_a_cohort_three_times() throws Exception {
        engine = new Engine(Shipped.base());
        for (int i = 0; i < YEARS; i++) {
            Random random = new Random(i);
            List<Act> single = new ArrayList<>();
            List<Act> named = new ArrayList<>();
            List<Act> counted = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(12); j++) {
                Act first = RandomYears.act("g" + j, random);
                List<String> ids = new ArrayList<>();
                for (int k = 0; k < 1 + random.nextInt(4); k++) {
                    ids.add("g" + j + "-" + k);
                    single.add(first.of(List.of("g" + j + "-" + k), 1));
                }
                named.add(first.of(ids, ids.size()));
                counted.add(first.of(ids.subList(0, 1), ids.size()));
            }
            PractitionerYear year = RandomYears.year(i, random);
            SINGLE.add(year.with(single));
            NAMED.add(year.with(named));
            COUNTED.add(year.with(counted));
        }
    }

    /** What an answer says, of whichever line. */
    private static String said(Answer a) {
        return String.join(
                " | ",
                line(a.question()),
                a.verdict(),
                a.reason(),
                a.value().orElse(""),
                a.amount().orElse(""),
                a.confidence().name(),
                a.details().toString(),
                line(a.missing().toString()));
    }

    private static String line(String text) {
        return text.replaceAll("(g[0-9]+)-[0-9]+", "$1");
    }

    private static List<String> said(Decision decision) {
        return decision.answers().stream().map(GroupedLinesTest::said).sorted().toList();
    }

    @Test
    void lines_with_their_ids_are_answered_as_if_each_stood_alone() {
        List<Decision> single = engine.decideAll(SINGLE, Detail.FULL);
        List<Decision> named = engine.decideAll(NAMED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(said(single.get(i)), said(named.get(i)), "practitioner-year " + i);
            assertEquals(single.get(i).outcome(), named.get(i).outcome());
            assertEquals(single.get(i).confidence(), named.get(i).confidence());
        }
    }

    @Test
    void lines_that_are_only_counted_are_answered_alike() {
        List<Decision> single = engine.decideAll(SINGLE, Detail.FULL);
        List<Decision> counted = engine.decideAll(COUNTED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(
                    new TreeSet<>(said(single.get(i))), new TreeSet<>(said(counted.get(i))), "practitioner-year " + i);
            assertEquals(single.get(i).outcome(), counted.get(i).outcome());
        }
    }

    @Test
    void the_plain_way_through_the_stages_says_the_same_of_grouped_lines() {
        List<Decision> quick = engine.decideAll(COUNTED, Detail.FULL);
        for (int i = 0; i < YEARS; i++) {
            assertEquals(engine.observe(COUNTED.get(i), (table, fact) -> {}), quick.get(i), "practitioner-year " + i);
        }
    }

    @Test
    void a_line_more_changes_what_is_counted() {
        PractitionerYear one = COUNTED.get(0);
        List<Act> more = one.acts().orElseThrow().stream()
                .map(a -> a.of(a.ids(), a.lines() + 1))
                .toList();
        assertTrue(!said(engine.decide(one)).equals(said(engine.decide(one.with(more)))));
    }
}
