package fr.optam.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One step of the run of what rules that differ depend on.
 *
 * @param turn what runs
 * @param before comparisons to be made first
 * @param acts comparisons of acts and letters to be made first
 * @param here variants that are compared there or later
 * @param later variants that are compared after it
 */
record PartStep(Schedule.Turn turn, List<Differences.Of> before, List<UnitLooks> acts, BitSet here, BitSet later) {
    /** The steps of a schedule, as far as something is compared there or later. */
    static List<PartStep> all(Schedule schedule, Differences differences, UnitPlan plan) {
        List<PartStep> steps = new ArrayList<>();
        List<Schedule.Turn> turns = schedule.turns();
        BitSet later = new BitSet();
        int from = schedule.stagesOfUnits().size();
        for (int i = turns.size() - 1; i >= 0; i--) {
            List<Differences.Of> before = List.of();
            List<UnitLooks> acts = List.of();
            if (turns.get(i) instanceof Schedule.Others others) {
                before = at(differences, others.stage(), false);
            } else {
                from = from(turns, i);
                acts = looks(at(differences, schedule.stagesOfUnits().get(from), true), plan, from);
            }
            BitSet here = (BitSet) later.clone();
            before.forEach(d -> here.set(d.variant()));
            acts.forEach(d -> here.set(d.variant()));
            if (!here.isEmpty()) {
                steps.add(0, new PartStep(turns.get(i), before, acts, here, later));
            }
            later = here;
        }
        return List.copyOf(steps);
    }

    /** First stage of units of a turn. */
    private static int from(List<Schedule.Turn> turns, int turn) {
        for (int i = turn - 1; i >= 0; i--) {
            if (turns.get(i) instanceof Schedule.UnitStages units) {
                return units.to();
            }
        }
        return 0;
    }

    private static List<Differences.Of> at(Differences differences, int stage, boolean ofUnits) {
        return differences.all().stream()
                .filter(d -> d.what().stage() == stage && UnitKinds.has(d.what().kind()) == ofUnits)
                .toList();
    }

    private static List<UnitLooks> looks(List<Differences.Of> all, UnitPlan plan, int stage) {
        return all.stream()
                .map(Differences.Of::variant)
                .distinct()
                .map(v -> new UnitLooks(
                        v,
                        plan,
                        stage,
                        all.stream()
                                .filter(d -> d.variant() == v)
                                .map(Differences.Of::what)
                                .toList()))
                .toList();
    }
}
