package fr.optam.cohort;

import fr.optam.cohort.Share.ShareFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The neutral layout read on several machines: each reads some files, and their rows part by share of practitioners. */
public final class NeutralShares implements AutoCloseable {
    private final Staging staging;
    private final List<String> warnings;
    private final Set<StagedTable> tables = EnumSet.of(StagedTable.REJECTED);

    private NeutralShares(Staging staging, List<String> warnings) {
        this.staging = staging;
        this.warnings = warnings;
    }

    /**
     * The files of a folder.
     *
     * @param practitioners those of the practitioners
     * @param others all others
     * @param kinds kinds of facts that there are files of
     * @param warnings one line each, for a person
     */
    public record Listing(
            List<ShareFile> practitioners, List<ShareFile> others, List<String> kinds, List<String> warnings) {
        /** All files in order of reading. */
        public List<ShareFile> files() {
            List<ShareFile> all = new ArrayList<>(practitioners);
            all.addAll(others);
            return all;
        }
    }

    /**
     * Lists a folder.
     *
     * @throws InputUnusable as {@link NeutralCohort#open} does before it reads a file
     */
    public static Listing list(CohortRequest request) throws InputUnusable {
        NeutralFolder folder = new NeutralFolder(request.input());
        Map<NeutralTable, List<NeutralFile>> files = folder.files(NeutralTable.ALL);
        NeutralCohort.required(request, files);
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), folder.strangers());
        int rank = 1;
        for (Map.Entry<NeutralTable, List<NeutralFile>> kind : files.entrySet()) {
            listing.kinds().add(kind.getKey().name());
            for (NeutralFile file : kind.getValue()) {
                List<ShareFile> list =
                        kind.getKey().is(StagedTable.PRACTITIONERS) ? listing.practitioners() : listing.others();
                list.add(new ShareFile(file.name(), rank++));
            }
        }
        return listing;
    }

    /**
     * Reads some files of one kind to their end and checks every cell.
     *
     * @param request the folder, which may hold these files only, and where to work
     * @throws InputUnusable if a required column is missing, or a file can't be read to its end
     */
    public static NeutralShares read(CohortRequest request, List<ShareFile> files) throws InputUnusable {
        Staging staging = Staging.open(request.work(), request.memoryMegabytes(), request.threads());
        NeutralShares shares = new NeutralShares(staging, new ArrayList<>());
        boolean open = false;
        try {
            Map<NeutralTable, List<NeutralFile>> found = new NeutralFolder(request.input()).files(NeutralTable.ALL);
            for (ShareFile wanted : files) {
                NeutralIngest ingest = new NeutralIngest(staging, wanted.rank(), request.progress());
                for (Map.Entry<NeutralTable, List<NeutralFile>> kind : found.entrySet()) {
                    List<NeutralFile> same = kind.getValue().stream()
                            .filter(file -> file.name().equals(wanted.name()))
                            .toList();
                    if (!same.isEmpty()) {
                        ingest.load(same, kind.getKey().sqlName());
                        shares.tables.add(
                                StagedTable.valueOf(kind.getKey().name().toUpperCase(Locale.ROOT)));
                    }
                }
                shares.warnings.addAll(ingest.warnings());
            }
            open = true;
            return shares;
        } catch (SQLException failure) {
            throw staging.unusable(request.input(), failure);
        } finally {
            if (!open) {
                staging.abandon();
            }
        }
    }

    /** Ids of the practitioners that will be decided, in order; of a reading of all their files. */
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = staging.connection().createStatement()) {
            statement.execute("BEGIN");
            new Settlement(staging).practitioners(NeutralTable.ALL.get(0));
            try (ResultSet row =
                    statement.executeQuery("SELECT practitioner_id FROM s_practitioners ORDER BY practitioner_id")) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            statement.execute("ROLLBACK");
            return ids;
        } catch (SQLException failure) {
            throw staging.unreadable(failure);
        }
    }

    /** Warnings of the reading, one line each, for a person. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Rows read of each file, header not counted, by rank of the file. */
    public Map<Integer, Long> rows() throws IOException {
        Map<Integer, Long> rows = new TreeMap<>();
        query("SELECT file_rank, read FROM s_files", row -> rows.put(row.getInt(1), row.getLong(2)));
        return rows;
    }

    /** First rows of the row groups of each Parquet file, by rank of the file. */
    public Map<Integer, List<Long>> groups() throws IOException {
        Map<Integer, List<Long>> groups = new TreeMap<>();
        query("SELECT file_rank, start FROM s_groups ORDER BY file_rank, number", row -> groups.computeIfAbsent(
                        row.getInt(1), rank -> new ArrayList<>())
                .add(row.getLong(2)));
        return groups;
    }

    /**
     * Writes the rows apart by share.
     *
     * @param firsts first practitioner of each share
     * @param target folder, made if absent
     * @return files by share
     * @throws IOException if they can't be written
     */
    public Map<Integer, List<Path>> write(List<String> firsts, Path target) throws IOException {
        try {
            return ShareFiles.write(staging, tables, firsts, target);
        } catch (SQLException failure) {
            throw FileTrouble.writing(target, failure);
        }
    }

    /** Takes a row of a result. */
    @FunctionalInterface
    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, Taker taker) throws IOException {
        try (Statement statement = staging.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                taker.take(row);
            }
        } catch (SQLException failure) {
            throw staging.unreadable(failure);
        }
    }

    @Override
    public void close() {
        staging.close();
    }
}
