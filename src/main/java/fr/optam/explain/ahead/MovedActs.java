package fr.optam.explain.ahead;

import fr.optam.fact.Act;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;

/** Acts of one year as if they were of another. */
final class MovedActs {
    private MovedActs() {}

    /** Acts of one year moved to another, each to the nearest day that is the same day of the week. */
    static List<Act> of(List<Act> acts, int from, int to) {
        return acts.stream()
                .filter(act -> act.on().getYear() == from)
                .map(act -> new Act(
                        act.ids(),
                        act.lines(),
                        moved(act.on(), to),
                        act.until().map(day -> moved(day, to)).filter(day -> day.isAfter(moved(act.on(), to))),
                        act.at(),
                        act.code(),
                        act.activity(),
                        act.category(),
                        act.modifiers(),
                        act.allowedModifiers(),
                        act.association(),
                        act.quantity(),
                        act.baseTariff(),
                        act.baseTariffWithoutOption(),
                        act.feeCharged(),
                        act.c2s(),
                        act.emergency()))
                .sorted(Comparator.comparing((Act act) -> act.on())
                        .thenComparing(act -> act.ids().get(0)))
                .toList();
    }

    private static LocalDate moved(LocalDate day, int to) {
        DayOfWeek weekday = day.getDayOfWeek();
        LocalDate same = day.withYear(to);
        LocalDate before = same.with(TemporalAdjusters.previousOrSame(weekday));
        LocalDate after = same.with(TemporalAdjusters.nextOrSame(weekday));
        LocalDate near =
                same.toEpochDay() - before.toEpochDay() <= after.toEpochDay() - same.toEpochDay() ? before : after;
        return near.getYear() == to ? near : near.equals(before) ? after : before;
    }
}
