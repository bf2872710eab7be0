package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DcirRowsTest {
    @TempDir
    Path root;

    private DcirFolder folder() {
        return new DcirFolder(root).surgeon();
    }

    @Test
    void a_line_out_of_scope_is_excluded_with_its_coding_row() throws InputUnusable {
        List<String> cases = List.of(
                "DPN_QLF=71,DCIR_FOR_INFORMATION",
                "DPN_QLF=72,DCIR_FOR_INFORMATION",
                "PRS_DPN_QLP=71,DCIR_FOR_INFORMATION",
                "PRS_DPN_QLP=72,DCIR_FOR_INFORMATION",
                "DPN_QLF=,",
                "DPN_QLF=70,",
                "DPN_QLF=73,",
                "DPN_QLF=61,",
                "PSE_STJ_COD=51,",
                "PSE_STJ_COD=55,",
                "PSE_STJ_COD=,",
                "PSE_STJ_COD=61,DCIR_NOT_PRIVATE_PRACTICE",
                "PSE_STJ_COD=69,DCIR_NOT_PRIVATE_PRACTICE",
                "PSE_STJ_COD=99,DCIR_NOT_PRIVATE_PRACTICE",
                "PSE_SPE_COD=0,DCIR_OTHER_PROFESSION",
                "PSE_SPE_COD=,DCIR_OTHER_PROFESSION",
                "PSE_SPE_COD=36,DCIR_OTHER_PROFESSION",
                "PSE_SPE_COD=99,DCIR_OTHER_PROFESSION",
                "PSE_SPE_COD=04,",
                "PSE_SPE_COD=41,DCIR_EMPLOYEE_ACT",
                "CPL_MAJ_TOP=2,DCIR_SUPPLEMENT_LINE",
                "CPL_MAJ_TOP=1,",
                "EXE_SOI_DTD=2022-12-31,OUT_OF_PERIOD",
                "EXE_SOI_DTD=2026-01-01,OUT_OF_PERIOD",
                "EXE_SOI_DTD=2025-12-31,",
                "EXE_SOI_DTD=2024-01-01,",
                "EXE_SOI_DTD=20140505,",
                "BSE_PRS_NAT=1182,OUT_OF_SCOPE_CATEGORY",
                "BSE_PRS_NAT=2111,OUT_OF_SCOPE_CATEGORY",
                "BSE_PRS_NAT=1399,");
        DcirFolder folder = folder();
        Map<String, Long> expected = new TreeMap<>();
        Set<String> kept = new TreeSet<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] changeAndReason = cases.get(i).split(",", -1);
            folder.act(i + 1, changeAndReason[0]);
            if (changeAndReason[1].isEmpty()) {
                kept.add(Integer.toString(i + 1));
            } else {
                expected.merge(changeAndReason[1], 1L, Long::sum);
            }
        }
        DcirFolder.Result result = folder.read();
        assertEquals(expected, result.file("ER_PRS_F").excludedByReason());
        assertEquals(expected, result.file("ER_CAM_F").excludedByReason());
        assertEquals(List.of(), result.rejected());
        Set<String> acts = new TreeSet<>();
        result.one().acts().orElseThrow().forEach(act -> act.ids()
                .forEach(id -> acts.add(id.split("-")[4].split("\\.")[0])));
        assertEquals(kept, acts);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31,1", "2026-04-01,0"})
    void what_was_paid_after_the_bound_is_excluded(String treated, int acts) throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1, "FLX_TRT_DTD=" + treated)
                .coding(1, "FLX_TRT_DTD=" + treated)
                .read();
        assertEquals(acts, result.one().acts().orElseThrow().size());
        assertEquals(
                acts == 0 ? Map.of("DCIR_PAID_TOO_LATE", 1L) : Map.of(),
                result.file("ER_PRS_F").excludedByReason());
    }

    @Test
    void the_bound_is_an_argument() throws InputUnusable {
        DcirFolder folder = folder().act(1).written();
        try (Cohort cohort = DcirCohort.open(folder.request(), LocalDate.of(2025, 6, 19))) {
            cohort.forEach(year -> assertEquals(List.of(), year.acts().orElseThrow()));
            assertEquals("2025-06-19", cohort.summary().facts().get("paidUntil"));
        }
    }

    @Test
    void a_defective_line_is_rejected_and_leaves_its_coding_row_alone() throws InputUnusable {
        List<String> cases = List.of(
                "PFS_EXE_NUM=,PFS_EXE_NUM||VALUE_MISSING",
                "EXE_SOI_DTD=2025-02-29,EXE_SOI_DTD|2025-02-29|VALUE_NOT_A_DATE",
                "EXE_SOI_DTD=,EXE_SOI_DTD||VALUE_MISSING",
                "PRS_PAI_MNT=12.345,PRS_PAI_MNT|12.345|VALUE_TOO_PRECISE",
                "PRS_PAI_MNT=1e2,PRS_PAI_MNT|1e2|VALUE_NOT_A_NUMBER",
                "PSE_SPE_COD=97,PSE_SPE_COD|97|VALUE_UNKNOWN_CODE",
                "PSE_STJ_COD=12,PSE_STJ_COD|12|VALUE_UNKNOWN_CODE",
                "CPL_MAJ_TOP=3,CPL_MAJ_TOP|3|VALUE_UNKNOWN_CODE",
                "CPL_MAJ_TOP=,CPL_MAJ_TOP||VALUE_MISSING",
                "PRS_CRD_OPT=7,PRS_CRD_OPT|7|VALUE_UNKNOWN_CODE",
                "PRS_OPS_TRF=5,PRS_OPS_TRF|5|VALUE_UNKNOWN_CODE",
                "PSE_CNV_COD=5,PSE_CNV_COD|5|VALUE_UNKNOWN_CODE",
                "ORG_CLE_NUM=01 C,ORG_CLE_NUM|01 C|VALUE_FORMAT",
                "FLX_EMT_NUM=-1,FLX_EMT_NUM|-1|VALUE_OUT_OF_RANGE",
                "PFS_EXE_NUM=99999999,PFS_EXE_NUM|99999999|DCIR_PRACTICE_UNKNOWN");
        DcirFolder folder = folder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] changeAndReason = cases.get(i).split(",", -1);
            folder.act(i + 1, changeAndReason[0]);
            expected.add("ER_PRS_F.csv|" + (i + 2) + "|" + changeAndReason[1]);
        }
        DcirFolder.Result result = folder.read();
        assertEquals(expected, result.rejected().subList(0, cases.size()));
        assertEquals(
                Map.of("DCIR_CAM_WITHOUT_PRS", (long) cases.size()),
                result.file("ER_CAM_F").rejectedByReason());
        assertEquals(List.of(), result.one().acts().orElseThrow());
    }

    @Test
    void a_defective_coding_row_is_rejected() throws InputUnusable {
        List<String> cases = List.of(
                "CAM_PRS_IDE=HHFA16,CAM_PRS_IDE|HHFA16|VALUE_FORMAT",
                "CAM_ACT_COD=6,CAM_ACT_COD|6|VALUE_UNKNOWN_CODE",
                "CAM_TRT_PHA=4,CAM_TRT_PHA|4|VALUE_OUT_OF_RANGE",
                "CAM_MOD_COD=ABCDE,CAM_MOD_COD|ABCDE|VALUE_FORMAT",
                "CAM_ASS_COD=7,CAM_ASS_COD|7|VALUE_UNKNOWN_CODE",
                "CAM_ACT_PRU=12 500,CAM_ACT_PRU|12 500|VALUE_NOT_A_NUMBER",
                "PRS_ORD_NUM=2,DCT_ORD_NUM|20250701-20250620-01C750100-1.751.12-7.2.0|DCIR_CAM_WITHOUT_PRS");
        DcirFolder folder = folder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] changeAndReason = cases.get(i).split(",", -1);
            folder.prestation(i + 1).coding(i + 1, changeAndReason[0]);
            expected.add("ER_CAM_F.csv.gz|" + (i + 2) + "|" + changeAndReason[1]);
        }
        assertEquals(expected, folder.read().rejected());
    }

    @Test
    void a_repeated_key_keeps_the_first_of_identical_lines() throws InputUnusable {
        DcirFolder.Result result = folder().act(1).prestation(1).read();
        assertEquals(1, result.rejected().size());
        assertTrue(result.rejected().get(0).startsWith("ER_PRS_F.csv|3|DCT_ORD_NUM|"));
        assertTrue(result.rejected().get(0).endsWith("DCIR_KEY_DUPLICATE"));
        assertEquals(1, result.one().acts().orElseThrow().size());
    }

    @Test
    void a_repeated_key_with_other_content_keeps_none() throws InputUnusable {
        DcirFolder.Result result =
                folder().act(1).prestation(1, "PRS_PAI_MNT=251.00").read();
        assertEquals(Map.of("DCIR_KEY_DUPLICATE", 2L), result.file("ER_PRS_F").rejectedByReason());
        assertEquals(Map.of("DCIR_CAM_WITHOUT_PRS", 1L), result.file("ER_CAM_F").rejectedByReason());
    }

    @Test
    void coding_rows_with_one_order_number_are_duplicates_or_conflicts() throws InputUnusable {
        DcirFolder.Result same = folder().act(1).coding(1).read();
        assertEquals(Map.of("KEY_DUPLICATE", 1L), same.file("ER_CAM_F").rejectedByReason());
        assertEquals(1, same.one().acts().orElseThrow().size());
        DcirFolder.Result other = folder().act(1).coding(1, "CAM_MOD_COD=K").read();
        assertEquals(Map.of("KEY_CONFLICT", 2L), other.file("ER_CAM_F").rejectedByReason());
        assertEquals(List.of(), other.one().acts().orElseThrow());
    }

    @Test
    void coding_rows_without_order_number_are_told_by_their_content() throws InputUnusable {
        DcirFolder.Result result = folder().prestation(1)
                .coding(1, "CAM_ORD_NUM=")
                .coding(1, "CAM_ORD_NUM=", "CAM_PRS_IDE=HHFA011")
                .read();
        assertEquals(List.of(), result.rejected());
        assertEquals(2, result.one().acts().orElseThrow().size());
    }

    @Test
    void a_practitioner_out_of_scope_is_not_decided() throws InputUnusable {
        List<String> cases = List.of(
                "EXC_EXC_NAT=0,DCIR_NOT_PRIVATE_PRACTICE", "EXC_EXC_NAT=5,DCIR_NOT_PRIVATE_PRACTICE",
                "EXC_EXC_NAT=8,DCIR_NOT_PRIVATE_PRACTICE", "EXC_EXC_NAT=9,DCIR_NOT_PRIVATE_PRACTICE",
                "EXC_EXC_NAT=11,DCIR_NOT_PRIVATE_PRACTICE", "PFS_PRA_SPE=24,DCIR_OTHER_PROFESSION",
                "PFS_PRA_SPE=36,DCIR_OTHER_PROFESSION", "DTE_ANN_TRT=2026,OUT_OF_PERIOD");
        DcirFolder folder = new DcirFolder(root);
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] changeAndReason = cases.get(i).split(",");
            folder.practiceOf(i + 1, changeAndReason[0]).prestationOf(i + 1).coding(i + 1);
            expected.merge(changeAndReason[1], 1L, Long::sum);
        }
        DcirFolder.Result result = folder.read();
        assertEquals(List.of(), result.years());
        assertEquals(expected, result.file("DA_PRA_R").excludedByReason());
        assertEquals(expected, result.file("ER_PRS_F").excludedByReason());
        assertEquals("5", result.summary().facts().get("practitionersNotDecided.DCIR_NOT_PRIVATE_PRACTICE"));
    }

    @Test
    void these_natures_of_practice_are_decided() throws InputUnusable {
        List<String> natures = List.of("1", "2", "3", "4", "7", "41", "42", "");
        DcirFolder folder = new DcirFolder(root);
        for (int i = 0; i < natures.size(); i++) {
            folder.practiceOf(i + 1, "EXC_EXC_NAT=" + natures.get(i))
                    .prestationOf(i + 1)
                    .coding(i + 1);
        }
        DcirFolder.Result result = folder.read();
        assertEquals(natures.size(), result.years().size());
        assertTrue(result.years().stream()
                .allMatch(year -> year.acts().orElseThrow().size() == 1));
    }

    @Test
    void a_practitioner_without_a_sound_row_is_rejected_with_all_his_lines() throws InputUnusable {
        List<String> cases = List.of(
                "PFS_PRA_SPE=99,PFS_PRA_SPE|99|VALUE_UNKNOWN_CODE",
                "PFS_PRA_SPE=0,PFS_PRA_SPE|0|VALUE_UNKNOWN_CODE",
                "CNV_CNV_COD=4,CNV_CNV_COD|4|VALUE_UNKNOWN_CODE",
                "EXC_EXC_NAT=10,EXC_EXC_NAT|10|VALUE_UNKNOWN_CODE",
                "PRA_TOP_REF=8,PRA_TOP_REF|8|VALUE_UNKNOWN_CODE",
                "CAB_REF_DSF=20191231,CAB_REF_DSF|2019-12-31|DATE_ORDER",
                "PFS_INS_DSD=20090231,PFS_INS_DSD|20090231|VALUE_NOT_A_DATE",
                "DTE_MOI_FIN=13,DTE_MOI_FIN|13|VALUE_OUT_OF_RANGE");
        DcirFolder folder = new DcirFolder(root);
        StringBuilder memberships = new StringBuilder("practitioner_id,option,from\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] changeAndReason = cases.get(i).split(",");
            folder.practiceOf(i + 1, changeAndReason[0]).prestationOf(i + 1).coding(i + 1);
            memberships.append(DcirFolder.id(i + 1)).append(",OPTAM,2020-01-01\n");
            expected.add("DA_PRA_R.csv|" + (i + 2) + "|" + changeAndReason[1]);
        }
        DcirFolder.Result result =
                folder.file("memberships.csv", memberships.toString()).read();
        long all = cases.size();
        assertEquals(List.of(), result.years());
        assertEquals(all, result.summary().practitionersRejected());
        assertEquals(expected, result.rejected().subList(0, cases.size()));
        assertEquals(
                Map.of("PRACTITIONER_UNKNOWN", all), result.file("ER_PRS_F").rejectedByReason());
        assertEquals(
                Map.of("PRACTITIONER_UNKNOWN", all), result.file("memberships").rejectedByReason());
    }

    @Test
    void a_practice_whose_main_practice_is_missing_is_rejected() throws InputUnusable {
        DcirFolder.Result result =
                new DcirFolder(root).practice("STA_PFS_NUM=99100002").act(1).read();
        assertEquals(Map.of("PRACTITIONER_UNKNOWN", 1L), result.file("DA_PRA_R").rejectedByReason());
        assertEquals(Map.of("PRACTITIONER_UNKNOWN", 1L), result.file("ER_PRS_F").rejectedByReason());
    }

    @Test
    void a_secondary_practice_is_the_same_practitioner() throws InputUnusable {
        DcirFolder.Result result = folder().practice(
                        "PFS_PFS_NUM=69100007", "ACT_CAB_COD=01", "PFS_INS_DSD=20050101", "PFS_PRA_SPE=41")
                .act(1)
                .act(2, "PFS_EXE_NUM=69100007")
                .act(3, "PSE_SPE_COD=41", "PFS_EXE_NUM=69100007")
                .read();
        assertEquals(
                3,
                result.one().acts().orElseThrow().stream()
                        .mapToInt(act -> act.ids().size())
                        .sum());
        assertEquals(
                LocalDate.of(2005, 1, 1),
                result.one().practitioner().installedOn().orElseThrow());
        assertEquals("04", result.one().practitioner().specialty().orElseThrow());
    }

    @Test
    void the_situation_is_that_of_december_and_the_chaining_that_of_the_last_month() throws InputUnusable {
        DcirFolder.Result result = folder().practice("DTE_MOI_FIN=11", "CNV_CNV_COD=1")
                .practice("DTE_ANN_TRT=2026", "DTE_MOI_FIN=1", "CNV_CNV_COD=2")
                .practice("DTE_ANN_TRT=2026", "DTE_MOI_FIN=2", "STA_PFS_NUM=69100007", "ACT_CAB_COD=01")
                .practice("DTE_ANN_TRT=2026", "DTE_MOI_FIN=2", "PFS_PFS_NUM=69100007", "STA_PFS_NUM=69100007")
                .practice("DTE_ANN_TRT=2010", "DTE_MOI_FIN=1")
                .act(1)
                .read();
        assertEquals("69100007", result.one().practitioner().id());
        assertEquals("2", result.one().practitioner().sector().orElseThrow());
        assertEquals(Map.of("OUT_OF_PERIOD", 2L), result.file("DA_PRA_R").excludedByReason());
        assertEquals(4, result.file("DA_PRA_R").used());
    }

    @Test
    void a_midwife_is_a_practitioner() throws InputUnusable {
        DcirFolder.Result result = new DcirFolder(root)
                .practice("PFS_PRA_SPE=21")
                .act(1, "PSE_SPE_COD=0", "PSE_ACT_NAT=21")
                .act(2)
                .read();
        assertEquals("MIDWIFE", result.one().practitioner().profession().orElseThrow());
        assertEquals(1, result.one().acts().orElseThrow().size());
        assertEquals(Map.of("DCIR_EMPLOYEE_ACT", 1L), result.file("ER_PRS_F").excludedByReason());
    }

    @Test
    void the_department_comes_from_the_postal_code_or_else_from_the_practice() throws InputUnusable {
        List<String> cases = List.of(
                "75013,99200001,75",
                "20090,99200002,2A",
                "20190,99200003,2A",
                "20200,99200004,2B",
                "20620,99200005,2B",
                "97110,99200006,971",
                "97400,99200007,974",
                "98000,99200008,",
                "01000,99200009,01",
                "95000,99200010,95",
                ",99200011,",
                ",75100001,75",
                ",97100001,",
                ",20100001,",
                ",A7100001,");
        DcirFolder folder = new DcirFolder(root);
        Map<String, String> expected = new TreeMap<>();
        for (String one : cases) {
            String[] values = one.split(",", -1);
            folder.practice("PFS_COD_POS=" + values[0], "PFS_PFS_NUM=" + values[1], "STA_PFS_NUM=" + values[1]);
            expected.put(values[1], values[2]);
        }
        Map<String, String> read = new TreeMap<>();
        folder.act(1)
                .read()
                .years()
                .forEach(year -> read.put(
                        year.practitioner().id(),
                        year.practitioner().department().orElse("")));
        assertEquals(expected, read);
    }

    @Test
    void malformed_lines_are_counted_without_quoting_them() throws InputUnusable {
        DcirFolder folder = folder().act(1).written();
        try {
            Path file = folder.request().input().resolve("ER_PRS_F.csv");
            java.nio.file.Files.write(
                    file,
                    "PATIENT0000000002;x\n".getBytes(StandardCharsets.UTF_8),
                    java.nio.file.StandardOpenOption.APPEND);
            java.nio.file.Files.write(
                    file, new byte[] {(byte) 0xe9, ';', '\n'}, java.nio.file.StandardOpenOption.APPEND);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        DcirFolder.Result result = folder.readAsIs();
        assertEquals(List.of("ER_PRS_F.csv|3|||ROW_MALFORMED", "ER_PRS_F.csv|4|||ROW_NOT_UTF8"), result.rejected());
        assertEquals(3, result.file("ER_PRS_F").read());
    }

    @Test
    void months_of_flow_are_in_the_summary() throws InputUnusable {
        Map<String, String> facts = folder().act(1)
                .act(2, "FLX_DIS_DTD=2025-09-01")
                .read()
                .summary()
                .facts();
        assertEquals("2025-07", facts.get("firstFlowMonth"));
        assertEquals("2025-09", facts.get("lastFlowMonth"));
        assertEquals("2", facts.get("flowMonths"));
    }

    @Test
    void a_missing_table_or_column_refuses_the_folder() {
        DcirFolder folder = folder().act(1);
        InputUnusable missing = assertThrows(
                InputUnusable.class, () -> folder.withoutColumns("PSE_SPE_COD").read());
        assertEquals("COLUMN_MISSING", missing.code());
        InputUnusable none = assertThrows(InputUnusable.class, () -> new DcirFolder(root.resolve("x")).readAsIs());
        assertEquals("FILE_MISSING", none.code());
    }

    @Test
    void rows_in_any_order_give_the_same_facts() throws InputUnusable {
        DcirFolder.Result one = folder().act(1)
                .act(2)
                .act(3, "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00")
                .read();
        DcirFolder.Result other = folder().act(3, "PRS_ACT_QTE=-1", "PRS_PAI_MNT=-250.00", "BSE_REM_BSE=-200.00")
                .act(2)
                .act(1)
                .read();
        assertEquals(one.years(), other.years());
        Set<String> ids = new TreeSet<>(one.one().acts().orElseThrow().get(0).ids());
        assertEquals(1, ids.size());
    }
}
