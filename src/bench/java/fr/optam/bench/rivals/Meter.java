package fr.optam.bench.rivals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures processor time of all Java threads of this process, so that a busy machine tells the same and an engine that
 * hands work to others is not flattered; what the compiler and the collector use is not in it.
 */
final class Meter {
    private static final double NANOS = 1e9;
    private static final double WARM = 0.6;
    private static final double ROUND = 0.1;
    private static final double LONGER = 3;
    private static final double MOST = 8.0;
    private static final int ROUNDS = 5;
    private static final double CHUNK = 0.02;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Does one piece of work by its number. */
    interface Work {
        void run(int number) throws Exception;
    }

    /**
     * @param seconds processor time a piece of work, median of the rounds
     * @param bytes allocated a piece of work
     * @param rounds how many there were time for
     */
    record Figure(double seconds, double bytes, int rounds) {}

    private long cpu() {
        return Arrays.stream(threads.getThreadCpuTime(threads.getAllThreadIds()))
                .filter(t -> t > 0)
                .sum();
    }

    private long allocated() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(t -> t > 0)
                .sum();
    }

    /** Seconds of processor time that all threads have had. */
    double seconds() {
        return cpu() / NANOS;
    }

    /**
     * Runs pieces of work over and over: first to warm up, then in rounds.
     *
     * @param longer whether the figure matters more than the time that it takes
     */
    Figure measure(int pieces, boolean longer, Work work) throws Exception {
        double factor = longer ? LONGER : 1;
        double begun = seconds();
        Turn turn = new Turn(pieces, work);
        int chunk = 1;
        while (seconds() - begun < WARM * factor) {
            double start = seconds();
            turn.run(chunk);
            if (seconds() - start < CHUNK) {
                chunk *= 2;
            }
        }
        double[] seconds = new double[ROUNDS];
        double bytes = 0;
        int rounds = 0;
        while (rounds < ROUNDS && (rounds == 0 || seconds() - begun < MOST)) {
            long allocated = allocated();
            double start = seconds();
            double spent = 0;
            int done = 0;
            while (spent < ROUND * factor) {
                turn.run(chunk);
                done += chunk;
                spent = seconds() - start;
            }
            seconds[rounds++] = spent / done;
            bytes = (double) (allocated() - allocated) / done;
        }
        double[] sorted = Arrays.copyOf(seconds, rounds);
        Arrays.sort(sorted);
        return new Figure(sorted[rounds / 2], bytes, rounds);
    }

    /** Goes round the pieces. */
    private static final class Turn {
        private final int pieces;
        private final Work work;
        private int at;

        Turn(int pieces, Work work) {
            this.pieces = pieces;
            this.work = work;
        }

        void run(int count) throws Exception {
            for (int i = 0; i < count; i++) {
                work.run(at);
                at = at + 1 == pieces ? 0 : at + 1;
            }
        }
    }
}
