package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.optam.engine.Grouping;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts are grouped alike from every form of file, and what is rejected, excluded and counted does not depend on it. */
class GroupedReadingTest {
    private static final Grouping GROUPING = Grouping.of(Shipped.base());
    private static final String TYPED =
            "SELECT practitioner_id, act_id, \"on\"::DATE AS \"on\", try_cast(\"at\" AS TIME)"
                    + " AS \"at\", code, activity::VARCHAR AS activity, category, modifiers, allowed_modifiers,"
                    + " association::VARCHAR AS association, try_cast(quantity AS INTEGER) AS quantity, try_cast(base_tariff AS"
                    + " DECIMAL(9,2)) AS base_tariff, try_cast(base_tariff_without_option AS DECIMAL(9,2)) AS"
                    + " base_tariff_without_option, try_cast(fee_charged AS DECIMAL(10,2)) AS fee_charged, try_cast(c2s AS"
                    + " BOOLEAN) AS c2s, try_cast(emergency AS BOOLEAN) AS emergency FROM read_csv('%s', all_varchar=true) ";

    @TempDir
    Path root;

    private record Read(List<PractitionerYear> years, CohortSummary summary, String rejected) {
        List<String> acts() {
            return years.stream().map(y -> y.acts().toString()).toList();
        }
    }

    private Read read(CohortFolder folder, boolean grouped) throws Exception {
        CohortRequest request = grouped ? folder.request().grouped(GROUPING) : folder.request();
        List<PractitionerYear> years = new ArrayList<>();
        try (Cohort cohort = NeutralCohort.open(request)) {
            cohort.forEach(years::add);
            return new Read(years, cohort.summary(), Files.readString(request.rejected()));
        }
    }

    private CohortFolder parquet(String name, String rows) throws Exception {
        Path csv = root.resolve("csv/in/acts.csv");
        Path folder = root.resolve(name);
        CohortFolder typed = new CohortFolder(folder);
        for (String kind : List.of("practitioners.csv", "memberships.csv")) {
            typed.with(kind, Files.readAllBytes(root.resolve("csv/in").resolve(kind)));
        }
        return typed.withParquet("acts.parquet", String.format(java.util.Locale.ROOT, TYPED, csv) + rows, "");
    }

    @Test
    void groups_from_parquet_in_any_order_are_those_from_csv() throws Exception {
        Read csv = read(new RandomActs(21).folder(root.resolve("csv"), 9, 80), true);
        assertEquals(
                csv.acts(),
                read(parquet("typed", "ORDER BY practitioner_id"), true).acts());
        assertEquals(
                csv.acts(), read(parquet("mixed", "ORDER BY act_id DESC"), true).acts());
        assertEquals(
                csv.acts(),
                read(
                                parquet("text", "")
                                        .withParquet(
                                                "acts.parquet",
                                                "FROM read_csv('" + root.resolve("csv/in/acts.csv")
                                                        + "', all_varchar=true)",
                                                ""),
                                true)
                        .acts());
    }

    @Test
    void every_line_is_in_one_group() throws Exception {
        CohortFolder folder = new RandomActs(22).folder(root.resolve("csv"), 5, 90);
        Read groups = read(folder, true);
        for (PractitionerYear year : groups.years()) {
            List<String> ids = year.acts().orElseThrow().stream()
                    .flatMap(a -> a.ids().stream())
                    .sorted()
                    .toList();
            assertEquals(90, ids.size());
            assertEquals(90, ids.stream().distinct().count());
            assertEquals(
                    90, year.acts().orElseThrow().stream().mapToLong(Act::lines).sum());
        }
        assertNotEquals(read(folder, false).acts(), groups.acts());
    }

    @Test
    void a_defect_a_second_line_a_stranger_or_another_year_is_told_as_without_groups() throws Exception {
        new RandomActs(23).folder(root.resolve("csv"), 4, 60);
        List<String> spoilt = List.of(
                "",
                "UNION ALL " + one("code", "'HHFA1'"),
                "UNION ALL " + one("modifiers", "'k'"),
                "UNION ALL " + one("fee_charged", "-1"),
                "UNION ALL " + one("\"on\"", "DATE '1800-01-01'"),
                "UNION ALL " + one("\"at\"", "TIME '10:00:01'"),
                "UNION ALL " + one("act_id", "' a'"),
                "UNION ALL " + one("act_id", "'a1'"),
                "UNION ALL " + one("practitioner_id", "'nobody'"),
                "UNION ALL " + one("practitioner_id", "NULL"),
                "UNION ALL " + one("\"on\"", "DATE '2019-05-05'"));
        for (int i = 0; i < spoilt.size(); i++) {
            CohortFolder folder = parquet("spoilt" + i, spoilt.get(i));
            Read lines = read(folder, false);
            Read groups = read(folder, true);
            assertEquals(lines.rejected(), groups.rejected(), spoilt.get(i));
            assertEquals(lines.summary(), groups.summary(), spoilt.get(i));
            assertEquals(
                    lines.years().stream().map(PractitionerYear::notes).toList(),
                    groups.years().stream().map(PractitionerYear::notes).toList());
            assertEquals(
                    lines.years().stream().map(y -> ids(y)).toList(),
                    groups.years().stream().map(y -> ids(y)).toList());
        }
    }

    private static List<String> ids(PractitionerYear year) {
        return year.acts()
                .map(acts ->
                        acts.stream().flatMap(a -> a.ids().stream()).sorted().toList())
                .orElse(Optional.<List<String>>empty().orElse(List.of()));
    }

    private String one(String column, String value) {
        return "SELECT * REPLACE (" + value + " AS " + column + ") FROM (SELECT * REPLACE ('zz' AS act_id) FROM ("
                + String.format(java.util.Locale.ROOT, TYPED, root.resolve("csv/in/acts.csv")) + ") LIMIT 1)";
    }
}
