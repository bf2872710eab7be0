package fr.optam.cohort.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedBooksTest {

    private final HandTables tables = new HandTables();

    @TempDir
    Path directory;

    @Test
    void yearly_amounts_are_the_sums_of_the_acts_to_the_cent() throws IOException {
        assertTrue(compared(Written.of(Written.request(directory.resolve("a"), 300))) > 220);
    }

    @Test
    void books_close_with_one_act_two_acts_and_thousands() throws IOException {
        for (int acts : new int[] {1, 2, 3, 5_000}) {
            int practitioners = acts > 100 ? 3 : 60;
            SampleRequest request = Written.request(directory.resolve("n" + acts), practitioners);
            assertTrue(compared(Written.of(Written.acts(request, acts))) > 0);
        }
    }

    @Test
    void books_close_before_the_second_option_changed() throws IOException {
        assertTrue(compared(Written.of(Written.year(Written.request(directory.resolve("a"), 100), 2019))) > 60);
    }

    @Test
    void both_rates_of_the_year_are_exact_with_four_decimals() throws IOException {
        Written written = Written.of(Written.request(directory.resolve("a"), 200));
        for (Map<String, String> row : written.rows("activity")) {
            if (row.get("year").equals("2025") && row.values().stream().noneMatch(String::isEmpty)) {
                BigDecimal fees = new BigDecimal(row.get("reimbursable_fees"));
                for (String part : List.of("overruns", "opposable_fees")) {
                    BigDecimal rate = new BigDecimal(row.get(part)).divide(fees, 12, RoundingMode.HALF_UP);
                    assertEquals(0, rate.compareTo(rate.setScale(4, RoundingMode.HALF_UP)), row.toString());
                }
            }
        }
    }

    /** Recomputes every year from the acts by the words of DER-ACTS-020; the number of years compared. */
    private int compared(Written written) throws IOException {
        Map<String, BigDecimal[]> sums = new HashMap<>();
        Map<String, Map<String, Long>> counts = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        Map<String, String> sectors = written.rows("practitioners").stream()
                .collect(Collectors.toMap(row -> row.get("practitioner_id"), row -> row.get("sector")));
        for (Map<String, String> act : written.rows("acts")) {
            String id = act.get("practitioner_id");
            counts.computeIfAbsent(id, key -> new TreeMap<>())
                    .merge(act.get("category"), Long.valueOf(act.get("quantity")), Long::sum);
            if (act.get("base_tariff").isEmpty()
                    || act.get("fee_charged").isEmpty()
                    || sectors.get(id).isEmpty()) {
                unknown.add(id);
                continue;
            }
            BigDecimal price = price(act, sectors.get(id).equals("1"));
            BigDecimal overrun =
                    new BigDecimal(act.get("fee_charged")).subtract(price).max(BigDecimal.ZERO);
            BigDecimal[] sum = sums.computeIfAbsent(id, key -> zero());
            sum[0] = sum[0].add(price);
            sum[1] = sum[1].add(overrun);
            sum[2] = sum[2].add(overrun.signum() == 0 ? price : BigDecimal.ZERO);
        }
        int compared = 0;
        int disagree = 0;
        for (Map<String, String> row : written.rows("activity")) {
            String id = row.get("practitioner_id");
            if (!row.get("year").equals(Integer.toString(written.request().year()))
                    || unknown.contains(id)
                    || row.values().stream().anyMatch(String::isEmpty)
                    || counts.get(id).containsKey("")) {
                continue;
            }
            assertEquals(sums.get(id)[0].toPlainString(), row.get("reimbursable_fees"), row.toString());
            assertEquals(sums.get(id)[1].toPlainString(), row.get("overruns"), row.toString());
            assertEquals(sums.get(id)[2].toPlainString(), row.get("opposable_fees"), row.toString());
            disagree += agrees(row, counts.get(id)) ? 0 : 1;
            compared++;
        }
        assertEquals(written.planted("activity.disagrees_with_acts"), disagree);
        return compared;
    }

    private static boolean agrees(Map<String, String> row, Map<String, Long> counts) {
        for (String category : List.of("ADC", "ACO", "ADA", "ADE", "ADI", "ATM")) {
            String column = "acts_" + category.toLowerCase(java.util.Locale.ROOT);
            if (Long.parseLong(row.get(column)) != counts.getOrDefault(category, 0L)) {
                return false;
            }
        }
        return true;
    }

    private BigDecimal price(Map<String, String> act, boolean sector1) {
        LocalDate on = LocalDate.parse(act.get("on"));
        BigDecimal percent = BigDecimal.ONE;
        BigDecimal flat = BigDecimal.ZERO;
        for (String letter : act.get("modifiers").split("")) {
            String key = letter.equals("3") ? sector1 ? "3-SECTOR1" : "3-MEMBER" : letter;
            if (!letter.isEmpty()) {
                SampleTables.LetterValue value = tables.letterValue(key, on).orElseThrow();
                percent = percent.add(value.rate());
                flat = flat.add(value.amount());
            }
        }
        return new BigDecimal(act.get("base_tariff"))
                .multiply(percent)
                .multiply(tables.associationRate(act.get("association"), on).orElseThrow())
                .setScale(2, RoundingMode.HALF_UP)
                .add(flat)
                .multiply(new BigDecimal(act.get("quantity")));
    }

    private static BigDecimal[] zero() {
        BigDecimal none = new BigDecimal("0.00");
        return new BigDecimal[] {none, none, none};
    }
}
