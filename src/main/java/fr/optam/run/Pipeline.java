package fr.optam.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One thread reads batches, several decide them, the caller takes the results in order. Queues are bounded: what is in
 * memory does not grow with the cohort.
 *
 * @param <I> what is decided: a practitioner-year
 * @param <O> what comes of a batch
 */
final class Pipeline<I, O> implements AutoCloseable {
    private static final int BATCHES_A_THREAD = 2;

    /** Practitioner-years of a batch at most: what follows each other in one block is compressed together. */
    private static final int BATCH = 64;
    /** A batch with so many acts takes no further practitioner-year. */
    private static final int BATCH_ACTS = 10_000;

    private final ExecutorService deciders;
    private final BlockingQueue<Future<O>> results;
    private final ToIntFunction<I> acts;
    private final Thread reader;

    /**
     * Starts at once.
     *
     * @param years read by one thread of the pipeline only
     * @param acts about how many acts one has
     * @param skip practitioner-years that are read and left out, whole chunks
     * @param chunk practitioner-years of a part; no batch crosses its end
     */
    Pipeline(Iterator<I> years, long skip, int chunk, int threads, ToIntFunction<I> acts, Function<List<I>, O> decide) {
        this.deciders = Executors.newFixedThreadPool(threads, task -> daemon(task, "decide"));
        this.acts = acts;
        this.results = new ArrayBlockingQueue<>(threads * BATCHES_A_THREAD);
        this.reader = daemon(() -> read(years, skip, chunk, decide), "read");
        this.reader.start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read(Iterator<I> years, long skip, int chunk, Function<List<I>, O> decide) {
        try {
            try {
                for (long i = 0; i < skip; i++) {
                    years.next();
                }
                int inChunk = 0;
                while (years.hasNext()) {
                    List<I> some = batch(years, chunk - inChunk);
                    inChunk = (inChunk + some.size()) % chunk;
                    results.put(deciders.submit(() -> decide.apply(some)));
                }
                results.put(CompletableFuture.completedFuture(null));
            } catch (RuntimeException | Error e) {
                results.put(CompletableFuture.failedFuture(e));
            }
        } catch (InterruptedException | RejectedExecutionException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next practitioner-years: few if they have many acts, and never more than a chunk still takes. */
    private List<I> batch(Iterator<I> years, int most) {
        List<I> some = new ArrayList<>();
        int all = 0;
        while (some.size() < Math.min(BATCH, most) && all < BATCH_ACTS && years.hasNext()) {
            I year = years.next();
            all += acts.applyAsInt(year);
            some.add(year);
        }
        return some;
    }

    /**
     * The next batch in order; null after the last.
     *
     * @throws RuntimeException what reading or deciding failed with
     */
    O next() {
        try {
            return results.take().get();
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

    /** Stops reading and deciding; waits until no thread reads the cohort any more. */
    @Override
    public void close() {
        reader.interrupt();
        deciders.shutdownNow();
        results.clear();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
