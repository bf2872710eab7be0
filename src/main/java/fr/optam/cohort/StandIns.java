package fr.optam.cohort;

import fr.optam.fact.Act;
import java.util.ArrayList;
import java.util.List;

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
}
