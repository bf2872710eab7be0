package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cli.ProgressState.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {
    private static final ProgressText FRENCH = new ProgressText(true, "décisions");
    private static final ProgressText ENGLISH = new ProgressText(false, "decided");

    private static ProgressState deciding(long earlier, long done, long rate, long rejected) {
        return new ProgressState(Stage.DECIDING, "", 0, -1, rejected, 112_159, earlier, done, rate, 7);
    }

    private static ProgressState reading(Stage stage, String file, long rows, long of, long rejected) {
        return new ProgressState(stage, file, rows, of, rejected, 0, 0, 0, 0, 75);
    }

    /** Spaces that hold words together, as a person sees them. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void a_terminal_shows_share_count_rate_remaining_time_and_rejections() {
        assertEquals(
                "decided  50 % ████████████████████░░░░░░░░░░░░░░░░░░░░  56,080/112,159  1,250/s  45 s left  12 rows rejected",
                plain(ENGLISH.bar(deciding(0, 56_080, 1_250, 12), 120)));
        assertEquals(
                "décisions  50 % █████████░░░░░░░░░  56 080/112 159  9/s  1 h 43 restantes",
                plain(FRENCH.bar(deciding(0, 56_080, 9, 0), 74)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 20, 40, 60, 80, 100, 120, 300})
    void no_line_is_wider_than_the_terminal(int columns) {
        for (long done : new long[] {0, 1, 99_999, 112_158, 112_159}) {
            String bar = FRENCH.bar(deciding(0, done, 1_234, 99_999_999), columns);
            assertTrue(bar.length() < columns, bar);
        }
        String reading =
                FRENCH.bar(reading(Stage.READING, "a-file-of-a-long-name.csv.gz", 300_000_000, -1, 5_000_000), columns);
        assertTrue(reading.length() < columns, reading);
    }

    @Test
    void a_narrow_terminal_gives_up_rejections_first_and_the_count_last() {
        assertEquals("decided  50 %  56,080/112,159", plain(ENGLISH.bar(deciding(0, 56_080, 1_250, 12), 32)));
    }

    @Test
    void the_rate_is_left_out_as_long_as_it_is_not_known() {
        assertEquals(
                "décisions   0 % ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/112 159  7 s",
                plain(FRENCH.bar(deciding(0, 0, 0, 0), 120)));
    }

    @Test
    void reading_shows_rows_and_time_and_the_whole_where_it_is_known() {
        assertEquals(
                "reading acts.csv, 12,000,000 rows, 1 min 15, 1 row rejected",
                plain(ENGLISH.line(reading(Stage.READING, "acts.csv", 12_000_000, -1, 1))));
        assertEquals(
                "lecture de acts.parquet, 30 000 000 lignes, 1 min 15",
                plain(FRENCH.line(reading(Stage.READING, "acts.parquet", 0, 30_000_000, 0))));
        assertEquals(
                "lecture de acts.parquet, 8 192/30 000 000 lignes, 1 min 15, 2 lignes rejetées",
                plain(FRENCH.line(reading(Stage.READING, "acts.parquet", 8_192, 30_000_000, 2))));
        assertEquals("mise en ordre des lignes, 1 min 15", plain(FRENCH.line(reading(Stage.ORDERING, "", 0, -1, 0))));
        assertEquals("digests of the input, 1 min 15", plain(ENGLISH.line(reading(Stage.CHECKING, "", 0, -1, 0))));
    }

    @Test
    void a_file_gets_plain_lines_that_also_say_what_an_earlier_start_decided() {
        assertEquals(
                "112 159 praticiens à décider, 51 200 déjà décidés auparavant, 3 lignes rejetées",
                plain(FRENCH.begin(deciding(51_200, 51_200, 0, 3))));
        assertEquals(
                "decided 56,080/112,159 (50 %), 1,250/s, 45 s left, 3 rows rejected",
                plain(ENGLISH.line(deciding(51_200, 56_080, 1_250, 3))));
    }

    @Test
    void an_empty_cohort_is_done() {
        ProgressState empty = new ProgressState(Stage.DECIDING, "", 0, -1, 0, 0, 0, 0, 0, 0);
        assertEquals("decided 0/0 (100 %)", plain(ENGLISH.line(empty)));
    }
}
