package fr.optam.cohort;

import fr.optam.fact.PractitionerYear;
import java.nio.charset.StandardCharsets;

/** A full practitioner-year, and what becomes of it when one piece of its text is exchanged. */
final class FactsSamples {
    static final String FULL = """
            {
              "schema": "optam/practitioner-year/1", "year": 2025,
              "practitioner": {
                "id": "751234567", "specialty": "04", "sector": "2", "sector2Titles": true,
                "installedOn": "2009-09-01", "department": "75", "region": "11", "profession": "PHYSICIAN",
                "income": "120000.00"
              },
              "request": { "option": "OPTAM_ACO", "on": "2025-03-01" },
              "memberships": [
                { "option": "OPTAM_ACO", "from": "2025-04-01", "to": null,
                  "commitment": { "overrunRate": "0.4000", "opposableShare": "0.3500" } },
                { "option": "OPTAM", "from": "2023-01-01", "to": "2025-03-31" }
              ],
              "activity": [
                { "year": 2025, "actCounts": { "ADC": 410 },
                  "reimbursableFees": "240000.00", "overruns": "98400.00", "opposableFees": "86400.00" },
                { "year": 2024, "actCounts": { "ADC": 32, "ACO": 18, "ADA": 0 }, "reimbursableFees": "-150000.00" }
              ],
              "acts": [
                { "id": "a2", "on": "2025-09-15", "code": "HHFA016", "activity": "1", "category": "ADC",
                  "modifiers": "KJ", "allowedModifiers": "JK", "association": "1", "quantity": 1,
                  "baseTariff": "200.00", "baseTariffWithoutOption": "172.80", "feeCharged": "240.00",
                  "at": "14:30", "c2s": false, "emergency": false },
                { "ids": ["a3", "a1"], "on": "2025-09-14", "code": "HHFA016", "association": null }
              ],
              "events": [
                { "type": "TERMINATION_NOTIFIED", "on": "2025-11-03", "effectiveOn": "2026-02-01" },
                { "type": "QUARTER_BREACHED", "on": "2025-11-03", "quarter": "2025-Q2" }
              ],
              "paid": { "prime": "6300.00", "primePaidOn": "2026-07-15" },
              "tariffRises": [ { "on": "2024-12-22", "base": "26.50", "rise": "3.50" } ],
              "notes": [ { "code": "INPUT_ROWS_REJECTED", "acts": [], "values": { "counts": "acts 2" } } ]
            }
            """;

    static final String MINIMAL =
            "{\"schema\":\"optam/practitioner-year/1\",\"year\":2025,\"practitioner\":{\"id\":\"p1\"}}";

    private FactsSamples() {}

    /** The full text with one piece exchanged. */
    static String with(String piece, String other) {
        if (!FULL.contains(piece)) {
            throw new IllegalArgumentException(piece);
        }
        return FULL.replaceFirst(java.util.regex.Pattern.quote(piece), java.util.regex.Matcher.quoteReplacement(other));
    }

    static PractitionerYear read(String json) throws FactsRefused {
        return FactsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static String canonical(String json) throws FactsRefused {
        return new String(FactsJson.write(read(json)), StandardCharsets.UTF_8);
    }
}
