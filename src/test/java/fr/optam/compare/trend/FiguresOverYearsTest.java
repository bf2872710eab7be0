package fr.optam.compare.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Distributions and slopes against figures made by hand. */
class FiguresOverYearsTest {
    private static Spread spread(String... figures) {
        Spread spread = new Spread();
        for (String figure : figures) {
            spread.add(new BigDecimal(figure));
        }
        return spread;
    }

    private static Slope slope(Map<Integer, String> series) {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        series.forEach((year, value) -> values.put(year, new BigDecimal(value)));
        return Slope.of(values).orElseThrow();
    }

    @Test
    void a_quantile_lies_between_two_figures_in_proportion() {
        Spread spread = spread("0.4", "0.1", "0.3", "0.2");
        assertEquals("0.250000", spread.quantile(1, 2).toPlainString());
        assertEquals("0.175000", spread.quantile(1, 4).toPlainString());
        assertEquals("0.325000", spread.quantile(3, 4).toPlainString());
        assertEquals("0.100000", spread.quantile(0, 1).toPlainString());
        assertEquals("0.400000", spread.quantile(1, 1).toPlainString());
        assertEquals("0.250000", spread.mean().toPlainString());
    }

    @Test
    void equal_figures_count_as_often_as_they_come_whatever_their_decimals() {
        Spread spread = spread("0.1", "0.10", "0.100", "0.9");
        assertEquals(4, spread.size());
        assertEquals("0.100000", spread.quantile(1, 2).toPlainString());
        assertEquals(3, spread.below(new BigDecimal("0.11")));
        assertEquals(1, spread.from(new BigDecimal("0.9")));
        assertEquals(0, spread.between(new BigDecimal("0.1001"), new BigDecimal("0.9")));
    }

    @Test
    void a_single_figure_is_every_quantile_and_none_is_a_mistake() {
        assertEquals("0.300000", spread("0.3").quantile(1, 10).toPlainString());
        assertThrows(IllegalStateException.class, () -> new Spread().mean());
        assertThrows(IllegalStateException.class, () -> new Spread().quantile(1, 2));
    }

    @Test
    void an_even_rise_is_both_slopes_exactly() {
        Slope slope = slope(Map.of(2021, "0.30", 2022, "0.31", 2023, "0.32", 2024, "0.33", 2025, "0.34"));
        assertEquals("0.010000", slope.robust().toPlainString());
        assertEquals("0.010000", slope.plain().toPlainString());
    }

    @Test
    void one_year_out_of_line_does_not_move_the_median_of_the_slopes() {
        Slope slope = slope(Map.of(2021, "0.30", 2022, "0.31", 2023, "0.90", 2024, "0.33", 2025, "0.34"));
        assertEquals("0.010000", slope.robust().toPlainString());
        Slope last = slope(Map.of(2021, "0.30", 2022, "0.31", 2023, "0.32", 2024, "0.33", 2025, "0.90"));
        assertEquals("0.150000", last.plain().toPlainString());
        assertEquals("0.010000", last.robust().toPlainString());
    }

    @Test
    void years_that_are_missing_count_by_their_distance() {
        Slope slope = slope(Map.of(2021, "0.30", 2025, "0.34"));
        assertEquals("0.010000", slope.robust().toPlainString());
        assertTrue(Slope.of(new TreeMap<>(Map.of(2021, BigDecimal.ONE))).isEmpty());
    }
}
