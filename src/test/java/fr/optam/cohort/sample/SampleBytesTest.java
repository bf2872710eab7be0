package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleBytesTest {

    private static final List<String> NEUTRAL = List.of(
            "practitioners.csv",
            "memberships.csv",
            "activity.csv",
            "acts.csv",
            "events.csv",
            "paid.csv",
            "tariff_rises.csv");

    @TempDir
    Path directory;

    @Test
    void the_same_seed_gives_the_same_bytes_in_both_layouts() throws IOException {
        SampleRequest first = Written.badRows(Written.request(directory.resolve("a"), 20), "0.01");
        SampleRequest second = Written.badRows(Written.request(directory.resolve("b"), 20), "0.01");
        assertEquals(digest(Written.of(first)), digest(Written.of(second)));
        assertEquals(digest(Written.of(Written.dcir(first))), digest(Written.of(Written.dcir(second))));
    }

    @Test
    void another_seed_gives_other_bytes() throws IOException {
        Written first = Written.of(Written.request(directory.resolve("a"), 5));
        Written second = Written.of(new SampleRequest(
                5,
                43,
                directory.resolve("b"),
                "neutral",
                2025,
                OptionalInt.empty(),
                "options",
                "csv",
                BigDecimal.ZERO));
        assertFalse(Arrays.equals(first.bytes("acts.csv"), second.bytes("acts.csv")));
    }

    @Test
    void the_first_ten_of_thirty_are_the_ten_of_ten() throws IOException {
        Written few = Written.of(Written.badRows(Written.request(directory.resolve("few"), 10), "0.01"));
        Written many = Written.of(Written.badRows(Written.request(directory.resolve("many"), 30), "0.01"));
        for (String file : NEUTRAL) {
            byte[] start = few.bytes(file);
            assertArrayEquals(start, Arrays.copyOf(many.bytes(file), start.length), file);
        }
        assertTrue(many.bytes("acts.csv").length > few.bytes("acts.csv").length);
    }

    @Test
    void compressed_files_hold_the_same_rows() throws IOException {
        Written plain = Written.of(Written.request(directory.resolve("plain"), 5));
        Written compressed = Written.of(Written.format(Written.request(directory.resolve("compressed"), 5), "csv.gz"));
        try (GZIPInputStream in = new GZIPInputStream(
                Files.newInputStream(compressed.request().out().resolve("acts.csv.gz")))) {
            assertArrayEquals(plain.bytes("acts.csv"), in.readAllBytes());
        }
    }

    @Test
    void every_practitioner_and_the_summary_say_synthetic() throws IOException {
        Written written = Written.of(Written.request(directory.resolve("a"), 12));
        assertEquals("SYN-000001", written.rows("practitioners").get(0).get("practitioner_id"));
        assertTrue(written.rows("acts").stream()
                .allMatch(row -> row.get("practitioner_id").startsWith("SYN-0")));
        String json = new String(written.bytes("sample.json"), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"kind\" : \"SYNTHETIC\"") && json.contains("\"seed\" : \"42\""), json);
    }

    @Test
    void an_earlier_sample_is_replaced_and_anything_else_is_kept() throws IOException {
        Path out = directory.resolve("a");
        Written.of(Written.format(Written.request(out, 3), "csv.gz"));
        Written.of(Written.dcir(Written.request(out, 3)));
        assertFalse(Files.exists(out.resolve("activity.csv.gz")));
        Files.writeString(out.resolve("mine.txt"), "x");
        IOException refused = assertThrows(IOException.class, () -> Written.of(Written.request(out, 3)));
        assertEquals(out + ": holds another file, mine.txt. Maybe an empty directory was meant.", refused.getMessage());
        assertTrue(Files.exists(out.resolve("ER_PRS_F.csv")));
    }

    @Test
    void a_request_out_of_bounds_is_refused_by_its_option() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Written.request(directory, 0));
        assertEquals("--practitioners: out of bounds, 0. Maybe 1 to 20000000.", refused.getMessage());
    }

    private static String digest(Written written) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : written.result().rows().keySet()) {
            all.append(file).append(Arrays.hashCode(written.bytes(file))).append('\n');
        }
        return all.append(new String(written.bytes("sample.json"), StandardCharsets.UTF_8))
                .toString();
    }
}
