package fr.optam.compare.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Stretches of balances: by powers of ten, alike on both sides of nothing. */
final class Bins {
    private static final long[] EDGES = {10_000_00, 1_000_00, 100_00, 10_00};

    private Bins() {}

    /** The least balance of the stretch in which one lies. */
    static long of(long balance) {
        return all().stream()
                .filter(b -> b.from() <= balance && balance <= b.to())
                .findFirst()
                .orElseThrow()
                .from();
    }

    private static List<Bin> all() {
        List<Bin> bins = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (long edge : EDGES) {
            bins.add(new Bin(from, -edge - 1, OptionalLong.empty()));
            from = -edge;
        }
        bins.add(new Bin(from, -1, OptionalLong.empty()));
        bins.add(new Bin(0, 0, OptionalLong.empty()));
        from = 1;
        for (int i = EDGES.length - 1; i >= 0; i--) {
            bins.add(new Bin(from, EDGES[i], OptionalLong.empty()));
            from = EDGES[i] + 1;
        }
        bins.add(new Bin(from, Long.MAX_VALUE, OptionalLong.empty()));
        return bins;
    }

    /** The stretches with how many lie in each; empty ones too. */
    static List<Bin> of(SortedMap<Long, Long> counts) {
        return all().stream()
                .map(b -> new Bin(b.from(), b.to(), OptionalLong.of(counts.getOrDefault(b.from(), 0L))))
                .toList();
    }
}
