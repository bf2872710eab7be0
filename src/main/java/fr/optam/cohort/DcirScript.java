package fr.optam.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The SQL files that ship with the program under {@code dcir/}: code tables and the steps of the layout. */
final class DcirScript {
    private DcirScript() {}

    /** Runs the statements of a file that makes small tables, as one transaction: one wait on disk instead of many. */
    static void runAtOnce(Staging staging, String name) throws SQLException {
        staging.execute("BEGIN");
        run(staging, name);
        staging.execute("COMMIT");
    }

    /** Runs the statements of a file in order; each is a transaction, because what is not committed stays in memory. */
    static void run(Staging staging, String name) throws SQLException {
        for (String statement : text(name).split(";\\s*(?=\\n|$)")) {
            if (!statement.isBlank()) {
                try {
                    staging.execute(statement);
                } catch (SQLException failure) {
                    throw new SQLException("dcir/" + name + ".sql: " + failure.getMessage(), failure);
                }
            }
        }
    }

    /** Runs the one query of a file and gives its rows of name and value. */
    static Map<String, String> figures(Staging staging, String name) throws SQLException {
        Map<String, String> figures = new TreeMap<>();
        try (Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery(text(name))) {
            while (row.next()) {
                if (row.getString(2) != null) {
                    figures.put(row.getString(1), row.getString(2));
                }
            }
        }
        return figures;
    }

    /** A resource of the program. */
    static InputStream open(String path) throws IOException {
        InputStream in = DcirScript.class.getResourceAsStream(path);
        if (in == null) {
            throw new IOException(path + ": not in the program");
        }
        return in;
    }

    private static String text(String name) {
        try (InputStream in = open("/dcir/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
