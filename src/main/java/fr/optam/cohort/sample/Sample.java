package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;

/** Writes a synthetic cohort: the entry point of the verb {@code sample}. */
public final class Sample {

    private Sample() {}

    /**
     * What was written.
     *
     * @param practitioners number of practitioners
     * @param acts number of act lines drawn
     * @param rows rows by file name, headers left out
     * @param planted number of each planted fault, edge, event, unknown fact, rejected and excluded row, by dotted name
     */
    public record Written(
            int practitioners, long acts, SortedMap<String, Long> rows, SortedMap<String, Long> planted) {}

    /**
     * Writes the files and {@code sample.json}, the summary with the seed and what was planted.
     *
     * <p>Same request and same tables, same bytes, whatever the number of threads. Of the cohort, a block of some ten
     * thousand lines a thread is in memory.
     *
     * @param progress told, by one thread at a time, how many further practitioners are written
     * @throws IOException if the directory holds something else than an earlier sample, or can't be written
     * @throws IllegalArgumentException if the tables lack a row that the recipe can't do without
     */
    public static Written write(SampleRequest request, SampleTables tables, LongConsumer progress) throws IOException {
        return write(request, tables, progress, Blocks.Cut.USUAL);
    }

    /**
     * Writes the years of a panel, each as a sample of its own in a folder named as the year, and {@code panel.json} with the
     * drift and the members of each year.
     *
     * @return what was written, by year
     * @throws IOException as the other method
     * @throws IllegalArgumentException as the other method, and if more would join or leave than there are
     */
    public static SortedMap<Integer, Written> write(
            SampleRequest request, Panel panel, SampleTables tables, LongConsumer progress) throws IOException {
        SortedMap<Integer, Written> written = new TreeMap<>();
        for (int year = panel.first(); year <= panel.last(); year++) {
            written.put(year, write(request.in(year, panel), tables, progress));
        }
        SampleJson.write(request, panel, written);
        return written;
    }

    static Written write(SampleRequest request, SampleTables tables, LongConsumer progress, Blocks.Cut cut)
            throws IOException {
        Recipe recipe = Recipe.of(request, tables);
        Blocks blocks = new Blocks(request, recipe.spread(), cut);
        Folder folder = new Folder(request.out());
        Parquet parquet = new Parquet(folder, request.badRows().signum() == 0);
        List<Worker> workers = new ArrayList<>();
        SortedMap<String, Long> rows;
        try (Shelf shelf = new Shelf(folder, request.format(), blocks.count(), blocks.perPart(), progress)) {
            for (int thread = 0; thread < request.threads(); thread++) {
                workers.add(new Worker(recipe, blocks, shelf, parquet));
            }
            work(workers);
            finish(request, shelf, folder, parquet);
            rows = shelf.rows();
        }
        if (request.order().equals("date")) {
            rows = new DateOrder(folder, request).sort(rows);
        }
        Tally planted = new Tally();
        long acts = 0;
        for (Worker worker : workers) {
            worker.tally().counts().forEach(planted::add);
            acts += worker.acts();
        }
        Written written = new Written(request.practitioners(), acts, new TreeMap<>(rows), planted.counts());
        SampleJson.write(request, written);
        folder.done();
        return written;
    }

    private static void work(List<Worker> workers) throws IOException {
        List<FutureTask<Worker>> tasks = workers.stream().map(FutureTask::new).toList();
        for (FutureTask<Worker> task : tasks.subList(1, tasks.size())) {
            Thread thread = new Thread(task, "sample");
            thread.setDaemon(true);
            thread.start();
        }
        tasks.get(0).run();
        for (FutureTask<Worker> task : tasks) {
            try {
                task.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the sample was written", interrupted);
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException unwritten) {
                    throw unwritten;
                }
                if (failure.getCause() instanceof RuntimeException defect) {
                    throw defect;
                }
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    private static void finish(SampleRequest request, Shelf shelf, Folder folder, Parquet parquet) throws IOException {
        Map<String, String> left = shelf.left();
        shelf.close();
        for (Map.Entry<String, String> file : left.entrySet()) {
            if (request.format().equals("parquet")) {
                parquet.convert(file.getKey(), file.getValue());
            } else {
                folder.whole(file.getKey() + "." + request.format());
            }
        }
    }
}
