package fr.optam.cohort;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Rows of one staged table in order of practitioner, one block in memory at a time; column 0 is the practitioner. */
final class RowStream implements AutoCloseable {
    private final Staging staging;
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private DuckDBReadableVector[] vectors = new DuckDBReadableVector[0];
    private long rows;
    private long at;
    private String practitioner = "";

    /** Starts a query whose rows are in order of their first column. */
    RowStream(Staging staging, String sql) throws SQLException {
        this.staging = staging;
        connection = staging.duplicate();
        try {
            statement = connection.prepare(sql);
            result = statement.query();
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        at = -1;
        next();
    }

    /** Whether the row at hand is one of this practitioner. */
    boolean of(String id) {
        return practitioner.equals(id);
    }

    /**
     * Checks that the row at hand is of this practitioner or a later one.
     *
     * @throws IllegalStateException if rows of someone before were left
     */
    void noneBefore(String id, StagedTable table) {
        if (!practitioner.isEmpty() && !of(id) && practitioner.compareTo(id) < 0) {
            throw new IllegalStateException(
                    table.sqlName() + ": rows of " + practitioner + ", who is not in s_practitioners.");
        }
    }

    /** Practitioner of the row at hand; empty text after the last row. */
    String practitioner() {
        return practitioner;
    }

    /** Goes to the next row. */
    void next() {
        at++;
        try {
            while (at >= rows) {
                if (!result.nextChunk()) {
                    practitioner = "";
                    return;
                }
                block(result.chunk());
            }
        } catch (RuntimeException failure) {
            throw new UncheckedIOException(staging.unreadable(failure));
        }
        String id = vectors[0].getString(at);
        if (!id.equals(practitioner)) {
            practitioner = id;
        }
    }

    Optional<String> text(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getString(at));
    }

    Optional<BigDecimal> decimal(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getBigDecimal(at));
    }

    Optional<LocalDate> date(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getLocalDate(at));
    }

    Optional<Boolean> bool(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getBoolean(at));
    }

    /** A column of type INTEGER. */
    Optional<Integer> whole(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getInt(at));
    }

    /** A column of type BIGINT. */
    Optional<Long> count(int column) {
        return unknown(column) ? Optional.empty() : Optional.of(vectors[column].getLong(at));
    }

    @Override
    public void close() {
        try {
            result.close();
            statement.close();
            connection.close();
        } catch (SQLException failure) {
            throw new UncheckedIOException(staging.unreadable(failure));
        }
    }

    private boolean unknown(int column) {
        return vectors[column].isNull(at);
    }

    private void block(DuckDBDataChunkReader chunk) {
        if (vectors.length == 0) {
            vectors = new DuckDBReadableVector[(int) chunk.columnCount()];
        }
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = chunk.vector(i);
        }
        rows = chunk.rowCount();
        at = 0;
    }
}
