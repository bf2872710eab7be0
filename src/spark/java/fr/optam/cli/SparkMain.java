package fr.optam.cli;

import fr.optam.cohort.InputUnusable;
import fr.optam.engine.Engine;
import fr.optam.run.BatchRequest;
import fr.optam.run.Progress;
import fr.optam.run.RunRefused;
import fr.optam.run.RunSummary;
import fr.optam.spark.Quiet;
import fr.optam.spark.SparkBatch;
import fr.optam.spark.Watch;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The program {@code optam} for {@code spark-submit}: {@code batch} is done by the executors. */
public final class SparkMain {
    private SparkMain() {}

    /** Runs a verb and exits with its code. */
    public static void main(String[] args) {
        Shell shell = Shell.system(Optional.empty());
        int exit;
        try (Work work = new Work()) {
            exit = run(args, shell, work);
        }
        shell.err().flush();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs a verb; the exit code is that of the contract. */
    static int run(String[] args, Shell shell, BatchWork work) {
        return Main.run(args, shell, given -> Verbs.parser(given, work));
    }

    /** A cluster that is there when it is first needed. */
    static final class Work implements BatchWork, AutoCloseable {
        private final Watch watch;
        private JavaSparkContext spark;

        Work() {
            this.watch = Watch.NOTHING;
        }

        /** With a cluster that is there. */
        Work(JavaSparkContext spark, Watch watch) {
            this.spark = spark;
            this.watch = watch;
        }

        private JavaSparkContext spark() {
            if (spark == null) {
                spark = new JavaSparkContext(SparkBatch.settings(new SparkConf()));
                Quiet.now();
            }
            return spark;
        }

        @Override
        public boolean isFolder(String input) throws IOException {
            return SparkBatch.isFolder(spark(), input);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public RunSummary run(BatchRequest request, String input, Engine engine, Progress progress)
                throws Failure, InputUnusable, RunRefused, IOException {
            if (request.out().toString().matches("[a-z][a-z0-9+.-]+:.*")) {
                throw Failure.usage(
                        "--out",
                        "not a folder of the machine of the driver, " + request.out(),
                        "Maybe write it here, and copy it when it is sealed.");
            }
            return SparkBatch.run(spark(), request, input, engine.rulebook(), progress, watch);
        }

        @Override
        public void close() {
            if (spark != null) {
                spark.close();
            }
        }
    }
}
