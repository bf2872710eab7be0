package fr.optam.engine;

import fr.optam.rulebook.Dictionary;
import java.util.Arrays;
import java.util.List;

/**
 * All that decides how acts with their letters run. Engines for which it is the same share what they learn of acts.
 *
 * @param plan by what acts are alike
 * @param stages rules of the stages of acts and letters
 * @param schedule when those run
 * @param codes codes of which there are facts
 */
record UnitBasis(UnitPlan plan, List<StageRules> stages, Schedule schedule, CodeLists codes) {

    /** Whether acts run the same on another basis. */
    boolean isLike(UnitBasis other) {
        if (stages.size() != other.stages.size() || !codes.isSame(other.codes) || !plan.isLike(other.plan)) {
            return false;
        }
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) != other.stages.get(i)) {
                return false;
            }
        }
        return schedule.stagesOfUnits().equals(other.schedule.stagesOfUnits())
                && schedule.read().equals(other.schedule.read())
                && Arrays.equals(schedule.ends(), other.schedule.ends())
                && schedule.written().equals(other.schedule.written());
    }

    Units units(ActFacts acts, Dictionary dictionary) {
        return new Units(
                plan, new UnitLearner(plan, stages, schedule.written()), new UnitStarts(plan, acts, dictionary));
    }
}
