package fr.optam.cohort;

import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Hashes of lines, to find those that are there twice: an open table of numbers, many times cheaper than a group-by. */
final class SeenHashes {
    /** Numbers held at most; beyond them the database, which can spill, has to look. */
    private static final int MOST = 1 << 23;

    private static final int FIRST = 1 << 16;

    private long[] places = new long[FIRST];
    private int seen;

    /** What is told of the numbers of a query. */
    enum Told {
        ONCE,
        TWICE,
        TOO_MANY
    }

    /** Whether a query of one column of type BIGINT gives a number twice. */
    Told of(Staging staging, String sql) throws SQLException {
        Arrays.fill(places, 0);
        seen = 0;
        try (DuckDBPreparedStatement statement = staging.connection().prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBReadableVector hashes = result.chunk().vector(0);
                long rows = result.chunk().rowCount();
                if (seen + rows > MOST) {
                    return Told.TOO_MANY;
                }
                while (2 * (seen + rows) > places.length) {
                    grow();
                }
                for (long i = 0; i < rows; i++) {
                    if (!isNew(hashes.getLong(i))) {
                        return Told.TWICE;
                    }
                }
                seen += (int) rows;
            }
        }
        return Told.ONCE;
    }

    private boolean isNew(long hash) {
        // an empty place holds 0; that one number may be taken for another one
        long number = hash == 0 ? 1 : hash;
        int mask = places.length - 1;
        int place = (int) number & mask;
        while (places[place] != 0) {
            if (places[place] == number) {
                return false;
            }
            place = (place + 1) & mask;
        }
        places[place] = number;
        return true;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long number : before) {
            if (number != 0) {
                isNew(number);
            }
        }
    }
}
