package fr.optam.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.report.html.Lang;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps of an axis are round, and figures are written as a person of the language writes them. */
class TicksTest {
    private static List<String> between(String low, String high, boolean whole) {
        return Ticks.between(new BigDecimal(low), new BigDecimal(high), 5, whole).at().stream()
                .map(at -> at.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void steps_are_one_two_or_five_of_a_power_of_ten() {
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), between("0", "100", false));
        assertEquals(List.of("0.4", "0.42", "0.44", "0.46"), between("0.4", "0.46", false));
        assertEquals(List.of("-5000", "0", "5000", "10000", "15000"), between("-4000", "12000", false));
        assertEquals(List.of("0", "1", "2"), between("0", "2", true));
        assertEquals(List.of("3", "4"), between("3", "3", true));
    }

    @Test
    void steps_hold_both_ends_and_are_few() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            BigDecimal low = BigDecimal.valueOf(random.nextInt(), random.nextInt(12) - 4);
            BigDecimal high = low.add(BigDecimal.valueOf(1L + random.nextInt(1_000_000), random.nextInt(12) - 4));
            Ticks ticks = Ticks.between(low, high, 5, false);
            assertTrue(ticks.low().compareTo(low) <= 0 && ticks.high().compareTo(high) >= 0, low + " " + high);
            assertTrue(ticks.at().size() >= 2 && ticks.at().size() <= 8, ticks.toString());
        }
    }

    @Test
    void figures_are_written_in_the_language() {
        assertEquals("1\u00A0234,50\u00A0€", Measure.EUR.full(new BigDecimal("1234.5"), Lang.FR));
        assertEquals("EUR\u00A01,234.50", Measure.EUR.full(new BigDecimal("1234.5"), Lang.EN));
        assertEquals("1\u00A0235\u00A0€", Measure.EUR.brief(new BigDecimal("1234.5"), Lang.FR));
        assertEquals("0,40\u00A0€", Measure.EUR.brief(new BigDecimal("0.4"), Lang.FR));
        assertEquals("12,35\u00A0M€", Measure.EUR.brief(new BigDecimal("12345678.90"), Lang.FR));
        assertEquals("EUR\u00A01.5bn", Measure.EUR.brief(new BigDecimal("1500000000"), Lang.EN));
        assertEquals("18,5\u00A0%", Measure.RATE.brief(new BigDecimal("0.1850"), Lang.FR));
        assertEquals("18.5%", Measure.RATE.brief(new BigDecimal("0.1850"), Lang.EN));
        assertEquals("−3\u00A0pt", Measure.POINTS.brief(new BigDecimal("-3"), Lang.FR));
        assertEquals("12\u00A0345", Measure.COUNT.full(new BigDecimal("12345"), Lang.FR));
        assertEquals("+12\u00A0€", Measure.EUR.signed(new BigDecimal("12"), Lang.FR));
        assertEquals("EUR\u00A0+12.00", Measure.EUR.signedFull(new BigDecimal("12"), Lang.EN));
        assertEquals("EUR\u00A0-12.00", Measure.EUR.signedFull(new BigDecimal("-12"), Lang.EN));
        assertEquals("2026", Measure.YEAR.brief(new BigDecimal("2026"), Lang.FR));
    }

    @Test
    void labels_are_moved_apart_and_no_further_than_need_be() {
        assertEquals(List.of(50, 100), Apart.of(List.of(50, 100), List.of(14, 14), 0, 200));
        List<Integer> same = Apart.of(List.of(100, 100, 100), List.of(14, 14, 14), 0, 110);
        assertEquals(List.of(75, 89, 103), same);
    }
}
