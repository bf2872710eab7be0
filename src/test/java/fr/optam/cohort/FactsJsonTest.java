package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.optam.fact.Membership;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsJsonTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = FactsJson.class.getResourceAsStream("/schema/practitioner-year-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean fitsSchema(String json) {
        return SCHEMA.validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static List<FactsProblem> problems(String json) {
        return assertThrows(FactsRefused.class, () -> FactsSamples.read(json)).problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"year\": 2025,|\"year\": 2100,",
                "\"04\"|\"99\"",
                "\"75\"|\"2A\"",
                "\"2009-09-01\"|\"2024-02-29\"",
                "\"120000.00\"|-120000.5",
                "\"120000.00\"|\"0000120000\"",
                "\"240000.00\"|240000.00",
                "\"0.4000\"|1.5",
                "\"0.4000\"|\"1.500000\"",
                "\"0.4000\"|0",
                "\"0.3500\"|\"1\"",
                "\"6300.00\"|0",
                "\"14:30\"|\"00:00\"",
                "\"KJ\"|\"\"",
                "\"KJ\"|\"KKJJ3FUPSO\"",
                "\"association\": \"1\"|\"association\": \"9\"",
                ", \"quarter\": \"2025-Q2\"|``",
                "\"option\": \"OPTAM_ACO\", \"on\": \"2025-03-01\"|``",
                "\"id\": \"a2\"|\"ids\": [\"a2\"]",
                "\"id\": \"a2\"|\"id\": \"acte n° 2\"",
                "\"26.50\"|0.01",
            })
    void what_fits_is_read_and_fits_the_schema(String piece, String other) throws FactsRefused {
        String json = FactsSamples.with(piece, other);
        assertTrue(fitsSchema(json), json);
        FactsSamples.read(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\": \"optam/practitioner-year/1\",|``|$.schema|VALUE_MISSING",
                "practitioner-year/1|practitioner-year/2|$.schema|VALUE_UNKNOWN_CODE",
                "\"year\": 2025,|``|$.year|VALUE_MISSING",
                "\"year\": 2025,|\"year\": 2009,|$.year|VALUE_OUT_OF_RANGE",
                "\"year\": 2025,|\"year\": \"2025\",|$.year|VALUE_TYPE",
                "\"year\": 2025,|\"year\": 2025.5,|$.year|VALUE_TOO_PRECISE",
                "\"id\": \"751234567\",|``|$.practitioner.id|VALUE_MISSING",
                "\"751234567\"|\"75 1234\"|$.practitioner.id|VALUE_FORMAT",
                "\"751234567\"|751234567|$.practitioner.id|VALUE_TYPE",
                "\"04\"|\"4\"|$.practitioner.specialty|VALUE_FORMAT",
                "\"sector\": \"2\"|\"sector\": \"3\"|$.practitioner.sector|VALUE_UNKNOWN_CODE",
                "\"sector\": \"2\"|\"sector\": null|$.practitioner.sector|VALUE_TYPE",
                "\"sector2Titles\": true|\"sector2Titles\": \"true\"|$.practitioner.sector2Titles|VALUE_TYPE",
                "\"sector2Titles\"|\"sector2titles\"|$.practitioner.sector2titles|KEY_UNKNOWN",
                "\"2009-09-01\"|\"2009-02-29\"|$.practitioner.installedOn|VALUE_NOT_A_DATE",
                "\"2009-09-01\"|\"01/09/2009\"|$.practitioner.installedOn|VALUE_FORMAT",
                "\"2009-09-01\"|\"1809-09-01\"|$.practitioner.installedOn|VALUE_OUT_OF_RANGE",
                "\"75\"|\"750\"|$.practitioner.department|VALUE_FORMAT",
                "\"11\"|\"IDF\"|$.practitioner.region|VALUE_FORMAT",
                "\"PHYSICIAN\"|\"DOCTOR\"|$.practitioner.profession|VALUE_UNKNOWN_CODE",
                "\"120000.00\"|\"120 000,00\"|$.practitioner.income|VALUE_NOT_A_NUMBER",
                "\"120000.00\"|\"120000.001\"|$.practitioner.income|VALUE_TOO_PRECISE",
                "\"120000.00\"|120000.001|$.practitioner.income|VALUE_TOO_PRECISE",
                "\"120000.00\"|\"12000000000\"|$.practitioner.income|VALUE_OUT_OF_RANGE",
                "\"OPTAM_ACO\", \"on\"|\"CAS\", \"on\"|$.request.option|VALUE_UNKNOWN_CODE",
                "{ \"option\": \"OPTAM_ACO\", \"on\": \"2025-03-01\" }|null|$.request|VALUE_TYPE",
                "\"from\": \"2025-04-01\", |``|$.memberships[0].from|VALUE_MISSING",
                "\"0.4000\"|\"40\"|$.memberships[0].commitment.overrunRate|VALUE_OUT_OF_RANGE",
                "\"0.4000\"|1.51|$.memberships[0].commitment.overrunRate|VALUE_OUT_OF_RANGE",
                "\"0.4000\"|\"-0.1\"|$.memberships[0].commitment.overrunRate|VALUE_OUT_OF_RANGE",
                "\"0.4000\"|\"0.4000001\"|$.memberships[0].commitment.overrunRate|VALUE_TOO_PRECISE",
                "\"0.3500\"|\"1.0001\"|$.memberships[0].commitment.opposableShare|VALUE_OUT_OF_RANGE",
                "\"ADC\": 410|\"ADC\": -1|$.activity[0].actCounts.ADC|VALUE_OUT_OF_RANGE",
                "\"ADC\": 410|\"AMI\": 410|$.activity[0].actCounts.AMI|KEY_UNKNOWN",
                "\"acts\": [|\"acts\": [ 7,|$.acts[0]|VALUE_TYPE",
                "\"id\": \"a2\"|\"id\": \" a2\"|$.acts[0].id|VALUE_FORMAT",
                "\"id\": \"a2\"|\"id\": \"a2\", \"ids\": [\"b\"]|$.acts[0].ids|PAIR_INCOMPLETE",
                "[\"a3\", \"a1\"]|[]|$.acts[1].ids|VALUE_TYPE",
                "\"14:30\"|\"24:00\"|$.acts[0].at|VALUE_FORMAT",
                "\"HHFA016\"|\"HHFA16\"|$.acts[0].code|VALUE_FORMAT",
                "\"activity\": \"1\"|\"activity\": \"6\"|$.acts[0].activity|VALUE_UNKNOWN_CODE",
                "\"category\": \"ADC\"|\"category\": \"ADX\"|$.acts[0].category|VALUE_UNKNOWN_CODE",
                "\"KJ\"|\"kj\"|$.acts[0].modifiers|VALUE_FORMAT",
                "\"KJ\"|null|$.acts[0].modifiers|VALUE_TYPE",
                "\"association\": \"1\"|\"association\": \"12\"|$.acts[0].association|VALUE_FORMAT",
                "\"quantity\": 1|\"quantity\": 0|$.acts[0].quantity|VALUE_OUT_OF_RANGE",
                "\"200.00\"|\"-200.00\"|$.acts[0].baseTariff|VALUE_OUT_OF_RANGE",
                "\"c2s\": false|\"c2s\": 0|$.acts[0].c2s|VALUE_TYPE",
                "\"TERMINATION_NOTIFIED\"|\"TERMINATED\"|$.events[0].type|VALUE_UNKNOWN_CODE",
                "\"2025-Q2\"|\"2025-2\"|$.events[1].quarter|VALUE_FORMAT",
                "\"QUARTER_BREACHED\"|\"OBSERVATIONS\"|$.events[1].quarter|PAIR_INCOMPLETE",
                "\"6300.00\"|\"-1.00\"|$.paid.prime|VALUE_OUT_OF_RANGE",
                "\"26.50\"|\"0.00\"|$.tariffRises[0].base|VALUE_OUT_OF_RANGE",
                "\"notes\"|\"it's\"|$['it\\'s']|KEY_UNKNOWN",
            })
    void what_does_not_fit_is_refused_by_its_path_and_by_the_schema(
            String piece, String other, String path, String code) {
        String json = FactsSamples.with(piece, other);
        FactsProblem first = problems(json).get(0);
        assertEquals(path + " " + code, first.path() + " " + first.code());
        assertTrue(!fitsSchema(json), json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"year\": 2024|\"year\": 2025|$.activity[1].year|DUPLICATE_YEAR",
                "\"a3\"|\"a2\"|$.acts[1].ids|DUPLICATE_ACT_ID",
                "\"a3\"|\"a1\"|$.acts[1].ids|DUPLICATE_ACT_ID",
                "\"department\": \"75\"|\"department\": \"75\", \"id\": \"2\"|$.practitioner.id|KEY_DUPLICATE",
                "\"to\": \"2025-03-31\"|\"to\": \"2022-12-31\"|$.memberships[1].to|DATE_ORDER",
                "\"120000.00\"|1.2e5|$.practitioner.income|VALUE_NOT_A_NUMBER",
            })
    void what_a_schema_can_t_say_is_refused_all_the_same(String piece, String other, String path, String code) {
        String json = FactsSamples.with(piece, other);
        FactsProblem first = problems(json).get(0);
        assertEquals(path + " " + code, first.path() + " " + first.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``",
                "{",
                "[]",
                "{} {}",
                "{\"a\": NaN}",
                "not json",
                "{\"schema\": 1,}",
                "null",
                "[[[[[[[[[[[[[[[[[[[["
            })
    void what_is_no_object_of_json_is_refused(String json) {
        assertEquals("$", problems(json).get(0).path());
    }

    @Test
    void all_problems_are_named_at_once() {
        String json = FactsSamples.FULL
                .replace("\"04\"", "\"4\"")
                .replace("\"sector2Titles\"", "\"sector2titles\"")
                .replace("\"KJ\"", "\"kj\"");
        assertEquals(
                List.of(
                        "$.practitioner.sector2titles: Key sector2titles is not known. Maybe sector2Titles?",
                        "$.practitioner.specialty: Value “4” does not have the form of specialty.",
                        "$.acts[0].modifiers: Value “kj” does not have the form of modifiers."),
                problems(json).stream().map(FactsProblem::line).toList());
    }

    @Test
    void a_probable_percentage_comes_with_the_ratio() {
        assertEquals(
                "0.40",
                problems(FactsSamples.with("\"0.4000\"", "\"40\"")).get(0).hint());
    }

    @Test
    void absent_is_unknown_null_is_open_and_none_is_known() throws FactsRefused {
        PractitionerYear minimal = FactsSamples.read(FactsSamples.MINIMAL);
        assertEquals(Optional.empty(), minimal.memberships());
        assertEquals(Optional.empty(), minimal.acts());
        assertEquals(Optional.empty(), minimal.paid());
        PractitionerYear full = FactsSamples.read(FactsSamples.FULL);
        assertEquals(
                new Membership.End.Open(),
                full.memberships().orElseThrow().get(1).end());
        assertEquals(Optional.of(""), full.acts().orElseThrow().get(0).association());
        assertEquals(Optional.empty(), full.acts().orElseThrow().get(0).modifiers());
        PractitionerYear unknownEnd = FactsSamples.read(FactsSamples.with(" \"to\": null,", ""));
        assertEquals(
                new Membership.End.Unknown(),
                unknownEnd.memberships().orElseThrow().get(1).end());
        PractitionerYear none =
                FactsSamples.read(FactsSamples.MINIMAL.replace("}}", "},\"acts\":[],\"memberships\":[]}"));
        assertEquals(Optional.of(List.of()), none.acts());
        assertEquals(Optional.of(List.of()), none.memberships());
    }

    @Test
    void a_number_is_read_as_its_decimal_text() throws FactsRefused {
        PractitionerYear year =
                FactsSamples.read(FactsSamples.with("\"0.4000\"", "0.1").replace("\"240000.00\"", "1234567890.07"));
        assertEquals(
                Optional.of(new BigDecimal("0.1000")),
                year.memberships().orElseThrow().get(1).overrunRate());
        assertEquals(
                Optional.of(new BigDecimal("1234567890.07")),
                year.activity().orElseThrow().get(1).reimbursableFees());
    }

    @Test
    void a_rate_keeps_decimals_that_say_something() throws FactsRefused {
        assertTrue(FactsSamples.canonical(FactsSamples.with("\"0.4000\"", "\"0.387512\""))
                .contains("\"0.387512\""));
        assertTrue(FactsSamples.canonical(FactsSamples.with("\"0.4000\"", "\"0.387500\""))
                .contains("\"0.3875\""));
    }

    @Test
    void lists_have_one_order_and_equal_acts_are_one() throws FactsRefused {
        String act = "{\"id\":\"%s\",\"on\":\"2025-01-0%d\",\"code\":\"HHFA016\",\"modifiers\":\"%s\"}";
        String shuffled = FactsSamples.MINIMAL.replace(
                "}}",
                "},\"acts\":[" + act.formatted("c", 2, "JK") + "," + act.formatted("b", 2, "KJ") + ","
                        + act.formatted("a", 1, "JK") + "," + act.formatted("d", 2, "J") + "]}");
        assertEquals(
                List.of(List.of("a"), List.of("d"), List.of("b", "c")),
                FactsSamples.read(shuffled).acts().orElseThrow().stream()
                        .map(a -> a.ids())
                        .toList());
    }

    @Test
    void canonical_bytes_are_read_back_and_stay_the_same() throws FactsRefused, IOException {
        String canonical = FactsSamples.canonical(FactsSamples.FULL);
        assertEquals(canonical, FactsSamples.canonical(canonical));
        assertEquals(FactsSamples.read(FactsSamples.FULL), FactsSamples.read(canonical));
        assertEquals(canonical, new JsonCanonicalizer(canonical).getEncodedString());
        assertTrue(fitsSchema(canonical));
        assertEquals(FactsSamples.canonical(FactsSamples.MINIMAL), sorted(FactsSamples.MINIMAL));
    }

    @Test
    void text_of_ids_is_escaped_as_rfc_8785_says() throws FactsRefused, IOException {
        String json = FactsSamples.with("\"id\": \"a2\"", "\"id\": \"\\u00e9\\\"\\\\/\\u20ac\\ud83d\\ude00\"");
        assertEquals(sorted(FactsSamples.canonical(json)), FactsSamples.canonical(json));
    }

    private static String sorted(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedString();
    }
}
