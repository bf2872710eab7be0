package fr.optam.analysis.mutation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The values beside a value: a step, a day or a minute before and after. */
final class Near {
    private static final int MINUTES = 24 * 60;

    private Near() {}

    /** A number by its last decimal. */
    static List<BigDecimal> numbers(BigDecimal n) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, n.scale()));
        return List.of(n.subtract(step), n.add(step));
    }

    static List<LocalDate> days(LocalDate day) {
        return List.of(day.minusDays(1), day.plusDays(1));
    }

    /** Times within the day, {@code 24:00} included. */
    static List<String> times(String time) {
        int minute = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
        List<String> near = new ArrayList<>();
        for (int each : List.of(minute - 1, minute + 1)) {
            if (each == MINUTES) {
                near.add("24:00");
            } else if (each >= 0 && each < MINUTES) {
                near.add(LocalTime.ofSecondOfDay(each * 60L).toString());
            }
        }
        return near;
    }
}
