package fr.optam.cohort;

import fr.optam.cohort.Share.ShareFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of all rows, put together from the shares. */
public final class GatheredShares {
    private GatheredShares() {}

    /**
     * Writes {@code rejected.csv} and reconciles the counts of the shares with those of the reading.
     *
     * @param files all files in order of reading
     * @param read rows read of each, by its rank
     * @param warnings one line each, for a person
     * @param shares what each share used, rejected and excluded
     * @param rejected their rejected rows, see {@link Share#rejected}
     * @throws InputUnusable if {@code rejected.csv} can't be written
     * @throws IllegalStateException if a row was lost or is there twice
     */
    public static CohortSummary of(
            CohortRequest request,
            List<ShareFile> files,
            Map<Integer, Long> read,
            List<String> warnings,
            List<CohortSummary> shares,
            List<Path> rejected)
            throws InputUnusable {
        write(request, rejected);
        Map<String, Sum> sums = new TreeMap<>();
        shares.forEach(share -> share.files().forEach(count -> sums.computeIfAbsent(count.file(), name -> new Sum())
                .add(count)));
        List<FileCount> counts = new ArrayList<>();
        for (ShareFile file : files) {
            counts.add(
                    sums.getOrDefault(file.name(), new Sum()).count(file.name(), read.getOrDefault(file.rank(), 0L)));
        }
        return new CohortSummary(
                counts,
                shares.stream().mapToLong(CohortSummary::practitioners).sum(),
                shares.stream().mapToLong(CohortSummary::practitionersRejected).sum(),
                warnings,
                Map.of());
    }

    private static void write(CohortRequest request, List<Path> rejected) throws InputUnusable {
        try (Staging staging = Staging.open(request.work(), request.memoryMegabytes(), request.threads())) {
            for (Path each : rejected) {
                staging.execute("INSERT INTO s_rejected SELECT * FROM read_parquet(" + Staging.file(each) + ")");
            }
            RejectedRows.write(staging, request.rejected());
        } catch (IOException | SQLException failure) {
            throw new InputUnusable(Trouble.unwritable(request.rejected().toString(), failure), failure);
        }
    }

    /** Counts of one file over all shares. */
    private static final class Sum {
        private final SortedMap<String, Long> rejected = new TreeMap<>();
        private final SortedMap<String, Long> excluded = new TreeMap<>();
        private long used;

        void add(FileCount count) {
            used += count.used();
            count.rejectedByReason().forEach((reason, n) -> rejected.merge(reason, n, Math::addExact));
            count.excludedByReason().forEach((reason, n) -> excluded.merge(reason, n, Math::addExact));
        }

        FileCount count(String file, long read) {
            return new FileCount(file, read, used, sum(rejected), rejected, sum(excluded), excluded);
        }

        private static long sum(SortedMap<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
