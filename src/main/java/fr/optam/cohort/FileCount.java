package fr.optam.cohort;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of one file; rows read = used + rejected + excluded.
 *
 * @param file file name
 * @param read rows read, header not counted
 * @param used rows that became facts
 * @param rejected defective rows
 * @param rejectedByReason the same by reason
 * @param excluded sound rows out of scope
 * @param excludedByReason the same by reason
 */
public record FileCount(
        String file,
        long read,
        long used,
        long rejected,
        SortedMap<String, Long> rejectedByReason,
        long excluded,
        SortedMap<String, Long> excludedByReason)
        implements java.io.Serializable {

    /** Checks that no row was lost. */
    public FileCount {
        rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
        excludedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(excludedByReason));
        if (read != used + rejected + excluded
                || rejected != sum(rejectedByReason)
                || excluded != sum(excludedByReason)) {
            throw new IllegalStateException(file + ": " + read + " rows read, but " + used + " used, " + rejected
                    + " rejected " + rejectedByReason + " and " + excluded + " excluded " + excludedByReason);
        }
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
