package fr.optam.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Answer;
import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Problem;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String NASTY = "\"\\/\b\t\n\f\r\u0001\u001f\u007f\u0080é\u07ff\u0800’€\uD83D\uDE00\uFFFD~";
    private static final String FACTS = """
            { "schema": "optam/practitioner-year/1", "year": 2025,
              "practitioner": { "id": "751234567", "specialty": "04", "sector": "2", "sector2Titles": true,
                "installedOn": "2009-09-01", "department": "75" },
              "memberships": [ { "option": "OPTAM_ACO", "from": "2025-04-01", "to": null,
                "commitment": { "overrunRate": "0.4000", "opposableShare": "0.3500" } } ],
              "activity": [ { "year": 2025, "actCounts": { "ADC": 410 },
                "reimbursableFees": "240000.00", "overruns": "98400.00", "opposableFees": "86400.00" } ],
              "acts": [ { "id": "a1", "on": "2025-09-15", "code": "HHFA016", "activity": "1", "category": "ADC",
                "modifiers": "K", "allowedModifiers": "JK", "association": "1", "quantity": 1,
                "baseTariff": "200.00", "feeCharged": "250.00", "c2s": false, "emergency": false } ] }
            """;

    private static Decision byHand() {
        Sentence sentence = new Sentence(NASTY, "en " + NASTY);
        Answer answer = new Answer(
                "modifier:acte n° 1:K",
                "PAYABLE",
                "K_MEMBER",
                Optional.of("0.2500"),
                Optional.empty(),
                Optional.of("50.00"),
                Confidence.PRESS,
                List.of("f1"),
                Map.of("z", Map.of("é", "1", "e", "2", "\uD83D\uDE00", "3", "\uFB33", "4"), "a", List.of("1", NASTY)),
                List.of("acts[0].on"),
                sentence);
        Firing firing = new Firing(
                "f1",
                "MODI-K-010",
                "decision-tables/a.drl.xlsx!Table!A1",
                Map.of("b", "1", "B", "2", "_", "3"),
                Map.of(NASTY, NASTY),
                List.of(),
                List.of(new Source("A1", "", Confidence.LAW)),
                sentence);
        return new Decision(
                "P-1",
                2025,
                new RulebookId("2026.1", DIGEST, List.of("guide-2026")),
                "",
                "NON_COMPLIANT",
                sentence,
                Confidence.PRESS,
                List.of(answer),
                List.of(firing),
                List.of(),
                List.of(new Problem("KT_EXCLUSIVE", List.of("a1", "a2"), Optional.empty(), "", sentence)));
    }

    private static List<?> errors(byte[] json) throws IOException {
        try (InputStream in = DecisionJson.class.getResourceAsStream("/schema/decision-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
            return schema.validate(new String(json, UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void its_bytes_are_those_of_the_canonicalization_of_others() throws IOException {
        byte[] json = DecisionJson.write(byHand(), DIGEST);
        assertArrayEquals(new JsonCanonicalizer(json).getEncodedUTF8(), json);
        assertEquals(List.of(), errors(json));
    }

    @Test
    void a_real_decision_is_canonical_and_fits_the_schema() throws IOException, FactsRefused {
        PractitionerYear facts = FactsJson.read(FACTS.getBytes(UTF_8));
        byte[] json = DecisionJson.write(Shipped.ENGINE.decide(facts), Sha256.of(FactsJson.write(facts)));
        assertArrayEquals(new JsonCanonicalizer(json).getEncodedUTF8(), json);
        assertEquals(List.of(), errors(json));
    }

    @Test
    void what_is_no_json_value_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("a", 0.5)));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(1L << 53));
        assertEquals(
                "[9007199254740991,null,true]",
                new String(CanonicalJson.write(java.util.Arrays.asList((1L << 53) - 1, null, true)), UTF_8));
    }
}
