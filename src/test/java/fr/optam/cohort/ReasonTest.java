package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No space left on device|FULL",
                "IO Error: Could not write file \"/x/.work/staged.duckdb\": No space left on device|FULL",
                "Out of Memory Error: failed to offload data block of size 256.0 KiB (1 MiB/1 MiB used).|FULL",
                "Out of Memory Error: could not allocate block of size 256.0 KiB|MEMORY",
                "/x: Read-only file system|READ_ONLY",
                "Unexpected end of ZLIB input stream|CUT",
                "Invalid Input Error: No magic bytes found at end of file '/x'|CUT",
                "Not in GZIP format|NOT_GZIP",
                "Corrupt GZIP trailer|TORN",
                "Conversion Error: something else|OTHER",
            })
    void a_failure_is_told_by_what_it_says(String message, Reason.Kind kind) {
        assertEquals(kind, Reason.of(new SQLException(message)).kind());
    }

    @Test
    void a_failure_is_told_by_its_kind_or_by_what_caused_it() {
        assertEquals(
                Reason.Kind.DENIED, Reason.of(new AccessDeniedException("/x")).kind());
        assertEquals(Reason.Kind.CUT, Reason.of(new EOFException()).kind());
        assertEquals(
                Reason.Kind.FULL,
                Reason.of(new IOException("rows", new IOException("Disk quota exceeded")))
                        .kind());
    }

    @Test
    void what_the_database_says_is_one_line_without_its_stack() {
        String said = Reason.of(new SQLException("Invalid Input Error: Attempting to execute an unsuccessful or closed"
                        + " pending query result\nError: Internal Error: a row of 3 values\n\nStack Trace:\n\nat f()"))
                .text()
                .en();
        assertEquals("a row of 3 values", said);
        assertFalse(Reason.of(new SQLException("a".repeat(5_000))).text().fr().length() > 201);
    }
}
