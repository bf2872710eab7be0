package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * The database of one reading: staged tables on disk, sorting and grouping that spill instead of growing.
 *
 * <p>A layout fills the tables of {@link StagedTable}, names what is known in {@code s_present}, and hands this to
 * {@link StagedCohort}, which writes {@code rejected.csv}, reconciles the counts and streams the practitioner-years.
 * Nothing is ever fetched: installing and loading of extensions is off.
 */
final class Staging implements AutoCloseable {
    private final Path work;
    private final DuckDBConnection connection;

    private Staging(Path work, DuckDBConnection connection) {
        this.work = work;
        this.connection = connection;
    }

    /**
     * Opens an empty database in a fresh folder and makes all staged tables.
     *
     * @param work private folder; what it holds is deleted first
     * @param memoryMegabytes memory of the database, MB
     * @param threads threads of the database
     * @throws InputUnusable if the folder can't be made or written
     */
    static Staging open(Path work, int memoryMegabytes, int threads) throws InputUnusable {
        try {
            delete(work);
            Files.createDirectories(work.resolve("spill"));
            Properties settings = new Properties();
            settings.setProperty("threads", Integer.toString(threads));
            settings.setProperty("memory_limit", memoryMegabytes + "MB");
            settings.setProperty("temp_directory", work.resolve("spill").toString());
            settings.setProperty("preserve_insertion_order", "false");
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            Staging staging = new Staging(work, connection);
            staging.execute("PRAGMA disable_checkpoint_on_shutdown");
            staging.execute("ATTACH " + text(work.resolve("staged.duckdb").toString()) + " AS staged");
            staging.execute("USE staged");
            staging.execute("BEGIN");
            for (StagedTable table : StagedTable.values()) {
                staging.execute(table.ddl());
            }
            staging.execute("COMMIT");
            return staging;
        } catch (IOException | UncheckedIOException | SQLException failure) {
            throw new InputUnusable(Trouble.unwritable(work.toString(), failure), failure);
        }
    }

    /** The work folder. */
    Path folder() {
        return work;
    }

    /** Columns of a table in their order, each name followed by a space and its type. */
    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery("SELECT column_name || ' ' || data_type FROM duckdb_columns()"
                        + " WHERE table_name = " + text(table) + " ORDER BY column_index")) {
            while (column.next()) {
                columns.add(column.getString(1));
            }
        }
        return columns;
    }

    /** The connection that fills the tables; one thread at a time. */
    DuckDBConnection connection() {
        return connection;
    }

    /** A further connection to the same tables; the caller closes it. */
    DuckDBConnection duplicate() throws SQLException {
        DuckDBConnection further = connection.duplicate();
        try (Statement statement = further.createStatement()) {
            statement.execute("USE staged");
            return further;
        } catch (SQLException failure) {
            further.close();
            throw failure;
        }
    }

    /** Runs one statement and returns the number of rows it changed. */
    long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getLargeUpdateCount();
        }
    }

    /** Runs a query of one whole number; {@code NULL} is 0. */
    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** States that this kind of facts is known, even where a practitioner has no row. */
    void present(StagedTable table) throws SQLException {
        execute("INSERT INTO s_present VALUES (" + text(table.kind()) + ")");
    }

    /** A path as a literal of SQL that stands for this one file, whatever signs are in its name. */
    static String file(Path path) {
        return text(path.toString().replaceAll("[\\[*?]", "[$0]"));
    }

    /** A text as a literal of SQL. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Whether a failure is that of the database or its disk, not of a file that it read. */
    boolean isAtFault(Exception failure) {
        Reason.Kind kind = Reason.of(failure).kind();
        return kind == Reason.Kind.FULL
                || kind == Reason.Kind.MEMORY
                || String.valueOf(failure.getMessage()).contains(work.toString());
    }

    /** What is said of input that can't be staged, or of the work folder where that is at fault. */
    InputUnusable unusable(Path input, Exception failure) {
        if (failure instanceof FileTrouble told) {
            return new InputUnusable(told.trouble(), failure);
        }
        if (Reason.of(failure).kind() == Reason.Kind.MEMORY) {
            return new InputUnusable(tooLittleMemory(input), failure);
        }
        if (isAtFault(failure)) {
            return new InputUnusable(Trouble.unwritable(work.toString(), failure), failure);
        }
        Sentence reason = Reason.of(failure).text();
        return new InputUnusable(
                new Trouble(
                        "STAGING_FAILED",
                        input.toString(),
                        new Sentence(
                                "préparation impossible (" + reason.fr() + ")",
                                "can't be staged (" + reason.en() + ")"),
                        Trouble.NO_HINT),
                failure);
    }

    /** What is said when staged rows can't be read back. */
    FileTrouble unreadable(Exception failure) {
        return Reason.of(failure).kind() == Reason.Kind.MEMORY
                ? FileTrouble.of(tooLittleMemory(work), failure)
                : isAtFault(failure) ? FileTrouble.writing(work, failure) : FileTrouble.reading(work, failure);
    }

    private static Trouble tooLittleMemory(Path where) {
        return new Trouble(
                "MEMORY_FULL",
                where.toString(),
                new Sentence(
                        "la mémoire de tri et de regroupement ne suffit pas",
                        "the memory for sorting and grouping is too small"),
                new Sentence(
                        "Peut-être --memory avec un plus grand nombre, puis reprendre avec --resume.",
                        "Maybe --memory with a larger number, then go on with --resume."));
    }

    /** Closes what failed; what fails on top of it is not told. */
    void abandon() {
        try {
            close();
        } catch (UncheckedIOException second) {
            // the first failure says why; what is left in the folder is deleted when the run goes on
            return;
        }
    }

    /** Closes the database and deletes its folder. */
    @Override
    public void close() {
        try {
            connection.close();
            delete(work);
        } catch (SQLException | IOException failure) {
            throw new UncheckedIOException(FileTrouble.writing(work, failure));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
