package fr.optam.cohort.sample;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.stream.IntStream;

/** The days of the year of the acts, counted from 0, with their text made once. */
final class Days {

    private final int count;
    private final LocalDate[] dates;
    private final byte[][] iso;
    private final int[] sundays;
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

    /** A Sunday on or after a day, or the day itself if none is left. */
    int sunday(int from, SplitMix64 random) {
        int first = 0;
        while (first < sundays.length && sundays[first] < from) {
            first++;
        }
        return first == sundays.length ? from : sundays[random.between(first, sundays.length - 1)];
    }
}
