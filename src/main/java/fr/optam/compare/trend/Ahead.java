package fr.optam.compare.trend;

import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.PractitionerYear;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the facts of the year ahead: the memberships of the last year without the rates that were signed, the activity of all
 * years known, and the practice of the last year once more. The engine decides them as it decides any facts.
 */
public final class Ahead {
    private Ahead() {}

    /**
     * The facts of the year after the last.
     *
     * @param history facts by year, without acts
     * @param last last year of the cohort
     * @return nothing for whoever is not in the cohort of the last year
     */
    public static Optional<PractitionerYear> of(SortedMap<Integer, PractitionerYear> history, int last) {
        return Optional.ofNullable(history.get(last)).map(facts -> {
            SortedMap<Integer, Activity> activity = activity(history);
            Optional.ofNullable(activity.get(last)).ifPresent(a -> activity.put(last + 1, in(a, last + 1)));
            return new PractitionerYear(
                    last + 1,
                    facts.practitioner(),
                    Optional.empty(),
                    facts.memberships()
                            .map(all -> all.stream().map(Ahead::unsigned).toList()),
                    activity.isEmpty() ? facts.activity() : Optional.of(List.copyOf(activity.values())),
                    Optional.empty(),
                    facts.tariffRises(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        });
    }

    /** Activity of every year known: as the year itself has it, else as the latest year has it that knows of it. */
    private static SortedMap<Integer, Activity> activity(SortedMap<Integer, PractitionerYear> history) {
        SortedMap<Integer, Activity> all = new TreeMap<>();
        history.values().forEach(f -> f.activity().orElse(List.of()).forEach(a -> all.put(a.year(), a)));
        history.forEach((year, facts) -> facts.activity().orElse(List.of()).stream()
                .filter(a -> a.year() == year)
                .forEach(a -> all.put(year, a)));
        return all;
    }

    private static Activity in(Activity activity, int year) {
        return new Activity(
                year, activity.actCounts(), activity.reimbursableFees(), activity.overruns(), activity.opposableFees());
    }

    private static Membership unsigned(Membership membership) {
        return new Membership(
                membership.option(), membership.from(), membership.end(), Optional.empty(), Optional.empty());
    }
}
