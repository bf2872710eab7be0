package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number that is there twice is found wherever it stands. */
class SeenHashesTest {
    @TempDir
    Path work;

    @Test
    void numbers_that_differ_are_there_once_also_when_the_table_grows() throws Exception {
        assertEquals(SeenHashes.Told.ONCE, told("SELECT (hash(i) >> 1)::BIGINT FROM range(300000) r(i)"));
        assertEquals(SeenHashes.Told.ONCE, told("SELECT i * 65536 + 7 FROM range(1000) r(i)"));
    }

    @Test
    void the_last_one_may_be_that_of_the_first() throws Exception {
        assertEquals(SeenHashes.Told.TWICE, told("SELECT 5 + i % 299999 FROM range(300000) r(i)"));
    }

    @Test
    void zero_is_a_number_too() throws Exception {
        assertEquals(SeenHashes.Told.TWICE, told("SELECT 0::BIGINT FROM range(2) r(i)"));
        assertEquals(SeenHashes.Told.ONCE, told("SELECT i * 2 FROM range(5) r(i)"));
    }

    @Test
    void one_query_does_not_see_the_numbers_of_another() throws Exception {
        try (Staging staging = Staging.open(work.resolve("w"), 64, 1)) {
            SeenHashes seen = new SeenHashes();
            assertEquals(SeenHashes.Told.ONCE, seen.of(staging, "SELECT i FROM range(10, 100000) r(i)"));
            assertEquals(SeenHashes.Told.ONCE, seen.of(staging, "SELECT i FROM range(10, 20) r(i)"));
        }
    }

    @Test
    void too_many_are_left_to_the_database() throws Exception {
        assertEquals(SeenHashes.Told.TOO_MANY, told("SELECT i FROM range(10, 8400000) r(i)"));
    }

    private SeenHashes.Told told(String sql) throws Exception {
        try (Staging staging = Staging.open(work.resolve("w"), 64, 1)) {
            return new SeenHashes().of(staging, sql);
        }
    }
}
