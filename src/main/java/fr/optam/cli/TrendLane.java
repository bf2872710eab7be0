package fr.optam.cli;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Works on what an iterator gives, some at a time in several threads, and gives the results in the order of what came in.
 *
 * @param <I> what comes in
 * @param <O> what comes out
 */
final class TrendLane<I, O> implements Closeable {
    private final Iterator<I> in;
    private final int together;
    private final int ahead;
    private final Function<List<I>, List<O>> work;
    private final ExecutorService threads;
    private final Deque<Future<List<O>>> begun = new ArrayDeque<>();
    private final Deque<O> done = new ArrayDeque<>();

    /** Something that was recorded can't be read. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    TrendLane(Iterator<I> in, int together, int threads, Function<List<I>, List<O>> work) {
        this.in = in;
        this.together = together;
        this.ahead = 2 * threads;
        this.work = work;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "trend");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next result; nothing after the last. */
    Optional<O> next() {
        while (done.isEmpty()) {
            while (begun.size() < ahead && in.hasNext()) {
                List<I> some = new ArrayList<>(together);
                while (some.size() < together && in.hasNext()) {
                    some.add(in.next());
                }
                begun.add(threads.submit(() -> work.apply(some)));
            }
            if (begun.isEmpty()) {
                return Optional.empty();
            }
            done.addAll(result(begun.remove()));
        }
        return Optional.of(done.remove());
    }

    private List<O> result(Future<List<O>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
