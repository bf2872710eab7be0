package fr.optam.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows of staged tables as files on their way to another machine, apart by share: a share is a range of practitioners,
 * named by the first id of each but the first. A row that names no practitioner goes to the first share.
 */
final class ShareFiles {
    private static final int BOUNDS_A_STATEMENT = 1000;

    private ShareFiles() {}

    /**
     * Writes the rows of some tables.
     *
     * @param firsts first practitioner of each share, in order
     * @param target folder, made if absent
     * @return files by share
     */
    static Map<Integer, List<Path>> write(
            Staging staging, Collection<StagedTable> tables, List<String> firsts, Path target)
            throws SQLException, IOException {
        bounds(staging, firsts);
        for (StagedTable table : tables) {
            Path folder = Files.createDirectories(target.resolve(table.kind()));
            staging.execute("COPY (SELECT t.*, coalesce(b.share, 0) AS share FROM " + table.sqlName()
                    + " t ASOF LEFT JOIN share_bounds b ON t.practitioner_id >= b.first) TO "
                    + Staging.text(folder.toString()) + " (FORMAT parquet, PARTITION_BY (share), OVERWRITE true)");
        }
        Map<Integer, List<Path>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(target)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String share = file.getParent().getFileName().toString();
                files.computeIfAbsent(
                                Integer.valueOf(share.substring(share.indexOf('=') + 1)), any -> new ArrayList<>())
                        .add(file);
            }
        }
        return files;
    }

    private static void bounds(Staging staging, List<String> firsts) throws SQLException {
        staging.execute("CREATE OR REPLACE TEMP TABLE share_bounds(first VARCHAR, share INTEGER)");
        for (int from = 0; from < firsts.size(); from += BOUNDS_A_STATEMENT) {
            StringBuilder values = new StringBuilder();
            for (int i = from; i < Math.min(firsts.size(), from + BOUNDS_A_STATEMENT); i++) {
                values.append(values.length() == 0 ? "" : ", ")
                        .append("(")
                        .append(Staging.text(firsts.get(i)))
                        .append(", ")
                        .append(i)
                        .append(")");
            }
            staging.execute("INSERT INTO share_bounds VALUES " + values);
        }
    }

    /** Takes the rows over into the tables; the folder of a file is named after its table. */
    static void read(Staging staging, Path source) throws SQLException, IOException {
        for (StagedTable table : StagedTable.values()) {
            Path folder = source.resolve(table.kind());
            if (!Files.isDirectory(folder)) {
                continue;
            }
            List<String> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile)
                        .sorted()
                        .map(Staging::file)
                        .toList();
            }
            if (!files.isEmpty()) {
                staging.execute("INSERT INTO " + table.sqlName() + " BY NAME SELECT * FROM read_parquet(["
                        + String.join(", ", files) + "], hive_partitioning=false)");
            }
        }
    }
}
