package fr.optam.compare.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on what comes in, some at a time and in several threads, and hands the results on in order. What waits is bounded: memory
 * does not grow with the number of things.
 *
 * @param <I> what comes in
 * @param <O> what comes of some of them
 */
final class Ordered<I, O> implements AutoCloseable {
    private static final int WAITING_A_THREAD = 2;

    private final ExecutorService workers;
    private final int most;
    private final int chunk;
    private final Function<List<I>, O> work;
    private final Consumer<O> taker;
    private final Queue<Future<O>> running = new ArrayDeque<>();
    private List<I> some = new ArrayList<>();

    /**
     * @param threads threads that work, at least 1
     * @param chunk things that are worked on together
     * @param work called in any of the threads
     * @param taker called in the thread that puts, in the order of what was put
     */
    Ordered(int threads, int chunk, Function<List<I>, O> work, Consumer<O> taker) {
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "compare");
            thread.setDaemon(true);
            return thread;
        });
        this.most = threads * WAITING_A_THREAD;
        this.chunk = chunk;
        this.work = work;
        this.taker = taker;
    }

    /** Takes one more; waits where too much is under way. */
    void put(I thing) {
        some.add(thing);
        if (some.size() == chunk) {
            submit();
        }
        while (running.size() >= most) {
            take();
        }
    }

    private void submit() {
        List<I> now = some;
        some = new ArrayList<>();
        running.add(workers.submit(() -> work.apply(now)));
    }

    /** Works on what is left and waits for the last result. */
    void end() {
        if (!some.isEmpty()) {
            submit();
        }
        while (!running.isEmpty()) {
            take();
        }
    }

    private void take() {
        try {
            taker.accept(running.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted. Maybe start again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Stops what is under way. */
    @Override
    public void close() {
        workers.shutdownNow();
        running.clear();
    }
}
