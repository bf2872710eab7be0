package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.List;

/** An act with its letters on its way through the stages. */
final class UnitRun {
    private final Fact[] facts;
    private UnitNode node;

    UnitRun(Fact act) {
        List<Fact> letters = act.within(Kind.LETTER);
        facts = new Fact[1 + letters.size()];
        facts[0] = act;
        for (int i = 1; i < facts.length; i++) {
            facts[i] = letters.get(i - 1);
        }
    }

    /** The act at 0, then its letters. */
    Fact fact(int ordinal) {
        return facts[ordinal];
    }

    int size() {
        return facts.length;
    }

    /** Place of a fact among those of the unit, or -1. */
    int ordinal(Fact fact) {
        for (int i = 0; i < facts.length; i++) {
            if (facts[i] == fact) {
                return i;
            }
        }
        return -1;
    }

    /** All that is known of the unit and of those like it. */
    UnitNode node() {
        return node;
    }

    void at(UnitNode reached) {
        node = reached;
        facts[0].alike(reached);
    }
}
