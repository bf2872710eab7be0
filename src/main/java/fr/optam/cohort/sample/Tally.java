package fr.optam.cohort.sample;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of what was planted, by a dotted name. */
final class Tally {

    private final SortedMap<String, Long> counts = new TreeMap<>();

    void add(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }
}
