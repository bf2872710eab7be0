package fr.optam.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** Where the time of a run went: told to people at its end, in no byte of the run. Called from one thread. */
public final class StageTimes {
    private final Map<Stage, Long> wall = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> processor = new EnumMap<>(Stage.class);
    private long together;
    private long last = System.nanoTime();
    private long lastOfProcess = ofProcess();

    /** The stages of a run; grouping, deciding and writing go on side by side. */
    public enum Stage {
        /** Digests of the input, judging its rows, settling them. */
        READING,
        /** Acts put together by what the rules read of them; also what the machine does beside. */
        GROUPING,
        /** The rules. */
        DECIDING,
        /** The lines of decisions and facts, packed and put on disk. */
        WRITING,
        /** Index, manifest, seal. */
        SEALING
    }

    /** Wall time of a stage; of one that several threads share, of one of them. */
    public Duration wall(Stage stage) {
        return Duration.ofNanos(wall.getOrDefault(stage, 0L));
    }

    /** Processor time of a stage, of all threads. */
    public Duration processor(Stage stage) {
        return Duration.ofNanos(processor.getOrDefault(stage, 0L));
    }

    /** Adds to a stage, in nanoseconds. */
    void add(Stage stage, long elapsed, long used) {
        wall.merge(stage, elapsed, Long::sum);
        processor.merge(stage, used, Long::sum);
    }

    /** All since the last call was one stage. */
    void since(Stage stage) {
        add(stage, System.nanoTime() - last, ofProcess() - lastOfProcess);
        begin();
    }

    /** Begins anew to count. */
    void begin() {
        last = System.nanoTime();
        lastOfProcess = ofProcess();
    }

    /**
     * All since the last call was grouping but what was added as deciding and writing.
     *
     * @param waiting time that was waited for groups, nanoseconds
     */
    void grouped(long waiting) {
        long others = processor.getOrDefault(Stage.DECIDING, 0L) + processor.getOrDefault(Stage.WRITING, 0L);
        together = System.nanoTime() - last;
        add(Stage.GROUPING, waiting, Math.max(0, ofProcess() - lastOfProcess - others));
        begin();
    }

    /** Wall time of grouping, deciding and writing, which go on side by side. */
    public Duration together() {
        return Duration.ofNanos(together);
    }

    private static long ofProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** An iterator that counts the time until it gives the next one. */
    static final class Waiting<T> implements Iterator<T> {
        private final Iterator<T> from;
        private volatile long nanos;

        Waiting(Iterator<T> from) {
            this.from = from;
        }

        @Override
        public boolean hasNext() {
            return from.hasNext();
        }

        @Override
        public T next() {
            long begin = System.nanoTime();
            T next = from.next();
            nanos = nanos + System.nanoTime() - begin;
            return next;
        }

        /** Time until all that were given. */
        long nanos() {
            return nanos;
        }
    }
}
