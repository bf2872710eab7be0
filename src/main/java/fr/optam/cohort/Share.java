package fr.optam.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What all shares of a cohort have in common, and what is done with one of them. */
public final class Share {
    private Share() {}

    /**
     * What is known of all files before a share is read.
     *
     * @param files the files
     * @param kinds kinds of facts that are known at all, {@code acts}
     * @param groups first row of each row group, by rank of the file
     * @param settled whether what can only be said of all rows together is said already
     */
    public record Common(List<ShareFile> files, List<String> kinds, Map<Integer, List<Long>> groups, boolean settled)
            implements java.io.Serializable {
        /** Copies, in a form that is written between machines. */
        public Common {
            files = new ArrayList<>(files);
            kinds = new ArrayList<>(kinds);
            groups = new java.util.TreeMap<>(groups);
        }
    }

    /**
     * One file of the input.
     *
     * @param name its name
     * @param rank its place in the order of reading, from 1
     */
    public record ShareFile(String name, int rank) implements java.io.Serializable {}

    /**
     * Opens the practitioner-years of a share.
     *
     * @param request where to work; {@code input} is only named in messages
     * @param source folder with a folder of files a staged table
     * @throws InputUnusable if the files can't be taken over
     */
    public static Cohort open(CohortRequest request, Common common, Path source) throws InputUnusable {
        Staging staging = Staging.open(request.work(), request.memoryMegabytes(), request.threads());
        boolean open = false;
        try {
            for (ShareFile file : common.files()) {
                staging.execute(
                        "INSERT INTO s_files VALUES (" + Staging.text(file.name()) + ", " + file.rank() + ", 0, 0)");
            }
            for (String kind : common.kinds()) {
                staging.execute("INSERT INTO s_present VALUES (" + Staging.text(kind) + ")");
            }
            ShareFiles.read(staging, source);
            long rejected = 0;
            if (!common.settled()) {
                for (Map.Entry<Integer, List<Long>> file : common.groups().entrySet()) {
                    SoundRows.groups(staging, file.getKey(), file.getValue());
                }
                read(staging);
                rejected = NeutralCohort.settle(staging, request);
            }
            Cohort cohort = new StagedCohort(staging, request, rejected, List.of(), Map.of());
            open = true;
            return cohort;
        } catch (SQLException | IOException failure) {
            throw staging.unusable(request.input(), failure);
        } finally {
            if (!open) {
                staging.abandon();
            }
        }
    }

    /**
     * Writes the rejected rows of a share or of a whole cohort to a file, for {@link GatheredShares}.
     *
     * @param target Parquet file
     * @throws IOException if it can't be written
     */
    public static void rejected(Cohort share, Path target) throws IOException {
        Staging staging = ((StagedCohort) share).staging();
        try {
            staging.execute("COPY s_rejected TO " + Staging.text(target.toString()) + " (FORMAT parquet)");
        } catch (SQLException failure) {
            throw FileTrouble.writing(target, failure);
        }
    }

    /** Rows of each file that came to this share, so that the share loses none either. */
    private static void read(Staging staging) throws SQLException {
        List<String> counts = new ArrayList<>(List.of("SELECT file_rank AS r FROM s_rejected"));
        for (NeutralTable table : NeutralTable.ALL) {
            counts.add("SELECT file_rank AS r FROM " + table.sqlName());
        }
        staging.execute("UPDATE s_files SET read = n FROM (SELECT r, count(*) AS n FROM ("
                + String.join(" UNION ALL ", counts) + ") GROUP BY r) WHERE file_rank = r");
    }
}
