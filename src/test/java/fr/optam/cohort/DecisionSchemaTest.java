package fr.optam.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionSchemaTest {
    private static final String DECISION = """
            {
              "schema": "optam/decision/1", "practitioner": "751234567", "year": 2025,
              "rulebook": { "version": "2026.1", "digest": "sha256:%1$s", "overlays": [] },
              "factsDigest": "sha256:%1$s", "outcome": "NON_COMPLIANT", "confidence": "PRESS",
              "outcomeSentence": { "fr": "…", "en": "…" },
              "answers": [
                { "question": "eligibility.OPTAM_ACO", "verdict": "ELIGIBLE", "value": "50", "unit": "acts",
                  "amount": null, "reason": "ACO_ACT_THRESHOLD_MET", "confidence": "OFFICIAL", "proof": ["f3"] },
                { "question": "modifier:acte n° 1:3", "verdict": "PAYABLE", "value": "0.0800", "unit": "rate",
                  "amount": "8.00", "reason": "M3_ENTITLED", "confidence": "OFFICIAL", "proof": ["f3"],
                  "details": { "undue": "0.00" }, "missing": [], "sentence": { "fr": "…", "en": "…" } }
              ],
              "firings": [
                { "id": "f3", "rule": "ELIG-ACO-010", "at": "decision-tables/a.drl.xlsx!Table!A12",
                  "facts": { "activity.2024.actCounts": "50" }, "parameters": { "minimumActs": "50" },
                  "because": ["f1"], "sources": [ { "id": "A1", "article": "…", "confidence": "OFFICIAL" } ],
                  "sentence": { "fr": "…", "en": "…" } }
              ],
              "missing": [],
              "problems": [
                { "code": "KT_EXCLUSIVE", "acts": ["a1"], "amount": null, "rule": "CONT-KT-010",
                  "sentence": { "fr": "…", "en": "…" } }
              ]
            }
            """.formatted("0123456789abcdef".repeat(4));

    private static List<Error> errors(String json) {
        try (InputStream in = FactsJson.class.getResourceAsStream("/schema/decision-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_decision_fits_its_schema_and_may_grow() {
        assertEquals(List.of(), errors(DECISION));
        assertEquals(List.of(), errors(DECISION.replace("\"missing\": [],", "\"missing\": [], \"later\": 1,")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"8.00\"|8.00",
                "\"NON_COMPLIANT\"|\"GUILTY\"",
                "sha256:|sha1:",
                "\"f3\"|\"g3\"",
                "\"PRESS\"|\"RUMOUR\"",
                "\"factsDigest\"|\"digest\"",
                "modifier:acte n° 1:3|modifier:acte n° 1",
            })
    void a_decision_of_another_shape_does_not(String piece, String other) {
        assertFalse(errors(DECISION.replace(piece, other)).isEmpty());
    }
}
