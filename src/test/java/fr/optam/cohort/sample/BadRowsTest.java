package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {

    @TempDir
    Path directory;

    @Test
    void one_of_each_reason_is_planted_in_turn() throws IOException {
        Written written = Written.of(Written.badRows(Written.request(directory.resolve("a"), 100), "0.002"));
        List<String> reasons = written.result().planted().keySet().stream()
                .filter(name -> name.startsWith("rejected."))
                .toList();
        assertEquals(14, reasons.size(), reasons.toString());
        long fewest = reasons.stream().mapToLong(written::planted).min().orElseThrow();
        for (String reason : reasons) {
            long turns = written.planted(reason) / (reason.endsWith("KEY_CONFLICT") ? 2 : 1);
            assertTrue(turns == fewest || turns == fewest + 1, reason + " " + turns);
        }
    }

    @Test
    void good_rows_are_the_same_with_and_without_bad_ones() throws IOException {
        Written good = Written.of(Written.request(directory.resolve("good"), 20));
        Written bad = Written.of(Written.badRows(Written.request(directory.resolve("bad"), 20), "0.01"));
        List<String> kept = lines(bad).stream()
                .filter(new java.util.HashSet<>(lines(good))::contains)
                .toList();
        long copies = bad.planted("rejected.acts.KEY_DUPLICATE");
        assertEquals(lines(good).size() + copies, kept.size());
        long planted = bad.result().planted().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("rejected.acts."))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        assertEquals(lines(good).size() + planted, lines(bad).size());
    }

    @Test
    void no_share_plants_nothing_and_share_one_plants_after_every_act() throws IOException {
        Written none = Written.of(Written.request(directory.resolve("none"), 3));
        assertTrue(none.result().planted().keySet().stream().noneMatch(name -> name.startsWith("rejected.")));
        Written all = Written.of(Written.badRows(Written.acts(Written.request(directory.resolve("all"), 2), 14), "1"));
        long turns = all.result().acts();
        long conflicts = (turns + 1) / 14;
        assertEquals(2 * conflicts, all.planted("rejected.acts.KEY_CONFLICT"));
        long rejected = all.result().planted().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("rejected."))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        assertEquals(turns + conflicts, rejected);
    }

    @Test
    void the_warehouse_layout_has_its_own_reasons() throws IOException {
        Written written =
                Written.of(Written.badRows(Written.dcir(Written.request(directory.resolve("a"), 50)), "0.002"));
        for (String reason : List.of(
                "ER_PRS_F.DCIR_KEY_DUPLICATE",
                "ER_PRS_F.DCIR_PRACTICE_UNKNOWN",
                "ER_CAM_F.DCIR_CAM_WITHOUT_PRS",
                "ER_CAM_F.DCIR_NEGATIVE_BALANCE")) {
            assertTrue(written.planted("rejected." + reason) > 0, reason);
        }
    }

    @Test
    void plain_rows_are_not_touched_by_the_bytes_that_are_not_utf8() throws IOException {
        Written written = Written.of(Written.badRows(Written.request(directory.resolve("a"), 20), "0.01"));
        long broken =
                lines(written).stream().filter(line -> line.indexOf(0xE9) >= 0).count();
        assertEquals(written.planted("rejected.acts.ROW_NOT_UTF8"), broken);
    }

    private static List<String> lines(Written written) throws IOException {
        return Stream.of(new String(written.bytes("acts.csv"), StandardCharsets.ISO_8859_1).split("\n"))
                .toList();
    }
}
