package fr.optam.engine;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import java.util.List;

/**
 * An act with its letters on its way through the stages.
 *
 * @param act the act
 */
record UnitRun(Act act) {
    /** The act at 0, then its letters. */
    Fact fact(int ordinal) {
        return fact(act, ordinal);
    }

    static Fact fact(Act act, int ordinal) {
        return ordinal == 0 ? act : act.within(Kind.LETTER).get(ordinal - 1);
    }

    int size() {
        return 1 + act.within(Kind.LETTER).size();
    }

    /** Place of a fact among those of the unit, or -1. */
    int ordinal(Fact fact) {
        if (fact == act) {
            return 0;
        }
        List<Fact> letters = fact.above() == act ? act.within(Kind.LETTER) : List.of();
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i) == fact) {
                return i + 1;
            }
        }
        return -1;
    }
}
