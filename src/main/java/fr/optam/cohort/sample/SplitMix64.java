package fr.optam.cohort.sample;

/**
 * The one generator of the sample: SplitMix64, integers only.
 *
 * <p>The state starts from (seed, practitioner number, stream), so that a practitioner depends neither on the others
 * nor on how many are asked for. Each draw adds the golden gamma and mixes.
 */
final class SplitMix64 {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed, long number, long stream) {
        state = mix(mix(seed + GAMMA) ^ mix(number * GAMMA + stream));
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** A whole number from 0 to bound - 1; bound up to 2^31 - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A whole number from first to last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True in so many cases of a thousand. */
    boolean perMille(int cases) {
        return below(1000) < cases;
    }

    /** Index of the weight drawn; the weights add up to a total that fits an int. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = below(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index];
            index++;
        }
        return index;
    }
}
