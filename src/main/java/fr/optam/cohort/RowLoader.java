package fr.optam.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBConnection;

/** Loads files of checked rows into a table, one while the next is being written. */
final class RowLoader implements AutoCloseable {
    private final Staging staging;
    private final String target;
    private final String columns;
    private final DuckDBConnection connection;
    private FutureTask<Void> pending;
    private int files;

    /**
     * Opens.
     *
     * @param target table to fill; rows hold a value for each of its columns, in their order
     */
    RowLoader(Staging staging, String target) throws SQLException {
        this.staging = staging;
        this.target = target;
        StringBuilder types = new StringBuilder();
        for (String column : staging.columns(target)) {
            int gap = column.lastIndexOf(' ');
            types.append(types.length() == 0 ? "" : ", ")
                    .append(Staging.text(column.substring(0, gap)))
                    .append(": ")
                    .append(Staging.text(column.substring(gap + 1)));
        }
        this.columns = types.toString();
        this.connection = staging.duplicate();
    }

    /** A file to write the next rows to. */
    Path file() {
        return staging.folder().resolve("rows-" + target + "-" + files++);
    }

    /** Loads a file and deletes it; waits for the one before only. */
    void load(Path file, long rows) throws IOException, SQLException {
        await();
        pending = new FutureTask<>(() -> {
            insert(file, rows);
            return null;
        });
        Thread thread = new Thread(pending, "load-" + target);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the last file. */
    @Override
    public void close() throws IOException, SQLException {
        try (connection) {
            await();
        }
    }

    private void await() throws IOException {
        if (pending == null) {
            return;
        }
        try {
            pending.get();
            pending = null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while rows were loaded", interrupted);
        } catch (ExecutionException | CancellationException failure) {
            throw failure.getCause() instanceof Exception cause ? staging.unreadable(cause) : new IOException(failure);
        }
    }

    private void insert(Path file, long rows) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + target + " BY NAME SELECT * FROM read_csv("
                    + Staging.file(file) + ", auto_detect=false, header=false, delim=chr(31), quote='',"
                    + " escape='', nullstr=chr(2), buffer_size=4194304, max_line_size=1048576, columns={" + columns
                    + "})");
            long loaded = statement.getLargeUpdateCount();
            if (loaded != rows) {
                throw new IOException(rows + " rows were written, but " + loaded + " were loaded");
            }
        }
        Files.delete(file);
    }
}
