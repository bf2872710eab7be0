package fr.optam.cohort;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read.
 *
 * @param files one entry a file, in order of reading
 * @param practitioners practitioners with a practitioner-year
 * @param practitionersRejected practitioners known by their id whose own row was rejected
 * @param warnings what a person should know, such as unknown columns; one line each
 * @param facts figures of the layout by name, such as the first and last month of flow
 */
public record CohortSummary(
        List<FileCount> files,
        long practitioners,
        long practitionersRejected,
        List<String> warnings,
        Map<String, String> facts)
        implements java.io.Serializable {

    /** Copies, so that a summary never changes. */
    public CohortSummary {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Number of rejected rows of all files. */
    public long rejected() {
        return files.stream().mapToLong(FileCount::rejected).sum();
    }
}
