package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DcirActsTest {
    @TempDir
    Path root;

    private DcirFolder folder() {
        return new DcirFolder(root).surgeon();
    }

    private static Optional<BigDecimal> euros(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    @Test
    void a_prestation_with_one_coding_row_is_one_act_with_its_fee() throws InputUnusable {
        DcirFolder.Result result = folder().act(1).read();
        assertEquals(List.of(), result.rejected());
        Act act = result.one().acts().orElseThrow().get(0);
        assertEquals(List.of("20250701-20250620-01C750100-1.751.12-1.1.0.1"), act.ids());
        assertEquals(LocalDate.of(2025, 6, 15), act.on());
        assertEquals("HHFA016", act.code());
        assertEquals(Optional.of("ADC"), act.category());
        assertEquals(Optional.of(""), act.modifiers());
        assertEquals(Optional.of(""), act.association());
        assertEquals(euros("200.00"), act.baseTariff());
        assertEquals(euros("250.00"), act.feeCharged());
        assertEquals(Optional.empty(), act.allowedModifiers());
        assertEquals(Optional.empty(), act.emergency());
        assertEquals(List.of(), result.notes());
    }

    @Test
    void the_practitioner_comes_from_the_reference() throws InputUnusable {
        var practitioner = folder().act(1).read().one().practitioner();
        assertEquals(DcirFolder.ID, practitioner.id());
        assertEquals(Optional.of("04"), practitioner.specialty());
        assertEquals(Optional.of("2"), practitioner.sector());
        assertEquals(Optional.of(LocalDate.of(2009, 9, 1)), practitioner.installedOn());
        assertEquals(Optional.of("75"), practitioner.department());
        assertEquals(Optional.of("PHYSICIAN"), practitioner.profession());
        assertEquals(Optional.empty(), practitioner.sector2Titles());
    }

    @Test
    void a_membership_across_2025_is_split_in_two() throws InputUnusable {
        List<Membership> memberships =
                folder().act(1).read().one().memberships().orElseThrow();
        assertEquals(
                List.of(
                        new Membership(
                                "OPTAM_CO",
                                LocalDate.of(2020, 1, 1),
                                new Membership.End.On(LocalDate.of(2024, 12, 31)),
                                Optional.empty(),
                                Optional.empty()),
                        new Membership(
                                "OPTAM_ACO",
                                LocalDate.of(2025, 1, 1),
                                new Membership.End.Open(),
                                Optional.empty(),
                                Optional.empty())),
                memberships);
    }

    @ParameterizedTest
    @CsvSource({
        "3,20200101,00000000,1,OPTAM", "4,20250101,00000000,1,OPTAM_ACO", "4,20200101,20241231,1,OPTAM_CO",
        "4,20241231,20250101,2,OPTAM_CO", "0,,,0,", "2,20150101,,0,"
    })
    void a_membership_has_the_option_of_its_dates(String code, String from, String to, int count, String first)
            throws InputUnusable {
        List<Membership> memberships = new DcirFolder(root)
                .practice("PRA_TOP_REF=" + code, "CAB_REF_DSD=" + text(from), "CAB_REF_DSF=" + text(to))
                .act(1)
                .read()
                .one()
                .memberships()
                .orElseThrow();
        assertEquals(count, memberships.size());
        assertEquals(
                text(first), memberships.isEmpty() ? "" : memberships.get(0).option());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @Test
    void worked_line_a_a_regularised_consultation_is_one_act_of_31_with_an_overrun_of_8() throws InputUnusable {
        Activity year = year(folder().prestation(1, consultation("1", "31.00", "25.00"))
                .prestation(2, consultation("-1", "-31.00", "-25.00"))
                .prestation(3, consultation("1", "31.00", "23.00"))
                .coding(9)
                .read());
        assertEquals(euros("23.00"), year.reimbursableFees());
        assertEquals(euros("8.00"), year.overruns());
        assertEquals(euros("0.00"), year.opposableFees());
    }

    @Test
    void worked_line_a_holds_for_a_coded_act_too() throws InputUnusable {
        DcirFolder.Result result = folder().act(1, consultation("1", "31.00", "25.00"))
                .act(2, consultation("-1", "-31.00", "-25.00"))
                .act(3, consultation("1", "31.00", "23.00"))
                .read();
        Act act = result.one().acts().orElseThrow().get(0);
        assertEquals(1, result.one().acts().orElseThrow().size());
        assertEquals(List.of("20250701-20250620-01C750100-1.751.12-3.1.0.1"), act.ids());
        assertEquals(euros("31.00"), act.feeCharged());
        assertEquals(euros("23.00"), year(result).reimbursableFees());
        assertEquals(euros("8.00"), year(result).overruns());
    }

    @Test
    void worked_line_b_a_complement_on_the_same_line_is_base_not_overrun() throws InputUnusable {
        Activity year = year(folder().prestation(
                        1,
                        "BSE_PRS_NAT=1111",
                        "CPL_MAJ_TOP=1",
                        "BSE_REM_BSE=25.00",
                        "CPL_REM_BSE=19.06",
                        "PRS_PAI_MNT=44.06",
                        "PRS_DEP_MNT=0")
                .coding(9)
                .read());
        assertEquals(euros("44.06"), year.reimbursableFees());
        assertEquals(euros("0.00"), year.overruns());
        assertEquals(euros("44.06"), year.opposableFees());
    }

    @Test
    void worked_line_c_supplement_and_contribution_lines_add_nothing() throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1, consultation("1", "25.00", "25.00"))
                .prestation(
                        2,
                        "BSE_PRS_NAT=1111",
                        "CPL_MAJ_TOP=2",
                        "PRS_PAI_MNT=25.00",
                        "BSE_REM_BSE=0",
                        "CPL_REM_BSE=3.00")
                .prestation(
                        3,
                        "BSE_PRS_NAT=1111",
                        "CPL_MAJ_TOP=2",
                        "CPL_AFF_COD=16",
                        "PRS_PAI_MNT=0",
                        "BSE_REM_BSE=0",
                        "CPL_REM_BSE=-1.00")
                .coding(9)
                .read();
        assertEquals(euros("25.00"), year(result).reimbursableFees());
        assertEquals(euros("0.00"), year(result).overruns());
        assertEquals(
                Map.of("DCIR_SUPPLEMENT_LINE", 1L, "DCIR_FLAT_CONTRIBUTION", 1L),
                result.file("ER_PRS_F").excludedByReason());
    }

    private static String[] consultation(String quantity, String paid, String base) {
        return new String[] {
            "BSE_PRS_NAT=1111", "PRS_ACT_QTE=" + quantity, "PRS_PAI_MNT=" + paid, "BSE_REM_BSE=" + base, "PRS_DEP_MNT="
        };
    }

    private static Activity year(DcirFolder.Result result) {
        return result.one().activity().orElseThrow().get(0);
    }

    @Test
    void an_act_and_its_cancelling_copy_leave_nothing() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .act(2, "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00", "PRS_DEP_MNT=-50.00")
                .read();
        assertEquals(List.of(), result.one().acts().orElseThrow());
        assertEquals(Map.of("DCIR_CANCELLED", 2L), result.file("ER_PRS_F").excludedByReason());
        assertEquals(Map.of("DCIR_CANCELLED", 2L), result.file("ER_CAM_F").excludedByReason());
    }

    @Test
    void a_cancelling_copy_alone_is_rejected() throws InputUnusable {
        DcirFolder.Result result = folder().act(1, "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00")
                .read();
        assertEquals(List.of("ER_CAM_F.csv.gz|2|CAM_PRS_IDE|HHFA016|DCIR_NEGATIVE_BALANCE"), result.rejected());
        assertEquals(Map.of("counts", "ER_CAM_F 1"), result.note("INPUT_ROWS_REJECTED"));
    }

    @Test
    void another_patient_is_not_cancelled() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .act(2, "BEN_RNG_GEM=2", "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00")
                .read();
        assertEquals(1, result.one().acts().orElseThrow().size());
        assertEquals(
                Map.of("DCIR_NEGATIVE_BALANCE", 1L), result.file("ER_CAM_F").rejectedByReason());
    }

    @Test
    void a_correction_of_letters_leaves_the_corrected_act() throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1)
                .coding(1, "CAM_MOD_COD=K")
                .prestation(2, "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00")
                .coding(2, "CAM_MOD_COD=K")
                .prestation(3)
                .coding(3, "CAM_MOD_COD=TJ")
                .read();
        assertEquals(1, result.one().acts().orElseThrow().size());
        assertEquals(Optional.of("JT"), result.one().acts().orElseThrow().get(0).modifiers());
    }

    @Test
    void two_coding_rows_leave_the_fee_of_each_unknown() throws InputUnusable {
        DcirFolder.Result result = folder().act(1)
                .coding(1, "CAM_ORD_NUM=2", "CAM_PRS_IDE=HHFA011", "CAM_ASS_COD=2")
                .read();
        assertEquals(2, result.one().acts().orElseThrow().size());
        assertTrue(result.one().acts().orElseThrow().stream()
                .allMatch(act -> act.feeCharged().isEmpty()));
        assertEquals(euros("50.00"), year(result).overruns(), "amounts of the prestation count once");
    }

    @Test
    void a_rejected_coding_row_takes_the_fee_of_the_other_one_along() throws InputUnusable {
        DcirFolder.Result result =
                folder().act(1).coding(1, "CAM_ORD_NUM=2", "CAM_MOD_COD=k").read();
        assertEquals(List.of("ER_CAM_F.csv.gz|3|CAM_MOD_COD|k|VALUE_FORMAT"), result.rejected());
        assertEquals(Optional.empty(), result.one().acts().orElseThrow().get(0).feeCharged());
        assertEquals(Optional.empty(), year(result).overruns());
        assertEquals(Map.of("counts", "ER_CAM_F 1"), result.note("INPUT_ROWS_REJECTED"));
    }

    @Test
    void c2s_is_read_in_its_order() throws InputUnusable {
        assertAll(
                Act::c2s,
                Boolean::valueOf,
                "EXE_CTX_BEN BEN_CMU_TOP BEN_CTA_TYP",
                "0002,0,0,true",
                "0004,0,0,true",
                "0003,1,89,false",
                "0001,1,,true",
                "0001,0,89,true",
                "0001,0,12,false",
                "0001,0,,",
                "0001,0,0,",
                "0001,,12,",
                ",,,",
                "RXAI,1,,true",
                "3,1,,false");
    }

    @Test
    void the_category_comes_from_the_prestation_or_from_the_ccam() throws InputUnusable {
        assertAll(
                Act::category,
                text -> text,
                "BSE_PRS_NAT CAM_ACT_COD",
                "1321,1,ADC",
                "1322,1,ACO",
                "1323,1,ADA",
                "1324,1,ADE",
                "1351,1,ADI",
                "1335,1,ADI",
                "1336,1,ADI",
                "1352,1,ATM",
                "1321,4,ADA",
                "1111,1,ADC",
                "1111,4,ADA");
    }

    /** One act a case; the last value of a case is what the fact must say, empty is unknown. */
    private <T> void assertAll(
            Function<Act, Optional<T>> fact, Function<String, T> meaning, String columns, String... cases)
            throws InputUnusable {
        DcirFolder folder = folder();
        String[] names = columns.split(" ");
        for (int i = 0; i < cases.length; i++) {
            String[] values = cases[i].split(",", -1);
            List<String> line = new ArrayList<>();
            List<String> coding = new ArrayList<>();
            for (int j = 0; j < names.length; j++) {
                (names[j].startsWith("CAM_") ? coding : line).add(names[j] + "=" + values[j]);
            }
            folder.prestation(i + 1, line.toArray(String[]::new)).coding(i + 1, coding.toArray(String[]::new));
        }
        Map<String, Optional<T>> read = new HashMap<>();
        folder.read().one().acts().orElseThrow().forEach(act -> act.ids()
                .forEach(id -> read.put(id.split("-")[4].split("\\.")[0], fact.apply(act))));
        for (int i = 0; i < cases.length; i++) {
            String wanted = cases[i].substring(cases[i].lastIndexOf(',') + 1);
            Optional<T> expected = wanted.isEmpty() ? Optional.empty() : Optional.of(meaning.apply(wanted));
            assertEquals(expected, read.get(Integer.toString(i + 1)), cases[i]);
        }
    }

    @Test
    void a_dental_act_is_out_of_scope() throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1, "BSE_PRS_NAT=1111")
                .coding(1, "CAM_PRS_IDE=HBLD038")
                .read();
        assertEquals(
                Map.of("OUT_OF_SCOPE_CATEGORY", 1L), result.file("ER_CAM_F").excludedByReason());
    }

    @ParameterizedTest
    @CsvSource({"003,true", "005,false", "004,false", "016,true", "123,false", "Ks,false"})
    void amounts_are_known_only_on_a_grid_of_sector_1_tariffs(String grid, boolean known) throws InputUnusable {
        DcirFolder.Result result =
                folder().prestation(1).coding(1, "CAM_GRI_TAR=" + grid).read();
        assertEquals(known, year(result).reimbursableFees().isPresent());
        assertEquals(
                Map.of("ADC", 1L, "ACO", 0L, "ADA", 0L, "ADE", 0L, "ADI", 0L, "ATM", 0L),
                year(result).actCounts());
        assertEquals(known ? null : "1", result.summary().facts().get("practitionersWithUnknownAmounts.grid." + grid));
    }

    @Test
    void a_side_table_of_tariffs_makes_the_amounts_known() throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1, "PRS_PAI_MNT=300.00", "BSE_REM_BSE=110.00")
                .coding(
                        1,
                        "CAM_GRI_TAR=004",
                        "CAM_MOD_COD=J",
                        "CAM_MM1_MNT=20.00",
                        "CAM_ASS_COD=2",
                        "CAM_REM_BSE=110.00")
                .file(
                        "act_tariffs.csv",
                        "code,activity,phase,grid,tariff,from,to\nHHFA016,1,,S1,250.00,2024-01-01,\n"
                                + "HHFA016,1,,004,200.00,2024-01-01,\n")
                .read();
        // (250 + 10 %) x 50 % against (200 + 10 %) x 50 %
        assertEquals(euros("137.50"), year(result).reimbursableFees());
        assertEquals(euros("162.50"), year(result).overruns());
        assertEquals(euros("200.00"), result.one().acts().orElseThrow().get(0).baseTariffWithoutOption());
    }

    @Test
    void the_patient_is_written_nowhere() throws Exception {
        DcirFolder folder = folder().act(1).act(2, "PFS_EXE_NUM=00000000").written();
        String patient = "PATIENT0000000001";
        try (Cohort cohort = DcirCohort.open(folder.request())) {
            try (var files = java.nio.file.Files.walk(root.resolve("work"))) {
                for (Path file :
                        files.filter(java.nio.file.Files::isRegularFile).toList()) {
                    String bytes = new String(
                            java.nio.file.Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains(patient), file.toString());
                    assertFalse(bytes.contains("SECRET"), file.toString());
                }
            }
            cohort.forEach(year -> assertFalse(year.toString().contains(patient)));
        }
        assertFalse(java.nio.file.Files.readString(root.resolve("rejected.csv")).contains(patient));
    }
}
