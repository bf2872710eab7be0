package fr.optam.compare.trend;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A renewal of the model. */
public final class SpiralRound {
    private final int number;
    private final long adapted;
    private final Part all = new Part();
    private final SortedMap<String, Part> specialties = new TreeMap<>();

    /** Counts of all members or of a specialty. */
    public static final class Part {
        private long members;
        private long leavers;
        private long withoutRate;
        private final Spread allowed = new Spread();
        private final Spread observed = new Spread();

        /** Members before the renewal. */
        public long members() {
            return members;
        }

        /** Members who leave at it. */
        public long leavers() {
            return leavers;
        }

        /** Members for whom no rate can be set. */
        public long withoutRate() {
            return withoutRate;
        }

        /** Rates allowed. */
        public Spread allowed() {
            return allowed;
        }

        /** Practice. */
        public Spread observed() {
            return observed;
        }

        private void add(SpiralFacts.Ruled ruled, boolean leaves, String rate) {
            members++;
            leavers += leaves ? 1 : 0;
            withoutRate += ruled.allowed().isEmpty() ? 1 : 0;
            ruled.allowed().ifPresent(allowed::add);
            Optional.ofNullable(ruled.member().rates().get(rate)).ifPresent(observed::add);
        }
    }

    SpiralRound(int number, long adapted) {
        this.number = number;
        this.adapted = adapted;
    }

    void add(SpiralFacts.Ruled ruled, boolean leaves, String rate) {
        all.add(ruled, leaves, rate);
        specialties.computeIfAbsent(ruled.member().specialty(), s -> new Part()).add(ruled, leaves, rate);
    }

    /** First is 1. */
    public int number() {
        return number;
    }

    /** Members who come down to the rate instead of leaving. */
    public long adapted() {
        return adapted;
    }

    /** Members before the renewal. */
    public long members() {
        return all.members;
    }

    /** Members who leave at it. */
    public long leavers() {
        return all.leavers;
    }

    /** All members. */
    public Part all() {
        return all;
    }

    /** By specialty; the empty code is an unknown one. */
    public SortedMap<String, Part> specialties() {
        return Collections.unmodifiableSortedMap(specialties);
    }
}
