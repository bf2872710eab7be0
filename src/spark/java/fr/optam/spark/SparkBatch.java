package fr.optam.spark;

import fr.optam.cohort.InputUnusable;
import fr.optam.run.BatchRequest;
import fr.optam.run.GatheredRun;
import fr.optam.run.Progress;
import fr.optam.run.RunRefused;
import fr.optam.run.RunSummary;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Decides a cohort on a cluster and writes, on the driver, the run directory that {@code batch} writes. */
public final class SparkBatch {
    private SparkBatch() {}

    /** Settings without which large runs don't pass, where nothing else is set. */
    public static SparkConf settings(SparkConf set) {
        return set.setIfMissing("spark.app.name", "optam batch")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                // parts are taken one by one and forgotten: what matters is one result, not their sum
                .setIfMissing("spark.driver.maxResultSize", "0");
    }

    /** Whether there is a folder, on any file system that Spark knows. */
    public static boolean isFolder(JavaSparkContext spark, String input) throws IOException {
        return InputFolder.of(input).exists(spark.hadoopConfiguration());
    }

    /**
     * Reads, decides and writes; decisions, facts, ledger and seal are those of {@code batch}, byte for byte.
     *
     * @param input folder as it was typed: a path, or a URI
     * @throws InputUnusable if the input as a whole can't be read
     * @throws RunRefused if the directory holds something else, or a run that was begun otherwise
     * @throws IOException if a file can't be read or written, or the cluster gives up
     */
    public static RunSummary run(
            JavaSparkContext spark,
            BatchRequest request,
            String input,
            Rulebook rulebook,
            Progress progress)
            throws InputUnusable, RunRefused, IOException {
        return run(spark, request, input, rulebook, progress, Watch.NOTHING);
    }

    /** The same, looked at while it works. */
    public static RunSummary run(
            JavaSparkContext spark,
            BatchRequest request,
            String input,
            Rulebook rulebook,
            Progress progress,
            Watch watch)
            throws InputUnusable, RunRefused, IOException {
        Driver driver = new Driver(spark, request, InputFolder.of(input), rulebook, progress);
        try (GatheredRun run = GatheredRun.begin(request, rulebook, driver::digests)) {
            if (run.complete()) {
                progress.complete();
                return run.summary();
            }
            try {
                return run.seal(
                        request.layout().equals("neutral") ? driver.decide(run, watch) : driver.settled(run, watch));
            } finally {
                Machine.leave(run.work());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
