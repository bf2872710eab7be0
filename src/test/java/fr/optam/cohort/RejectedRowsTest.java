package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.PractitionerYear;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTest {
    private static final String MEMBERSHIPS =
            "practitioner_id,option,from,to,commitment_overrun_rate,commitment_opposable_share\n";
    private static final String ACTS = "practitioner_id,act_id,on,at,code,activity,category,modifiers,"
            + "allowed_modifiers,association,quantity,base_tariff,fee_charged,c2s\n";

    @TempDir
    Path root;

    private CohortFolder folder() {
        return new CohortFolder(root).with("practitioners.csv", CohortFolder.ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "specialty|4|VALUE_FORMAT",
                "specialty|99|VALUE_UNKNOWN_CODE",
                "specialty|' 04'|VALUE_FORMAT",
                "sector|3|VALUE_UNKNOWN_CODE",
                "sector2_titles|yes|VALUE_FORMAT",
                "installed_on|2025-02-29|VALUE_NOT_A_DATE",
                "installed_on|01/03/2025|VALUE_FORMAT",
                "installed_on|0205-03-01|VALUE_OUT_OF_RANGE",
                "department|1|VALUE_FORMAT",
                "region|IDF|VALUE_FORMAT",
                "profession|DOCTOR|VALUE_UNKNOWN_CODE",
                "income|1 000.00|VALUE_NOT_A_NUMBER",
                "income|1e5|VALUE_NOT_A_NUMBER",
                "income|12.345|VALUE_TOO_PRECISE",
                "income|12345678901.00|VALUE_OUT_OF_RANGE",
                "income|.5|VALUE_NOT_A_NUMBER",
                "income|EUR 5|VALUE_NOT_A_NUMBER",
                "request_option|OPTAM|PAIR_INCOMPLETE",
            })
    void a_practitioner_with_a_defective_cell_is_rejected(String column, String value, String reason)
            throws InputUnusable {
        CohortFolder folder = new CohortFolder(root)
                .with("practitioners.csv", "practitioner_id;" + column + "\np1;" + value + "\np2;\n");
        String place = reason.equals("PAIR_INCOMPLETE") ? "request_on|" : column + "|" + value;
        assertEquals(List.of("practitioners.csv|2|" + place + "|" + reason), folder.rejected());
        assertEquals(
                List.of("p2"),
                folder.years().stream().map(y -> y.practitioner().id()).toList());
        assertEquals(1, folder.summary().practitionersRejected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1,OPTAM,,,,|from||VALUE_MISSING",
                "p1,CAS,2025-01-01,,,|option|CAS|VALUE_UNKNOWN_CODE",
                "p1,OPTAM,2025-04-01,2025-03-31,,|to|2025-03-31|DATE_ORDER",
                "p1,OPTAM,2025-04-01,,40,|commitment_overrun_rate|40|VALUE_OUT_OF_RANGE",
                "p1,OPTAM,2025-04-01,,1.5001,|commitment_overrun_rate|1.5001|VALUE_OUT_OF_RANGE",
                "p1,OPTAM,2025-04-01,,0.40000,|commitment_overrun_rate|0.40000|VALUE_TOO_PRECISE",
                "p1,OPTAM,2025-04-01,,,1.0001|commitment_opposable_share|1.0001|VALUE_OUT_OF_RANGE",
                "p1,OPTAM,2025-04-01,,,-0.1|commitment_opposable_share|-0.1|VALUE_OUT_OF_RANGE",
                "p9,OPTAM,2025-04-01,,,|practitioner_id|p9|PRACTITIONER_UNKNOWN",
                "p9,CAS,2025-04-01,,,|practitioner_id|p9|PRACTITIONER_UNKNOWN",
                "p 9,OPTAM,2025-04-01,,,|practitioner_id|p 9|VALUE_FORMAT",
                "p1,OPTAM,2025-04-01,,||p1,OPTAM,2025-04-01,,|ROW_MALFORMED",
                "p1,OPTAM,2025-04-01,,,,||p1,OPTAM,2025-04-01,,,,|ROW_MALFORMED",
            })
    void a_membership_with_a_defective_cell_is_rejected(String row, String column, String value, String reason)
            throws InputUnusable {
        CohortFolder folder = folder().with("memberships.csv", MEMBERSHIPS + row + "\np1,OPTAM,2023-01-01,,,\n");
        String expected = "memberships.csv|2|" + (column == null ? "" : column) + "|" + (value == null ? "" : value)
                + "|" + reason;
        assertEquals(List.of(expected), folder.rejected());
        assertEquals(1, folder.years().get(0).memberships().orElseThrow().size());
    }

    @Test
    void rates_on_their_bounds_are_sound() throws InputUnusable {
        CohortFolder folder =
                folder().with("memberships.csv", MEMBERSHIPS + "p1,OPTAM,2025-04-01,2025-04-01,1.5000,1\n");
        assertEquals(List.of(), folder.rejected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1,a1,2025-09-15,24:00,HHFA016,1,ADC,K,JK,1,1,200.00,240.00,false|at|24:00|VALUE_FORMAT",
                "p1,a1,2025-09-15,,hhfa016,1,ADC,K,JK,1,1,200.00,240.00,false|code|hhfa016|VALUE_FORMAT",
                "p1,a1,2025-09-15,,HHFA016,6,ADC,K,JK,1,1,200.00,240.00,false|activity|6|VALUE_UNKNOWN_CODE",
                "p1,a1,2025-09-15,,HHFA016,1,ABC,K,JK,1,1,200.00,240.00,false|category|ABC|VALUE_UNKNOWN_CODE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,k,JK,1,1,200.00,240.00,false|modifiers|k|VALUE_FORMAT",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,ABCDEFGHI,JK,1,1,200.00,1,false|modifiers|ABCDEFGHI|VALUE_FORMAT",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,--,1,1,200.00,240.00,false|allowed_modifiers|--|VALUE_FORMAT",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,7,1,200.00,240.00,false|association|7|VALUE_UNKNOWN_CODE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,1,0,200.00,240.00,false|quantity|0|VALUE_OUT_OF_RANGE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,1,1.5,200.00,240.00,false|quantity|1.5|VALUE_TOO_PRECISE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,1,1,-0.01,240.00,false|base_tariff|-0.01|VALUE_OUT_OF_RANGE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,1,1,1,24000000000,no|fee_charged|24000000000|VALUE_OUT_OF_RANGE",
                "p1,a1,2025-09-15,,HHFA016,1,ADC,K,JK,1,1,200.00,240.00,0|c2s|0|VALUE_FORMAT",
                "p1,a1,,,HHFA016,1,ADC,K,JK,1,1,200.00,240.00,no|on||VALUE_MISSING",
            })
    void an_act_is_rejected_for_its_first_defect_in_column_order(String row, String column, String value, String reason)
            throws InputUnusable {
        CohortFolder folder = folder().with("acts.csv", ACTS + row + "\n");
        assertEquals(
                List.of("acts.csv|2|" + column + "|" + (value == null ? "" : value) + "|" + reason), folder.rejected());
        assertEquals(List.of(), folder.years().get(0).acts().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1,QUARTER_BREACHED,2025-11-10,,|quarter||PAIR_INCOMPLETE",
                "p1,RESIGNATION_RECEIVED,2025-11-10,2025-Q2,|quarter|2025-Q2|PAIR_INCOMPLETE",
                "p1,RESIGNATION_RECEIVED,2025-11-10,,2026-01-01|effective_on|2026-01-01|PAIR_INCOMPLETE",
                "p1,QUARTER_BREACHED,2025-11-10,2025-Q5,|quarter|2025-Q5|VALUE_FORMAT",
                "p1,RESIGNED,2025-11-10,,|type|RESIGNED|VALUE_UNKNOWN_CODE",
            })
    void an_event_needs_what_goes_with_its_type(String row, String column, String value, String reason)
            throws InputUnusable {
        CohortFolder folder = folder().with(
                        "events.csv",
                        "practitioner_id,type,on,quarter,effective_on\n" + row
                                + "\np1,TERMINATION_NOTIFIED,2025-11-10,,2026-02-01\n");
        assertEquals(
                List.of("events.csv|2|" + column + "|" + (value == null ? "" : value) + "|" + reason),
                folder.rejected());
        assertEquals(1, folder.years().get(0).events().orElseThrow().size());
    }

    @Test
    void of_repeated_rows_the_first_is_used_and_of_conflicting_rows_none() throws InputUnusable {
        String row = "2025-09-15,,HHFA016,1,ADC,JK,,,,200.00,,\n";
        CohortFolder folder = folder().with(
                        "acts.csv",
                        ACTS + "p1,a1," + row + "p1,a2," + row + "p1,a1," + row.replace("JK", "KJ") + "p1,a2,"
                                + row.replace("200", "201") + "p1,a3," + row);
        assertEquals(
                List.of(
                        "acts.csv|3|act_id|a2|KEY_CONFLICT",
                        "acts.csv|4|act_id|a1|KEY_DUPLICATE",
                        "acts.csv|5|act_id|a2|KEY_CONFLICT"),
                folder.rejected());
        assertEquals(
                List.of(List.of("a1", "a3")),
                folder.years().get(0).acts().orElseThrow().stream()
                        .map(act -> act.ids())
                        .toList());
    }

    @Test
    void keys_are_settled_across_the_parts_of_a_file() throws InputUnusable {
        CohortFolder folder = folder().with("paid-1.csv", "practitioner_id,year,prime\np1,2025,10\n")
                .with("paid-2.csv.gz", "prime,year,practitioner_id\n10.00,2025,p1\n");
        assertEquals(List.of("paid-2.csv.gz|2|year|2025|KEY_DUPLICATE"), folder.rejected());
    }

    @Test
    void the_whole_row_is_the_key_of_an_event() throws InputUnusable {
        CohortFolder folder = folder().with(
                        "events.csv",
                        "practitioner_id,type,on\np1,OBSERVATIONS,2025-01-01\np1,OBSERVATIONS,2025-01-01\n"
                                + "p1,OBSERVATIONS,2025-01-02\n");
        assertEquals(List.of("events.csv|3|||KEY_DUPLICATE"), folder.rejected());
        assertEquals(2, folder.years().get(0).events().orElseThrow().size());
    }

    @Test
    void a_practitioner_with_two_rows_that_differ_is_not_decided() throws InputUnusable {
        CohortFolder folder = new CohortFolder(root)
                .with("practitioners.csv", "practitioner_id,sector\np1,1\np2,2\np1,2\np3,2\np3,9\np4,1\np4,1\n")
                .with("events.csv", "practitioner_id,type,on\np3,OBSERVATIONS,2025-01-01\n");
        assertEquals(
                List.of(
                        "practitioners.csv|2|practitioner_id|p1|KEY_CONFLICT",
                        "practitioners.csv|4|practitioner_id|p1|KEY_CONFLICT",
                        "practitioners.csv|5|practitioner_id|p3|KEY_CONFLICT",
                        "practitioners.csv|6|sector|9|VALUE_UNKNOWN_CODE",
                        "practitioners.csv|8|practitioner_id|p4|KEY_DUPLICATE",
                        "events.csv|2|practitioner_id|p3|PRACTITIONER_UNKNOWN"),
                folder.rejected());
        assertEquals(
                List.of("p2", "p4"),
                folder.years().stream().map(y -> y.practitioner().id()).toList());
        assertEquals(2, folder.summary().practitionersRejected());
        assertEquals(2, folder.summary().practitioners());
    }

    @Test
    void a_practitioner_with_rejected_rows_is_marked_with_the_count_of_each_file() throws InputUnusable {
        CohortFolder folder = new CohortFolder(root)
                .with("practitioners.csv", "practitioner_id\np1\np2\n")
                .with("acts.csv", ACTS + "p1,a1,x\np1,a2,2025-02-30,,HHFA016,1,,,,,,,,\n")
                .with("memberships-a.csv", MEMBERSHIPS + "p1,CAS,2025-01-01,,,\n");
        List<PractitionerYear> years = folder.years();
        assertEquals(1, years.get(0).notes().size());
        assertEquals("INPUT_ROWS_REJECTED", years.get(0).notes().get(0).code());
        assertEquals(
                Map.of("counts", "acts 2, memberships 1"),
                years.get(0).notes().get(0).values());
        assertEquals(List.of(), years.get(1).notes());
    }

    @Test
    void bytes_that_are_not_utf8_spoil_their_row_only() throws InputUnusable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("practitioner_id,x\np1,\u00e9\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("p2,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes("p3,\n".getBytes(StandardCharsets.UTF_8));
        CohortFolder folder = new CohortFolder(root).with("practitioners.csv", bytes.toByteArray());
        assertEquals(List.of("practitioners.csv|3||p2,\ufffd|ROW_NOT_UTF8"), folder.rejected());
        assertEquals(
                List.of("p1", "p3"),
                folder.years().stream().map(y -> y.practitioner().id()).toList());
    }

    @Test
    void a_quote_that_is_not_closed_spoils_its_line_only() throws InputUnusable {
        CohortFolder folder = new CohortFolder(root)
                .with(
                        "practitioners.csv",
                        "practitioner_id,note\np1,\"two\nlines, \"\"quoted\"\"\"\np2,\"open\np3,x\np4,\"y\"z\np5,\"\"\n");
        assertEquals(
                List.of("practitioners.csv|4||p2,\"open|ROW_MALFORMED", "practitioners.csv|6||p4,\"y\"z|ROW_MALFORMED"),
                folder.rejected());
        assertEquals(
                List.of("p1", "p3", "p5"),
                folder.years().stream().map(y -> y.practitioner().id()).toList());
    }

    @Test
    void rows_read_are_used_rejected_or_excluded() throws InputUnusable {
        CohortFolder folder = folder().with(
                        "acts.csv",
                        ACTS + "p1,a1,2025-09-15,,HHFA016,1,,,,,,,,\np1,a2,2019-09-15,,HHFA016,1,,,,,,,,\n"
                                + "p1,a3,2013-09-15,,HHFA016,1,,,,,,,,\np1,a4,,,HHFA016,1,,,,,,,,\n"
                                + "p2,a4,2019-09-15,,HHFA016,1,,,,,,,,\n\n");
        FileCount acts = folder.summary().files().get(1);
        assertEquals("acts.csv", acts.file());
        assertEquals(5, acts.read());
        assertEquals(2, acts.used());
        assertEquals(Map.of("VALUE_MISSING", 1L, "PRACTITIONER_UNKNOWN", 1L), acts.rejectedByReason());
        assertEquals(Map.of("OUT_OF_PERIOD", 1L), acts.excludedByReason());
    }

    @Test
    void the_file_of_rejected_rows_has_its_columns_and_two_languages() throws InputUnusable {
        CohortFolder folder = new CohortFolder(root).with("practitioners.csv", "practitioner_id;specialty\np1;4\n");
        assertEquals(
                "file,line,column,value,reason,message_fr,message_en\n"
                        + "practitioners.csv,2,specialty,4,VALUE_FORMAT,La valeur « 4 » n’a pas la forme attendue pour"
                        + " specialty. Peut-être : 04.,Value “4” does not have the form of specialty. Maybe 04.\n",
                folder.rejectedFile());
    }

    @Test
    void a_long_value_is_cut_at_eighty_characters() throws InputUnusable {
        CohortFolder folder =
                folder().with("events.csv", "practitioner_id,type,on\np1," + "é".repeat(100) + ",2025-01-01\n");
        assertTrue(folder.rejected().get(0).contains("|" + "é".repeat(80) + "|"));
    }
}
