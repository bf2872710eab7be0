package fr.optam.cohort.sample;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The days of the year of the acts, counted from 0, with their text made once. */
final class Days {

    private final int count;
    private final LocalDate[] dates;
    private final byte[][] iso;
    private final int[] sundays;
    private final int[] nextSunday;
    private final byte[][] times = new byte[24 * 60][];

    Days(int year) {
        count = Year.of(year).length();
        dates = IntStream.range(0, count)
                .mapToObj(day -> LocalDate.ofYearDay(year, day + 1))
                .toArray(LocalDate[]::new);
        iso = IntStream.range(0, count)
                .mapToObj(day -> ascii(date(day).toString()))
                .toArray(byte[][]::new);
        sundays = IntStream.range(0, count)
                .filter(day -> date(day).getDayOfWeek() == DayOfWeek.SUNDAY)
                .toArray();
        nextSunday = IntStream.range(0, count)
                .map(day -> Arrays.stream(sundays)
                        .filter(sunday -> sunday >= day)
                        .findFirst()
                        .orElse(count))
                .toArray();
        for (int minute = 0; minute < times.length; minute++) {
            times[minute] = new byte[] {
                digit(minute / 600), digit(minute / 60 % 10), ':', digit(minute % 60 / 10), digit(minute % 10)
            };
        }
    }

    private static byte digit(int value) {
        return (byte) ('0' + value);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    int count() {
        return count;
    }

    LocalDate date(int day) {
        return dates[day];
    }

    LocalDate last() {
        return date(count - 1);
    }

    byte[] iso(int day) {
        return iso[day];
    }

    byte[] time(int minute) {
        return times[minute];
    }

    /** The next Sunday on or after a day, or else the last one that is not before {@code first}, or else the day. */
    int sunday(int first, int day) {
        int next = nextSunday[day];
        if (next < count) {
            return next;
        }
        int last = sundays[sundays.length - 1];
        return last >= first ? last : day;
    }
}
