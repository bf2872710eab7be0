package fr.optam.cohort;

import fr.optam.fact.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Ids of acts whose lines have none: by the place of the act among all, counted from 1. */
final class StandIns {
    /** Of an act that has no id yet. */
    static final List<String> NOT_YET = List.of(Act.STAND_IN);

    private StandIns() {}

    /**
     * Gives every act that has no id one by its place.
     *
     * @param acts acts in their order
     */
    static List<Act> give(List<Act> acts) {
        if (acts.stream().noneMatch(Act::unnamed)) {
            return acts;
        }
        List<Act> all = new ArrayList<>(acts.size());
        for (Act act : acts) {
            all.add(act.unnamed() ? act.of(List.of(Act.STAND_IN + (all.size() + 1)), act.lines()) : act);
        }
        return all;
    }

    /** Takes the ids of all acts but those that are named. */
    static List<Act> but(List<Act> acts, Predicate<Act> listed, Predicate<Act> named) {
        List<Act> all = new ArrayList<>(acts.size());
        for (Act act : acts) {
            boolean whole = act.unnamed() || listed.test(act);
            all.add(whole ? act : act.of(named.test(act) ? List.of(act.ids().get(0)) : NOT_YET, act.lines()));
        }
        return all;
    }
}
