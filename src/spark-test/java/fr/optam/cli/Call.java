package fr.optam.cli;

import fr.optam.spark.Watch;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A call of the program and what came of it.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record Call(int exit, String out, String err) {

    /** A call without Spark. */
    static Call plain(String... args) {
        return of(shell -> Main.run(args, shell));
    }

    /** A call whose batch is done by a cluster. */
    static Call spark(JavaSparkContext spark, Watch watch, String... args) {
        return of(shell -> SparkMain.run(args, shell, new SparkMain.Work(spark, watch)));
    }

    private static Call of(ToIntFunction<Shell> run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run.applyAsInt(new Shell(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of(),
                Optional.empty()));
        return new Call(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
