package fr.optam.cohort.sample;

import java.time.DayOfWeek;
import java.util.Arrays;

/** Days and hours at which one drawn practitioner works: a weekly habit, holidays, slots of ten or fifteen minutes. */
final class WorkDays {

    private static final int NOON = 12 * 60;
    private static final int WEEK = 7;

    private final int firstDay;
    private final int lastDay;
    private final int[] worked;
    private final int opens;
    private final int step;
    private final int slots;

    WorkDays(int firstDay, Days days, SplitMix64 random) {
        this.firstDay = firstDay;
        lastDay = days.count() - 1;
        boolean[] week = new boolean[WEEK + 1];
        for (int day = DayOfWeek.MONDAY.getValue(); day <= DayOfWeek.FRIDAY.getValue(); day++) {
            week[day] = random.perMille(900);
        }
        week[DayOfWeek.SATURDAY.getValue()] = random.perMille(200);
        boolean[] away = new boolean[days.count()];
        leave(away, random.between(181, 222), random.between(14, 28));
        leave(away, random.between(38, 110), random.between(5, 9));
        leave(away, random.between(291, 355), random.between(5, 9));
        int[] found = new int[days.count()];
        int count = 0;
        for (int day = firstDay; day < days.count(); day++) {
            if (week[days.date(day).getDayOfWeek().getValue()] && !away[day]) {
                found[count++] = day;
            }
        }
        worked = count == 0 ? new int[] {lastDay} : Arrays.copyOf(found, count);
        opens = 8 * 60 + 30 * random.below(4);
        step = random.perMille(500) ? 10 : 15;
        slots = (NOON + 30 * random.between(10, 15) - opens) / step;
    }

    private static void leave(boolean[] away, int from, int length) {
        Arrays.fill(away, from, Math.min(away.length, from + length), true);
    }

    /** A day for line number {@code act} of {@code lines}: the lines of a year come in order of date. */
    int day(int act, int lines, SplitMix64 random) {
        if (random.perMille(2)) {
            return random.between(firstDay, lastDay);
        }
        return worked[(int) ((1024L * act + random.below(1024)) * worked.length / (1024L * lines))];
    }

    /** A usual hour, in minutes. */
    int minute(SplitMix64 random) {
        return opens + step * random.below(slots);
    }
}
