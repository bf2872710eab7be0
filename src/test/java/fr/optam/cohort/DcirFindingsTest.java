package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.Membership;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DcirFindingsTest {
    private static final String KEYS = "FLX_DIS_DTD,FLX_TRT_DTD,ORG_CLE_NUM,FLX_EMT_TYP,FLX_EMT_NUM,FLX_EMT_ORD,"
            + "DCT_ORD_NUM,PRS_ORD_NUM,REM_TYP_AFF";
    private static final String KEYS_OF_ONE = "2025-07-01,2025-06-20,01C750100,1,751,12,1,1,0";

    @TempDir
    Path root;

    private DcirFolder folder() {
        return new DcirFolder(root).surgeon();
    }

    /** What one case adds to the folder, given its values. */
    private interface Case {
        void add(DcirFolder folder, int number, String[] values);
    }

    /** One practitioner a case; the last value of a case is what the note must say, empty if there must be none. */
    private void assertNotes(String code, String key, Case add, String... cases) throws InputUnusable {
        DcirFolder folder = new DcirFolder(root);
        for (int i = 0; i < cases.length; i++) {
            add.add(folder, i + 1, cases[i].split(",", -1));
        }
        DcirFolder.Result result = folder.read();
        for (int i = 0; i < cases.length; i++) {
            String wanted = cases[i].substring(cases[i].lastIndexOf(',') + 1);
            assertEquals(wanted.isEmpty() ? Map.of() : Map.of(key, wanted), result.note(i + 1, code), cases[i]);
        }
    }

    @Test
    void a_grid_for_someone_else_is_a_finding() throws InputUnusable {
        assertNotes(
                "GRID_DISAGREES",
                "grid",
                (folder, number, v) -> folder.practiceOf(number, "PRA_TOP_REF=" + v[1], "CNV_CNV_COD=" + v[2])
                        .prestationOf(number, "PSE_CNV_COD=" + v[2], "EXE_CTX_PFS=", "PRS_CRD_OPT=" + v[1])
                        .coding(number, "CAM_GRI_TAR=" + v[0]),
                "003,4,3,",
                "005,4,3,005",
                "004,4,3,004",
                "005,3,3,",
                "003,3,3,003",
                "003,0,1,",
                "004,0,3,",
                "003,0,3,003",
                "006,0,0,",
                "006,0,3,006",
                "007,4,3,007",
                "000,4,3,",
                "123,4,3,",
                ",4,3,");
    }

    @Test
    void a_context_for_someone_else_is_a_finding() throws InputUnusable {
        assertNotes(
                "GRID_DISAGREES",
                "grid",
                (folder, number, v) -> folder.practiceOf(number)
                        .prestationOf(number, "EXE_CTX_PFS=" + v[0])
                        .coding(number),
                "0016,",
                "0027,EXE_CTX_PFS 0027",
                "0042,EXE_CTX_PFS 0042",
                "0028,EXE_CTX_PFS 0028",
                "9999,",
                "0001,");
    }

    @Test
    void a_transmitted_overrun_that_differs_is_a_finding() throws InputUnusable {
        assertNotes(
                "OVERRUN_DISAGREES",
                "count",
                (folder, number, v) -> folder.practiceOf(number)
                        .prestationOf(number, "PRS_DEP_MNT=" + v[0])
                        .coding(number),
                "50.00,",
                "50.01,",
                "50.02,1",
                "49.98,1",
                ",");
    }

    @Test
    void a_transmitted_base_that_differs_is_a_finding() throws InputUnusable {
        assertNotes(
                "BASE_DISAGREES",
                "count",
                (folder, number, v) -> folder.practiceOf(number)
                        .prestationOf(number)
                        .coding(
                                number,
                                "CAM_ASS_COD=" + v[0],
                                "CAM_MOD_COD=" + v[1],
                                "CAM_REM_BSE=" + v[2],
                                "CAM_MM1_MNT=" + v[3],
                                "CAM_MM2_MNT=" + v[4]),
                ",,200.00,,,",
                ",,200.01,,,",
                ",,200.02,,,1",
                "2,,100.00,,,",
                "2,,200.00,,,1",
                "9,,17.00,,,",
                ",K,240.00,40.00,,",
                ",K,241.00,40.00,,1",
                "2,K,120.00,40.00,,",
                "2,KU,170.00,40.00,50.00,",
                "2,UK,170.00,50.00,40.00,",
                ",K,999.00,,,",
                ",A,999.00,1.00,,");
    }

    @Test
    void a_right_to_overcharge_against_the_convention_code_is_a_finding() throws InputUnusable {
        assertNotes(
                "SECTOR_DISAGREES",
                "column",
                (folder, number, v) -> folder.practiceOf(number, "CNV_CNV_COD=" + v[0], "PRA_IDP_DDP=" + v[1])
                        .prestationOf(number, "PSE_CNV_COD=" + v[2])
                        .coding(number),
                "1,1,1,PRA_IDP_DDP",
                "1,0,1,",
                "2,1,2,",
                "3,1,1,PSE_CNV_COD",
                "3,1,8,",
                "3,,3,");
    }

    @Test
    void a_substitute_date_of_installation_is_a_finding() throws InputUnusable {
        DcirFolder.Result result =
                new DcirFolder(root).practice("PFS_INS_DSD=00000000").act(1).read();
        assertEquals(
                LocalDate.of(2008, 1, 1),
                result.one().practitioner().installedOn().orElseThrow());
        assertTrue(result.notes().contains("INSTALLATION_DATE_UNCERTAIN"));
    }

    @Test
    void without_dates_of_membership_the_flow_is_only_a_finding() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .act(2, "EXE_SOI_DTD=2024-06-15")
                .withoutColumns("PRA_TOP_REF", "CAB_REF_DSD", "CAB_REF_DSF", "PFS_INS_DSD")
                .read();
        assertEquals(Optional.empty(), result.one().memberships());
        assertEquals(
                Map.of("option", "OPTAM_ACO, OPTAM_CO", "first", "2024-06-15", "last", "2025-06-15"),
                result.note("MEMBERSHIP_FROM_FLOW"));
        assertTrue(result.summary().warnings().stream().anyMatch(w -> w.contains("COLUMN_ABSENT")));
    }

    @ParameterizedTest
    @CsvSource({"'',20200101", "9,20200101", "3,00000000"})
    void an_option_that_is_not_told_is_unknown_for_that_practitioner_only(String code, String from)
            throws InputUnusable {
        DcirFolder.Result result = folder().practice(
                        "PFS_PFS_NUM=99100002", "STA_PFS_NUM=99100002", "PRA_TOP_REF=" + code, "CAB_REF_DSD=" + from)
                .act(1)
                .read();
        assertTrue(result.years().get(0).memberships().isPresent());
        assertEquals(Optional.empty(), result.years().get(1).memberships());
    }

    @Test
    void a_side_file_wins_and_the_difference_is_a_finding() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .file(
                        "practitioners.csv",
                        "practitioner_id,specialty,sector2_titles,installed_on\n" + DcirFolder.ID
                                + ",41,true,2010-01-01\n")
                .file(
                        "memberships.csv",
                        "practitioner_id,option,from,to,commitment_overrun_rate\n" + DcirFolder.ID
                                + ",OPTAM_ACO,2025-02-01,,0.4000\n")
                .file(
                        "activity.csv",
                        "practitioner_id,year,acts_adc,overruns\n" + DcirFolder.ID + ",2025,7,60.00\n" + DcirFolder.ID
                                + ",2022,9,\n" + DcirFolder.ID + ",2014,9,\n")
                .read();
        var year = result.one();
        assertEquals(Optional.of("41"), year.practitioner().specialty());
        assertEquals(Optional.of(true), year.practitioner().sector2Titles());
        assertEquals(
                List.of(new Membership(
                        "OPTAM_ACO",
                        LocalDate.of(2025, 2, 1),
                        new Membership.End.Open(),
                        Optional.of(new BigDecimal("0.4000")),
                        Optional.empty())),
                year.memberships().orElseThrow());
        assertEquals(
                List.of(2014, 2025),
                year.activity().orElseThrow().stream().map(a -> a.year()).toList());
        assertEquals(7L, year.activity().orElseThrow().get(1).actCounts().get("ADC"));
        assertEquals(0L, year.activity().orElseThrow().get(1).actCounts().get("ACO"));
        assertEquals(
                new BigDecimal("60.00"),
                year.activity().orElseThrow().get(1).overruns().orElseThrow());
        assertEquals(
                Map.of("fields", "activity, installedOn, memberships, specialty"), result.note("SIDE_VALUE_DIFFERS"));
        assertEquals(Map.of("OUT_OF_PERIOD", 1L), result.file("activity").excludedByReason());
    }

    @Test
    void side_tables_give_letters_categories_and_emergencies() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .file(
                        "act_modifiers.csv",
                        "code,activity,letters,from,to\nHHFA016,1,JK,2020-01-01,2024-12-31\n"
                                + "HHFA016,1,JKT,2025-01-01,\nHHFA011,1,-,,\n")
                .file("act_categories.csv", "code,activity,category,from,to\nHHFA016,1,ATM,2025-01-01,\n")
                .file(
                        "acts.csv",
                        KEYS + ",emergency\n" + KEYS_OF_ONE + ",true\n" + KEYS_OF_ONE.replace("12,1,1,0", "12,2,1,0")
                                + ",true\n")
                .read();
        var act = result.one().acts().orElseThrow().get(0);
        assertEquals(Optional.of("JKT"), act.allowedModifiers());
        assertEquals(Optional.of("ATM"), act.category());
        assertEquals(Optional.of(true), act.emergency());
        assertEquals(Map.of("DCIR_CAM_WITHOUT_PRS", 1L), result.file("acts").rejectedByReason());
        assertEquals(Map.of("fields", "category"), result.note("SIDE_VALUE_DIFFERS"));
        assertEquals(3, result.file("act_modifiers").used());
    }

    @Test
    void events_payments_and_rises_come_from_side_files() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .practice("PFS_PFS_NUM=99100003", "STA_PFS_NUM=99100003", "EXC_EXC_NAT=5")
                .file(
                        "events.csv",
                        "practitioner_id,type,on\n" + DcirFolder.ID + ",AMENDMENT_SENT,2025-05-01\n"
                                + "99100003,AMENDMENT_SENT,2025-05-01\n99100009,AMENDMENT_SENT,2025-05-01\n")
                .file("paid.csv", "practitioner_id,year,prime\n" + DcirFolder.ID + ",2025,10.00\n")
                .file("tariff_rises.csv", "practitioner_id,on,base,rise\n" + DcirFolder.ID + ",2024-12-22,26.50,3.50\n")
                .read();
        assertEquals(1, result.one().events().orElseThrow().size());
        assertEquals(
                new BigDecimal("10.00"),
                result.one().paid().orElseThrow().prime().orElseThrow());
        assertEquals(1, result.one().tariffRises().orElseThrow().size());
        assertEquals(
                Map.of("DCIR_NOT_PRIVATE_PRACTICE", 1L), result.file("events").excludedByReason());
        assertEquals(Map.of("PRACTITIONER_UNKNOWN", 1L), result.file("events").rejectedByReason());
    }

    @Test
    void the_year_before_a_request_is_in_period() throws InputUnusable {
        DcirFolder.Result result = folder().act(1, "EXE_SOI_DTD=2022-06-15")
                .file(
                        "practitioners.csv",
                        "practitioner_id,request_option,request_on\n" + DcirFolder.ID + ",OPTAM_ACO,2023-03-01\n")
                .read();
        assertEquals(1, result.one().acts().orElseThrow().size());
    }
}
