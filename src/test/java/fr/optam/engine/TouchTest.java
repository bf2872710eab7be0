package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RandomRows;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.ScenarioFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever a change of rules can't touch is decided the same after it, and few are thought touched who are not. */
class TouchTest {
    private static Engine base;
    private static List<PractitionerYear> facts;
    private static List<String> before;

    @BeforeAll
    static void read() throws RulebookInvalid {
        base = new Engine(Shipped.base());
        List<PractitionerYear> all = ScenarioFacts.all();
        facts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 8) {
            facts.add(all.get(i));
        }
        facts.addAll(RandomYears.some(40));
        before = said(base, facts);
    }

    private static List<String> said(Engine engine, List<PractitionerYear> some) {
        return engine.decideAll(some, Detail.RULES).stream().map(WhatIsSaid::of).toList();
    }

    @Test
    void no_one_is_touched_by_a_rulebook_that_is_the_same() {
        assertEquals(new BitSet(), Touch.of(base, List.of(base)).of(facts.get(0)));
    }

    @Test
    void whoever_is_not_touched_is_decided_the_same() throws RulebookInvalid {
        int wrong = 0;
        int right = 0;
        for (int round = 0; round < 3; round++) {
            List<Engine> variants = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Rulebook after = new RandomRows(4L * round + i).edited(base.rulebook(), 1 + i / 2);
                variants.add(base.mixed(after));
            }
            Touch touch = Touch.of(base, variants);
            List<BitSet> touched = facts.stream().map(touch::of).toList();
            for (int i = 0; i < variants.size(); i++) {
                List<String> after = said(variants.get(i), facts);
                for (int j = 0; j < after.size(); j++) {
                    boolean same = after.get(j).equals(before.get(j));
                    assertTrue(
                            same || touched.get(j).get(i),
                            "round " + round + " variant " + i + ": " + facts.get(j) + "\n" + before.get(j) + "\n"
                                    + after.get(j));
                    wrong += same && touched.get(j).get(i) ? 1 : 0;
                    right += same ? 0 : 1;
                }
            }
        }
        assertTrue(right > 50 && 2 * wrong < right, "changed " + right + ", touched but the same " + wrong);
    }
}
