package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.InputNote;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cohort that ships under {@code test-scenarios/cohort/dcir} shows everything the layout can say. */
class DcirShippedCohortTest {
    private static final Path SHIPPED = Path.of("test-scenarios", "cohort", "dcir");

    @TempDir
    Path root;

    @Test
    void it_shows_every_finding_exclusion_and_many_rejections() throws InputUnusable, IOException {
        CohortRequest request = new CohortRequest(
                SHIPPED, 2025, root.resolve("work"), root.resolve("rejected.csv"), Set.of(2021, 2022, 2023));
        List<PractitionerYear> years = new ArrayList<>();
        CohortSummary summary;
        try (Cohort cohort = DcirCohort.open(request)) {
            cohort.forEach(years::add);
            summary = cohort.summary();
        }
        assertEquals(20, years.size());
        assertEquals(1, summary.practitionersRejected());
        Set<String> notes = new TreeSet<>();
        years.forEach(year -> year.notes().stream().map(InputNote::code).forEach(notes::add));
        assertEquals(
                Set.of(
                        "INPUT_ROWS_REJECTED",
                        "GRID_DISAGREES",
                        "OVERRUN_DISAGREES",
                        "SECTOR_DISAGREES",
                        "BASE_DISAGREES",
                        "INSTALLATION_DATE_UNCERTAIN",
                        "MEMBERSHIP_FROM_FLOW",
                        "SIDE_VALUE_DIFFERS"),
                notes);
        Set<String> excluded = new TreeSet<>();
        summary.files().forEach(file -> excluded.addAll(file.excludedByReason().keySet()));
        assertEquals(
                Set.of(
                        "DCIR_FOR_INFORMATION",
                        "DCIR_NOT_PRIVATE_PRACTICE",
                        "DCIR_OTHER_PROFESSION",
                        "DCIR_EMPLOYEE_ACT",
                        "DCIR_SUPPLEMENT_LINE",
                        "DCIR_FLAT_CONTRIBUTION",
                        "DCIR_CANCELLED",
                        "OUT_OF_SCOPE_CATEGORY",
                        "OUT_OF_PERIOD",
                        "DCIR_PAID_TOO_LATE"),
                excluded);
        Set<String> rejected = new TreeSet<>();
        summary.files().forEach(file -> rejected.addAll(file.rejectedByReason().keySet()));
        assertTrue(rejected.size() >= 10, rejected.toString());
        assertTrue(years.stream().allMatch(year -> year.practitioner().id().startsWith("991")));
    }

    @Test
    void it_is_small_and_says_that_it_is_synthetic() throws IOException {
        long bytes = 0;
        try (var files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < 200_000, bytes + " bytes");
        assertTrue(Files.readString(SHIPPED.resolve("README.md")).contains("SYNTHETIC"));
    }
}
