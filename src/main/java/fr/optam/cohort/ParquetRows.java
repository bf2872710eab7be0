package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Rows of a Parquet file as text, in the order of the file, with row group and row. */
final class ParquetRows implements AutoCloseable {
    /** Name of the column of {@link #source} that counts the rows of the file from 0. */
    static final String ROW = "file_row";

    private final Staging staging;
    private final NeutralFile file;
    private final DuckDBConnection connection;
    private ParquetSchema schema;
    private DuckDBPreparedStatement statement;
    private DuckDBChunkedResult result;
    private DuckDBReadableVector[] vectors = new DuckDBReadableVector[0];
    private int[] places;
    private long chunkRows;
    private long at;
    private long row;
    private int group;

    private ParquetRows(Staging staging, NeutralFile file) throws SQLException {
        this.staging = staging;
        this.file = file;
        this.connection = staging.duplicate();
    }

    /**
     * Reads the schema.
     *
     * @throws InputUnusable if the file can't be read, or keeps money or a rate as binary floating point
     */
    static ParquetRows open(Staging staging, NeutralFile file) throws InputUnusable, SQLException {
        ParquetRows rows = new ParquetRows(staging, file);
        try {
            rows.schema = ParquetSchema.read(rows.connection, file);
            return rows;
        } catch (SQLException failure) {
            rows.close();
            throw rows.unreadable(failure);
        } catch (InputUnusable refused) {
            rows.close();
            throw refused;
        }
    }

    /** SQL types of the columns by name. */
    Map<String, String> types() {
        return schema.types();
    }

    /** Column names. */
    List<String> header() {
        return List.copyOf(schema.types().keySet());
    }

    /** Number of rows of the file. */
    long size() {
        return schema.size();
    }

    /** The rows and their columns as text, under the names of the format; no column that the file does not have. */
    String source(Header header) {
        StringBuilder columns = new StringBuilder("SELECT file_row_number AS " + ROW);
        for (int i = 0; i < header.places().length; i++) {
            if (header.places()[i] >= 0) {
                Column column = file.table().columns().get(i);
                columns.append(", coalesce(")
                        .append(schema.text(column))
                        .append(", '') AS \"")
                        .append(column.name())
                        .append('"');
            }
        }
        return columns + " FROM read_parquet(" + Staging.file(file.path())
                + ", binary_as_string=true, file_row_number=true)";
    }

    /**
     * Starts reading the columns of the format.
     *
     * @param where condition over the columns of {@link #source}
     */
    void select(Header header, String where) throws InputUnusable, SQLException {
        places = new int[header.places().length];
        int next = 1;
        for (int i = 0; i < places.length; i++) {
            places[i] = header.places()[i] < 0 ? -1 : next++;
        }
        try {
            statement = connection.prepare("SELECT * FROM (" + source(header) + ") WHERE " + where);
            result = statement.query();
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    /** First rows of the row groups, counted from 0. */
    List<Long> groupStarts() {
        return schema.groupStarts();
    }

    /** Goes to the next row and fills its cells; {@code null} for a column that the file does not have. */
    boolean next(String[] cells) throws InputUnusable {
        try {
            while (at == chunkRows) {
                if (!result.nextChunk()) {
                    return false;
                }
                chunk(result.chunk());
            }
        } catch (RuntimeException failure) {
            throw unreadable(failure);
        }
        row = vectors[0].getLong(at);
        for (int i = 0; i < places.length; i++) {
            cells[i] = places[i] < 0 ? null : vectors[places[i]].getString(at);
        }
        at++;
        return true;
    }

    /** Position of the row, see {@link Origin}. */
    long position() {
        while (group > 0 && schema.groupStarts().get(group) > row) {
            group--;
        }
        while (group + 1 < schema.groupStarts().size() && schema.groupStarts().get(group + 1) <= row) {
            group++;
        }
        return Origin.position(group + 1L, row - schema.groupStarts().get(group) + 1);
    }

    @Override
    public void close() throws SQLException {
        if (result != null) {
            result.close();
        }
        if (statement != null) {
            statement.close();
        }
        connection.close();
    }

    private void chunk(DuckDBDataChunkReader chunk) {
        if (vectors.length == 0) {
            vectors = new DuckDBReadableVector[(int) chunk.columnCount()];
        }
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = chunk.vector(i);
        }
        chunkRows = chunk.rowCount();
        at = 0;
    }

    /** What is said of a file that can't be read. */
    InputUnusable unreadable(Exception failure) {
        if (staging.isAtFault(failure)) {
            return staging.unusable(file.path(), failure);
        }
        Sentence reason = Reason.of(failure).text();
        return new InputUnusable(
                new Trouble(
                        "FILE_UNREADABLE",
                        file.path().toString(),
                        new Sentence(
                                "illisible comme Parquet (" + reason.fr() + ")",
                                "can't be read as Parquet (" + reason.en() + ")"),
                        new Sentence("Peut-être a-t-il été coupé ?", "Maybe it was cut off?")),
                failure);
    }
}
