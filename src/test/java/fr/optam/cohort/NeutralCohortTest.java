package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.Act;
import fr.optam.fact.Membership;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeutralCohortTest {
    private static final String ACTS = """
            practitioner_id,act_id,on,at,code,activity,category,modifiers,allowed_modifiers,association,quantity,base_tariff,base_tariff_without_option,fee_charged,c2s,emergency
            p2,b,2025-02-01,14:30,HHFA016,1,ADC,KJ,JK,1,2,200.5,172.80,240,true,false
            p1,z,2025-02-01,,HHFA016,1,,,-,,,,,,,
            p1,a,2025-02-01,,HHFA016,1,,,-,,,,,,,
            p1,c,2025-01-31,,HHFA016,4,,,,9,,,,,,
            """;
    private static final String PRACTITIONERS =
            "practitioner_id,specialty,sector2_titles,income,request_option,request_on\n"
                    + "p2,04,true,120000.5,OPTAM_ACO,2023-03-01\nP1,,,,,\np10,,,,,\np1,,,,,\n";

    @TempDir
    Path root;

    private CohortFolder folder() {
        return new CohortFolder(root);
    }

    private InputUnusable refused(CohortFolder folder) {
        InputUnusable refusal = assertThrows(InputUnusable.class, folder::years);
        assertFalse(Files.exists(root.resolve("work")), "the work folder is gone");
        return refusal;
    }

    @Test
    void practitioners_come_in_binary_order_of_their_id() throws InputUnusable {
        CohortFolder folder = folder().with("practitioners.csv", PRACTITIONERS);
        assertEquals(
                List.of("P1", "p1", "p10", "p2"),
                folder.years().stream().map(year -> year.practitioner().id()).toList());
        assertEquals(4, folder.summary().practitioners());
        assertFalse(Files.exists(root.resolve("work")), "the work folder is gone");
    }

    @Test
    void an_absent_file_is_unknown_and_an_empty_one_is_none() throws InputUnusable {
        PractitionerYear unknown = new CohortFolder(root.resolve("1"))
                .with("practitioners.csv", CohortFolder.ONE)
                .years()
                .get(0);
        assertEquals(Optional.empty(), unknown.memberships());
        assertEquals(Optional.empty(), unknown.activity());
        assertEquals(Optional.empty(), unknown.acts());
        assertEquals(Optional.empty(), unknown.events());
        assertEquals(Optional.empty(), unknown.paid());
        assertEquals(Optional.empty(), unknown.tariffRises());
        PractitionerYear none = new CohortFolder(root.resolve("2"))
                .with("practitioners.csv", CohortFolder.ONE)
                .with("memberships.csv", "practitioner_id,option,from\n")
                .with("activity.csv", "practitioner_id,year\n")
                .with("acts.csv", "practitioner_id,act_id,on,code,activity\n")
                .with("events.csv", "practitioner_id,type,on\n")
                .with("paid.csv", "practitioner_id,year\n")
                .with("tariff_rises.csv", "practitioner_id,on,base,rise\n")
                .years()
                .get(0);
        assertEquals(Optional.of(List.of()), none.memberships());
        assertEquals(Optional.of(List.of()), none.activity());
        assertEquals(Optional.of(List.of()), none.acts());
        assertEquals(Optional.of(List.of()), none.events());
        assertEquals(Optional.of(List.of()), none.tariffRises());
        assertEquals(
                Optional.of(new BigDecimal("0.00")), none.paid().orElseThrow().prime());
    }

    @Test
    void cells_become_facts_as_the_format_says() throws InputUnusable {
        List<PractitionerYear> years = folder().with("practitioners.csv", PRACTITIONERS)
                .with("acts.csv", ACTS)
                .years();
        List<Act> acts = years.get(1).acts().orElseThrow();
        assertEquals(
                List.of(List.of("c"), List.of("a", "z")),
                acts.stream().map(Act::ids).toList());
        assertEquals(Optional.empty(), acts.get(0).association(), "9 is unknown");
        assertEquals(Optional.of(""), acts.get(1).association(), "empty is no code");
        assertEquals(Optional.of(""), acts.get(1).modifiers(), "empty is no letter");
        assertEquals(Optional.of(""), acts.get(1).allowedModifiers(), "- is no letter");
        assertEquals(Optional.empty(), acts.get(0).allowedModifiers(), "empty is unknown");
        assertEquals(Optional.of(1), acts.get(1).quantity(), "empty is one");
        assertEquals(Optional.empty(), acts.get(1).c2s());
        Act full = years.get(3).acts().orElseThrow().get(0);
        assertEquals(
                new Act(
                        List.of("b"),
                        LocalDate.of(2025, 2, 1),
                        Optional.of(LocalTime.of(14, 30)),
                        "HHFA016",
                        Optional.of("1"),
                        Optional.of("ADC"),
                        Optional.of("JK"),
                        Optional.of("JK"),
                        Optional.of("1"),
                        Optional.of(2),
                        Optional.of(new BigDecimal("200.50")),
                        Optional.of(new BigDecimal("172.80")),
                        Optional.of(new BigDecimal("240.00")),
                        Optional.of(true),
                        Optional.of(false)),
                full);
        assertEquals(
                Optional.of(new Request(Optional.of("OPTAM_ACO"), Optional.of(LocalDate.of(2023, 3, 1)))),
                years.get(3).request());
        assertEquals(Optional.empty(), years.get(1).request());
        assertEquals(
                Optional.of(new BigDecimal("120000.50")),
                years.get(3).practitioner().income());
    }

    @Test
    void a_column_that_is_missing_is_unknown_even_where_an_empty_cell_would_say_something() throws InputUnusable {
        PractitionerYear year = folder().with("practitioners.csv", CohortFolder.ONE)
                .with("acts.csv", "practitioner_id,act_id,on,code,activity\np1,a,2025-01-01,HHFA016,1\n")
                .with("memberships.csv", "practitioner_id,option,from\np1,OPTAM,2025-01-01\n")
                .years()
                .get(0);
        Act act = year.acts().orElseThrow().get(0);
        assertEquals(Optional.empty(), act.modifiers());
        assertEquals(Optional.empty(), act.association());
        assertEquals(Optional.empty(), act.quantity());
        assertEquals(
                new Membership.End.Unknown(),
                year.memberships().orElseThrow().get(0).end());
    }

    @Test
    void an_empty_end_of_a_membership_is_open() throws InputUnusable {
        PractitionerYear year = folder().with("practitioners.csv", CohortFolder.ONE)
                .with(
                        "memberships.csv",
                        "practitioner_id;option;from;to;commitment_overrun_rate\np1;OPTAM_ACO;2025-04-01;;0.4\n"
                                + "p1;OPTAM;2023-01-01;2025-04-01;\n")
                .years()
                .get(0);
        List<Membership> memberships = year.memberships().orElseThrow();
        assertEquals(
                new Membership.End.On(LocalDate.of(2025, 4, 1)),
                memberships.get(0).end());
        assertEquals(new Membership.End.Open(), memberships.get(1).end());
        assertEquals(Optional.of(new BigDecimal("0.4000")), memberships.get(1).overrunRate());
    }

    @Test
    void order_layout_and_packing_of_a_file_change_nothing() throws InputUnusable {
        List<PractitionerYear> plain = new CohortFolder(root.resolve("1"))
                .with("practitioners.csv", PRACTITIONERS)
                .with("acts.csv", ACTS)
                .years();
        String[] lines = ACTS.split("\n");
        String reversed = lines[0] + "\r\n" + lines[4] + "\r\n" + lines[3] + "\r\n";
        String quoted = "\ufeff"
                + (lines[0] + "\n" + lines[2] + "\n" + lines[1])
                        .replace("HHFA016", "\"HHFA016\"")
                        .replace(',', ';');
        List<PractitionerYear> packed = new CohortFolder(root.resolve("2"))
                .with("practitioners.csv.gz", PRACTITIONERS)
                .with("acts-1.csv.gz", reversed)
                .with("acts-2.csv", quoted)
                .years();
        assertEquals(plain, packed);
        String values =
                "SELECT * FROM (VALUES ('p2','b',DATE '2025-02-01',TIME '14:30:00','HHFA016',1,'ADC','KJ','JK','1',"
                        + "2,200.5::DECIMAL(18,6),172.80::DECIMAL(9,2),'240',true,false),"
                        + "('p1','z','2025-02-01',NULL,'HHFA016',1,NULL,NULL,'-',NULL,NULL,NULL,NULL,NULL,NULL,NULL),"
                        + "('p1','a','2025-02-01',NULL,'HHFA016',1,NULL,NULL,'-',NULL,NULL,NULL,NULL,NULL,NULL,NULL),"
                        + "('p1','c','2025-01-31',NULL,'HHFA016',4,NULL,NULL,NULL,'9',NULL,NULL,NULL,NULL,NULL,NULL))"
                        + " t("
                        + Arrays.stream(lines[0].split(","))
                                .map(c -> '"' + c + '"')
                                .reduce((a, b) -> a + "," + b)
                                .get()
                        + ")";
        List<PractitionerYear> parquet = new CohortFolder(root.resolve("3"))
                .with("practitioners.csv", PRACTITIONERS)
                .withParquet("acts-1.parquet", values + " LIMIT 1", "")
                .withParquet("acts-2.parquet", values + " OFFSET 1", "")
                .years();
        assertEquals(plain, parquet);
    }

    @Test
    void a_row_of_parquet_is_named_by_its_group_and_row() throws InputUnusable {
        CohortFolder folder = folder().withParquet(
                        "practitioners.parquet",
                        "SELECT 'p' || i AS practitioner_id, CASE WHEN i IN (3, 4100) THEN 'x' END AS sector"
                                + " FROM range(6000) t(i)",
                        ", row_group_size 2048");
        assertEquals(
                List.of(
                        "practitioners.parquet|1:4|sector|x|VALUE_UNKNOWN_CODE",
                        "practitioners.parquet|3:5|sector|x|VALUE_UNKNOWN_CODE"),
                folder.rejected());
    }

    @Test
    void binary_floating_point_is_refused_for_money_and_whole_numbers_are_not_money() throws InputUnusable {
        InputUnusable refusal = refused(new CohortFolder(root.resolve("1"))
                .withParquet("practitioners.parquet", "SELECT 'p1' AS practitioner_id, 1.5::DOUBLE AS income", ""));
        assertEquals("FLOATING_POINT_COLUMN", refusal.code());
        assertTrue(
                refusal.getMessage().contains("practitioners.parquet: FLOATING_POINT_COLUMN, column income is DOUBLE"));
        CohortFolder counts = new CohortFolder(root.resolve("2"))
                .with("practitioners.csv", CohortFolder.ONE)
                .withParquet(
                        "activity.parquet",
                        "SELECT 'p1' AS practitioner_id, 2025.0::DOUBLE AS year, 410::DOUBLE AS acts_adc",
                        "");
        assertEquals(
                410L,
                counts.years()
                        .get(0)
                        .activity()
                        .orElseThrow()
                        .get(0)
                        .actCounts()
                        .get("ADC"));
    }

    @Test
    void a_missing_required_column_refuses_the_file() {
        InputUnusable refusal = refused(folder().with("practitioners.csv", "Practitioner_ID,sector\np1,2\n"));
        assertEquals("COLUMN_MISSING", refusal.code());
        assertTrue(refusal.getMessage()
                .endsWith("practitioners.csv: COLUMN_MISSING, required column practitioner_id is"
                        + " not in the header. Maybe Practitioner_ID is meant?"));
    }

    @Test
    void a_missing_file_of_practitioners_refuses_the_folder() {
        assertEquals("FILE_MISSING", refused(folder().with("acts.csv", ACTS)).code());
        InputUnusable absent = assertThrows(
                InputUnusable.class,
                () -> NeutralCohort.open(new CohortRequest(
                        root.resolve("absent"), 2025, root.resolve("work"), root.resolve("r"), java.util.Set.of())));
        assertEquals("FOLDER_UNREADABLE", absent.code());
    }

    @Test
    void the_same_facts_in_two_files_are_refused() {
        assertEquals(
                "FILE_TWICE",
                refused(folder().with("practitioners.csv", PRACTITIONERS)
                                .with("acts.csv", ACTS)
                                .with("acts-1.csv", ACTS))
                        .code());
    }

    @Test
    void unknown_columns_and_files_are_ignored_with_a_warning() throws InputUnusable {
        CohortFolder folder = folder().with("practitioners.csv", "practitioner_id,Sector,colour\np1,2,red\n")
                .with("membership.csv", "x\n");
        List<String> warnings = folder.summary().warnings();
        assertEquals(3, warnings.size());
        assertTrue(
                warnings.get(0).endsWith("membership.csv: FILE_UNKNOWN, the file is not read. Maybe memberships.csv?"));
        assertTrue(warnings.get(1).endsWith("COLUMN_UNKNOWN, column Sector is ignored. Maybe sector?"));
        assertTrue(warnings.get(2).endsWith("COLUMN_UNKNOWN, column colour is ignored."));
    }

    @Test
    void a_file_that_was_cut_off_is_named() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 20_000; i++) {
                out.write(("p" + i + "," + Integer.toHexString(i * 7919) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        CohortFolder folder = folder().with("practitioners.csv", CohortFolder.ONE);
        Files.write(folder.input().resolve("paid.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        Files.write(folder.input().resolve("acts.parquet"), "PAR1 no parquet".getBytes(StandardCharsets.UTF_8));
        InputUnusable parquet = refused(folder);
        assertEquals("FILE_UNREADABLE", parquet.code());
        assertTrue(parquet.getMessage().contains("acts.parquet"), parquet.getMessage());
        Files.delete(folder.input().resolve("acts.parquet"));
        InputUnusable refusal = refused(folder);
        assertTrue(refusal.getMessage().contains("paid.csv.gz: "), refusal.getMessage());
    }

    @Test
    void rows_outside_the_years_needed_are_excluded() throws InputUnusable {
        CohortFolder folder = folder().with("practitioners.csv", PRACTITIONERS)
                .with(
                        "activity.csv",
                        "practitioner_id,year\np2,2022\np1,2022\np1,2013\np1,2023\np1,2024\np1,2025\np1,2026\n")
                .with("paid.csv", "practitioner_id,year,prime\np1,2024,1\np1,2025,2\n");
        List<PractitionerYear> years = folder.years();
        assertEquals(
                List.of(2013, 2024, 2025),
                years.get(1).activity().orElseThrow().stream()
                        .map(a -> a.year())
                        .toList());
        assertEquals(
                List.of(2022),
                years.get(3).activity().orElseThrow().stream()
                        .map(a -> a.year())
                        .toList(),
                "the year before the request is kept");
        assertEquals(
                Optional.of(new BigDecimal("2.00")),
                years.get(1).paid().orElseThrow().prime());
        assertEquals(3, folder.summary().files().get(1).excludedByReason().get("OUT_OF_PERIOD"));
        assertEquals(1, folder.summary().files().get(2).excludedByReason().get("OUT_OF_PERIOD"));
    }

    @Test
    void a_cohort_is_read_once_and_knows_its_size_before() throws InputUnusable {
        try (Cohort cohort = folder().with("practitioners.csv", PRACTITIONERS).open()) {
            assertEquals(4, cohort.size());
            cohort.forEach(year -> {});
            assertThrows(IllegalStateException.class, cohort::iterator);
        }
    }

    @Test
    void a_folder_may_have_any_name() throws InputUnusable {
        CohortFolder folder = new CohortFolder(root.resolve("l'été [1] *; x"))
                .with("practitioners.csv", PRACTITIONERS)
                .withParquet("paid.parquet", "SELECT 'p1' AS practitioner_id, 2025 AS year, '5' AS prime", "");
        assertEquals(4, folder.years().size());
        assertEquals(
                Optional.of(new BigDecimal("5.00")),
                folder.years().get(1).paid().orElseThrow().prime());
    }

    @Test
    void a_cohort_that_is_left_half_way_leaves_nothing_behind() throws InputUnusable {
        try (Cohort cohort = folder().with("practitioners.csv", PRACTITIONERS)
                .with("acts.csv", ACTS)
                .open()) {
            assertEquals("P1", cohort.iterator().next().practitioner().id());
        }
        assertFalse(Files.exists(root.resolve("work")));
    }

    @Test
    void facts_of_a_cohort_and_their_json_are_the_same() throws InputUnusable, FactsRefused {
        for (PractitionerYear year : folder().with("practitioners.csv", PRACTITIONERS)
                .with("acts.csv", ACTS)
                .years()) {
            assertEquals(year, FactsJson.read(FactsJson.write(year)));
        }
    }
}
