package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.spark.SparkBatch;
import fr.optam.spark.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that a Spark job decides is the run of {@code batch}, byte for byte, whatever happens to its tasks. */
class SparkBatchTest {
    /** What tasks of this process did; they run in it. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @TempDir
    static Path root;

    private static JavaSparkContext spark;
    private static Path mixed;
    private static Map<String, String> expected;

    @BeforeAll
    static void begin() throws IOException {
        spark = new JavaSparkContext(SparkBatch.settings(new SparkConf())
                .setMaster("local[2,3]")
                .set("spark.hadoop.fs.far.impl", FarFileSystem.class.getName())
                .set("spark.ui.enabled", "false"));
        spark.setLogLevel("OFF");
        mixed = Cohorts.mixed(root.resolve("mixed"));
        expected = plain(mixed, root.resolve("batch"));
    }

    @AfterAll
    static void end() {
        spark.close();
    }

    private static String[] batch(String input, Path out, String... more) {
        String[] args = {"batch", "--input", input, "--year", "2025", "--out", out.toString(), "--no-progress"};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    private static Map<String, String> plain(Path input, Path out) throws IOException {
        Call call = Call.plain(batch(input.toString(), out));
        assertEquals(Exit.PARTLY, call.exit(), call.err());
        return Cohorts.files(out);
    }

    private static Map<String, String> spark(String input, Path out, Watch watch, String... more) throws IOException {
        Call call = Call.spark(spark, watch, batch(input, out, more));
        assertEquals(Exit.PARTLY, call.exit(), call.err());
        return Cohorts.files(out);
    }

    @Test
    void csv_and_compressed_csv_give_the_run_of_batch() throws Exception {
        assertTrue(Files.size(root.resolve("batch/rejected.csv")) > 5_000);
        assertTrue(expected.containsKey("decisions/part-000001.jsonl.gz"), expected.keySet().toString());
        Path out = root.resolve("spark");
        assertEquals(expected, spark(mixed.toString(), out, Watch.NOTHING));
        assertEquals(0, Call.plain("verify", out.toString()).exit());
        assertEquals(0, Call.plain("replay", out.toString()).exit());
        String again = Call.spark(spark, Watch.NOTHING, batch(mixed.toString(), out, "--resume")).out();
        assertEquals(Call.plain(batch(mixed.toString(), root.resolve("batch"), "--resume")).out(), again);
    }

    @Test
    void parquet_gives_the_run_of_batch() throws Exception {
        Path input = Cohorts.of("parquet", root.resolve("parquet"));
        assertEquals(
                plain(input, root.resolve("parquet-batch")),
                spark(input.toString(), root.resolve("parquet-spark"), Watch.NOTHING));
    }

    @Test
    void tables_of_the_health_data_warehouse_give_the_run_of_batch() throws Exception {
        String[] layout = {"--layout", "dcir"};
        Path shipped = Path.of("test-scenarios", "cohort", "dcir");
        Call call = Call.plain(batch(shipped.toString(), root.resolve("dcir-batch"), layout));
        assertEquals(Exit.PARTLY, call.exit(), call.err());
        Map<String, String> here = Cohorts.files(root.resolve("dcir-batch"));
        assertEquals(here, spark(shipped.toString(), root.resolve("dcir-spark"), Watch.NOTHING, layout));
        assertEquals(
                here,
                spark("far://there" + shipped.toAbsolutePath(), root.resolve("dcir-far"), Watch.NOTHING, layout));
    }

    @Test
    void an_input_on_a_file_system_of_hadoop_gives_the_run_of_batch() throws Exception {
        Map<String, String> far =
                spark("far://there" + mixed.toAbsolutePath() + "/", root.resolve("far-spark"), Watch.NOTHING);
        Map<String, String> same = new java.util.TreeMap<>(expected);
        // the warning about a file that nobody reads names it where it is
        for (String named : Set.of("summary.json", "summary.txt", "manifest.json", "seal.json")) {
            assertNotEquals(same.remove(named), far.remove(named));
        }
        assertEquals(same, far);
        String summary = Files.readString(root.resolve("far-spark/summary.json"));
        assertEquals(
                Files.readString(root.resolve("batch/summary.json")),
                summary.replace("far://there" + mixed.toAbsolutePath(), mixed.toString()));
        assertEquals(
                expected, spark(mixed.toAbsolutePath().toUri().toString(), root.resolve("uri-spark"), Watch.NOTHING));
    }

    @Test
    void tasks_that_fail_and_are_retried_change_nothing() throws Exception {
        SEEN.clear();
        Watch failing = (step, number, attempt) -> {
            SEEN.add(step + " " + number + " " + attempt);
            boolean spared = step.equals("file") && number % 2 == 0 || step.equals("share") && number == 1;
            if (attempt == 0 && !spared) {
                throw new IllegalStateException("lost");
            }
        };
        assertEquals(expected, spark(mixed.toString(), root.resolve("failing"), failing));
        assertTrue(SEEN.contains("share 0 1") && SEEN.contains("decided 1 0") && SEEN.contains("decided 1 1"), SEEN::toString);
    }

    @Test
    void a_job_that_fails_for_good_leaves_what_no_one_takes_for_a_run_and_goes_on() throws Exception {
        Path out = root.resolve("lost");
        String journal = out.resolve("journal.jsonl").toString();
        Watch lost = (step, number, attempt) -> {
            if (step.equals("decided") && number == 1) {
                waitFor(() -> Files.readAllLines(Path.of(journal)).size() > 1);
                throw new IllegalStateException("this share is lost");
            }
        };
        Call call = Call.spark(spark, lost, batch(mixed.toString(), out));
        assertEquals(Exit.FAILED, call.exit());
        assertTrue(call.err().contains("this share is lost"), call.err());
        assertFalse(Files.exists(out.resolve("seal.json")));
        assertFalse(Files.exists(out.resolve(".work")));
        assertNotEquals(0, Call.plain("verify", out.toString()).exit());
        assertEquals(Exit.USAGE, Call.spark(spark, Watch.NOTHING, batch(mixed.toString(), out)).exit());
        Path here = root.resolve("lost-here");
        Cohorts.copy(out, here);
        assertEquals(
                Exit.PARTLY,
                Call.plain(batch(mixed.toString(), here, "--resume")).exit());
        assertEquals(expected, Cohorts.files(here), "batch goes on with what a cluster began");
        SEEN.clear();
        Watch seeing = (step, number, attempt) -> SEEN.add(step + " " + number);
        assertEquals(expected, spark(mixed.toString(), out, seeing, "--resume"));
        assertTrue(SEEN.contains("decided 1"), SEEN::toString);
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            for (int i = 0; i < 600 && !condition.call(); i++) {
                Thread.sleep(50);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_input_that_batch_refuses_is_refused_alike() throws Exception {
        Path input = Cohorts.of("csv.gz", root.resolve("cut"));
        Cohorts.cut(input.resolve("acts.csv.gz"));
        same(input.toString());
        Path columns = Cohorts.of("csv", root.resolve("columns"));
        Files.writeString(columns.resolve("acts.csv"), "practitioner_id,act_id\np1,a\n");
        Files.writeString(columns.resolve("events.csv"), "practitioner_id\np1\n");
        same(columns.toString());
        Files.delete(columns.resolve("practitioners.csv"));
        same(columns.toString());
        Files.writeString(columns.resolve("practitioners.parquet"), "no Parquet");
        same(columns.toString());
        same(root.resolve("nowhere").toString());
    }

    @Test
    void a_run_can_be_written_to_the_machine_of_the_driver_only() {
        Call call = Call.spark(
                spark, Watch.NOTHING, batch(mixed.toString(), Path.of("far://there/run"), "--lang", "en"));
        assertEquals(Exit.USAGE, call.exit());
        assertTrue(call.err().contains("--out: not a folder of the machine of the driver"), call.err());
    }

    private void same(String input) throws IOException {
        Path out = root.resolve("refused");
        Call here = Call.plain(batch(input, out, "--format", "json"));
        Call there = Call.spark(spark, Watch.NOTHING, batch(input, root.resolve("refused-spark"), "--format", "json"));
        assertNotEquals(0, here.exit());
        assertEquals(here, there);
        assertFalse(Files.exists(root.resolve("refused-spark").resolve("seal.json")));
    }
}
