package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a cluster of several processes, slow tasks that are done twice and an executor that dies change nothing. */
class SparkClusterTest {
    @TempDir
    Path root;

    private String[] batch(Path input, String out) {
        return new String[] {
            "batch",
            "--input",
            input.toString(),
            "--year",
            "2025",
            "--out",
            root.resolve(out).toString(),
            "--cross-check",
            "0",
            "--no-progress"
        };
    }

    @Test
    void speculative_duplicates_and_a_killed_executor_change_nothing() throws Exception {
        Path input = Cohorts.mixed(root.resolve("input"));
        assertEquals(Exit.PARTLY, Call.plain(batch(input, "batch")).exit());
        Map<String, String> expected = Cohorts.files(root.resolve("batch"));
        Path home = Path.of(System.getenv().getOrDefault("SPARK_HOME", root.resolve("home").toString()));
        try (SparkCluster cluster = new SparkCluster(home, root.resolve("workers"))) {
            long begin = System.nanoTime();
            Call slow = Call.spark(cluster.spark(), new Slow(""), batch(input, "slow"));
            assertEquals(Exit.PARTLY, slow.exit(), slow.err());
            assertEquals(expected, Cohorts.files(root.resolve("slow")));
            assertTrue(cluster.seen().contains("speculative"), () -> cluster.seen().toString());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 500, "the slow attempts were not waited for");
            assertFalse(cluster.seen().contains("removed"));

            Path died = root.resolve("died");
            Call killed = Call.spark(cluster.spark(), new Slow(died.toString()), batch(input, "killed"));
            assertEquals(Exit.PARTLY, killed.exit(), killed.err());
            assertEquals(expected, Cohorts.files(root.resolve("killed")));
            assertTrue(Files.exists(died) && cluster.seen().contains("removed"), () -> cluster.seen().toString());
        }
    }
}
