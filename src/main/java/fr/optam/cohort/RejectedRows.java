package fr.optam.cohort;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes {@code rejected.csv}: one line a rejected row, in order of file and line. */
final class RejectedRows {
    private static final String HEADER = "file,line,column,value,reason,message_fr,message_en\n";
    private static final int VALUE_LENGTH = 80;

    private RejectedRows() {}

    /**
     * Writes the rows of {@code s_rejected}; the file is there with its header even if there is none.
     *
     * @throws IOException if the file can't be written
     */
    static void write(Staging staging, Path target) throws IOException, SQLException {
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8);
                Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT file, line, "column", value, reason, coalesce(hint, '')
                        FROM s_rejected ORDER BY file_rank, file, position, column_rank, reason""")) {
            out.write(HEADER);
            while (row.next()) {
                String column = row.getString(3);
                String value = shortened(row.getString(4));
                RejectReason reason = RejectReason.valueOf(row.getString(5));
                String hint = row.getString(6);
                out.write(String.join(
                        ",",
                        quoted(row.getString(1)),
                        row.getString(2),
                        column,
                        quoted(value),
                        reason.name(),
                        quoted(reason.french(column, value, hint)),
                        quoted(reason.english(column, value, hint))));
                out.write('\n');
            }
        }
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= VALUE_LENGTH
                ? value
                : value.substring(0, value.offsetByCodePoints(0, VALUE_LENGTH));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().allMatch(c -> c != ',' && c != '"' && c != '\n' && c != '\r' && c != ';');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
