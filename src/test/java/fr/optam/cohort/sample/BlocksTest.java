package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

    private static final String ACTS = "SELECT practitioner_id, act_id, \"on\"::DATE, \"at\"::TIME, code, activity,"
            + " category, modifiers, allowed_modifiers, association, quantity::INTEGER, base_tariff::DECIMAL(9,2),"
            + " base_tariff_without_option::DECIMAL(9,2), fee_charged::DECIMAL(10,2), c2s::BOOLEAN, emergency::BOOLEAN"
            + " FROM %s ORDER BY practitioner_id, length(act_id), act_id";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"neutral, 0", "neutral, 0.01", "dcir, 0", "dcir, 0.01"})
    void no_byte_depends_on_threads_or_blocks(String layout, String badRows) throws IOException {
        Written whole = Written.of(request("whole", layout, badRows));
        Written blocks = Written.inSmallBlocks(request("blocks", layout, badRows));
        assertEquals(whole.result(), blocks.result());
        assertEquals(names(whole), names(blocks));
        for (String name : names(whole)) {
            assertArrayEquals(whole.bytes(name), blocks.bytes(name), name);
        }
    }

    private SampleRequest request(String name, String layout, String badRows) {
        SampleRequest neutral = Written.request(directory.resolve(name), 40);
        return Written.badRows(layout.equals("dcir") ? Written.dcir(neutral) : neutral, badRows);
    }

    @Test
    void compressed_blocks_are_one_file_with_one_header() throws IOException {
        Written plain = Written.of(Written.request(directory.resolve("plain"), 40));
        Written blocks =
                Written.inSmallBlocks(Written.format(Written.request(directory.resolve("blocks"), 40), "csv.gz"));
        for (String name : plain.result().rows().keySet()) {
            try (GZIPInputStream in = new GZIPInputStream(
                    Files.newInputStream(blocks.request().out().resolve(name + ".gz")))) {
                assertArrayEquals(plain.bytes(name), in.readAllBytes(), name);
            }
        }
    }

    @Test
    void acts_in_parquet_come_in_parts_with_the_rows_of_the_csv() throws IOException, SQLException {
        Written plain = Written.of(Written.request(directory.resolve("plain"), 40));
        SampleRequest request = Written.format(Written.request(directory.resolve("parts"), 40), "parquet");
        Written parts = Written.inSmallBlocks(request);
        List<String> names = names(parts);
        assertTrue(names.contains("acts-00001.parquet") && names.contains("acts-00002.parquet"), names.toString());
        assertFalse(names.contains("acts.parquet"), names.toString());
        assertEquals(
                plain.result().rows().get("acts.csv"), parts.result().rows().get("acts-*.parquet"));
        same(rows(plain, "acts.csv"), rows(parts, "acts-*.parquet"));
        Written again = Written.inSmallBlocks(request);
        assertEquals(names, names(again));
    }

    @ParameterizedTest
    @CsvSource({"csv", "csv.gz", "parquet"})
    void acts_sorted_by_date_are_the_same_acts(String format) throws IOException, SQLException {
        Written plain = Written.of(Written.request(directory.resolve("plain"), 40));
        Written sorted = Written.inSmallBlocks(
                Written.byDate(Written.format(Written.request(directory.resolve("sorted"), 40), format)));
        same(rows(plain, "acts.csv"), rows(sorted, "acts." + format));
        List<String> days =
                query("SELECT \"on\" FROM '" + sorted.request().out().resolve("acts." + format) + "'");
        same(days.stream().sorted().toList(), days);
        assertEquals(7, sorted.result().rows().size());
        assertTrue(
                names(sorted).stream().noneMatch(name -> name.endsWith(".part")),
                names(sorted).toString());
    }

    @Test
    void a_csv_sorted_by_date_is_written_like_the_other() throws IOException {
        Written plain = Written.of(Written.request(directory.resolve("plain"), 20));
        Written sorted = Written.of(Written.byDate(Written.request(directory.resolve("sorted"), 20)));
        same(lines(plain).sorted().toList(), lines(sorted).sorted().toList());
        assertEquals(lines(plain).findFirst(), lines(sorted).findFirst());
    }

    private static Stream<String> lines(Written written) throws IOException {
        return Files.readString(written.request().out().resolve("acts.csv")).lines();
    }

    @Test
    void acts_asked_for_are_the_mean_and_skewed() throws IOException {
        Written written = Written.of(Written.acts(Written.request(directory.resolve("a"), 2_000), 30));
        long mean = written.result().acts() * 100 / 2_000;
        assertTrue(mean > 2_900 && mean < 3_100, "mean " + mean);
        Map<String, Integer> counts = new TreeMap<>();
        written.rows("acts").forEach(act -> counts.merge(act.get("practitioner_id"), 1, Integer::sum));
        long fewer = counts.values().stream().filter(count -> count < 30).count();
        assertTrue(fewer > 1_100 && fewer < 1_400, "below the mean: " + fewer);
        assertTrue(counts.values().stream().anyMatch(count -> count > 90), "none with many");
    }

    @Test
    void progress_adds_up_to_the_practitioners() throws IOException {
        AtomicLong told = new AtomicLong();
        SampleRequest request = Written.request(directory.resolve("a"), 37);
        Sample.write(request, new HandTables(), told::addAndGet, new Blocks.Cut(500, 5_000));
        assertEquals(37, told.get());
    }

    @Test
    void a_sample_cut_off_is_written_again() throws IOException {
        Path out = Files.createDirectories(directory.resolve("a"));
        Files.createFile(out.resolve("sample.part"));
        Files.writeString(out.resolve("acts-00001.csv.part"), "x");
        Written written = Written.of(Written.request(out, 3));
        assertEquals(8, names(written).size(), names(written).toString());
    }

    @Test
    void a_failure_of_one_thread_ends_all_and_leaves_no_whole_file() throws IOException {
        Path out = directory.resolve("a");
        SampleRequest request = Written.request(out, 40);
        AtomicLong blocks = new AtomicLong();
        IllegalStateException stopped = assertThrows(
                IllegalStateException.class,
                () -> Sample.write(
                        request,
                        new HandTables(),
                        written -> {
                            if (blocks.incrementAndGet() == 2) {
                                throw new IllegalStateException("stop");
                            }
                        },
                        new Blocks.Cut(500, 5_000)));
        assertTrue(stopped.toString().contains("stop"), stopped.toString());
        assertFalse(Files.exists(out.resolve("sample.json")));
        assertFalse(Files.exists(out.resolve("acts.csv")));
    }

    @Test
    void the_order_by_date_asks_for_sound_neutral_acts() {
        SampleRequest dcir = Written.dcir(Written.request(directory, 3));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Written.byDate(dcir));
        assertEquals("--order: not known, date. Maybe one of practitioner.", refused.getMessage());
    }

    private List<String> rows(Written written, String file) throws SQLException {
        Path path = written.request().out().resolve(file);
        return query(String.format(
                ACTS,
                file.endsWith("parquet")
                        ? "read_parquet('" + path + "')"
                        : "read_csv('" + path + "', header = true, all_varchar = true)"));
    }

    /** Says the first row that differs, not all of them. */
    private static void same(List<String> expected, List<String> found) {
        assertEquals(expected.size(), found.size());
        for (int row = 0; row < expected.size(); row++) {
            assertEquals(expected.get(row), found.get(row), "row " + row);
        }
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            List<String> rows = new java.util.ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= columns; column++) {
                        row.append(result.getString(column)).append('|');
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }

    private static List<String> names(Written written) throws IOException {
        try (Stream<Path> files = Files.list(written.request().out())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
