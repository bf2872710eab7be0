package fr.optam.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures french = new Figures(true);
    private final Figures english = new Figures(false);

    @Test
    void french_points_are_singular_below_two() {
        assertEquals("0,00\u00A0point", french.of("0", "points"));
        assertEquals("1,99\u00A0point", french.of("1.99", "points"));
        assertEquals("−1,19\u00A0point", french.of("-1.19", "points"));
        assertEquals("2,00\u00A0points", french.of("1.996", "points"));
        assertEquals("2,00\u00A0points", french.of("2", "points"));
    }

    @Test
    void english_points_are_singular_at_one_alone() {
        assertEquals("1.00\u00A0point", english.of("1", "points"));
        assertEquals("0.00\u00A0points", english.of("0", "points"));
        assertEquals("1.19\u00A0points", english.of("1.19", "points"));
    }

    @Test
    void a_gap_is_no_percentage() {
        assertEquals("17,89\u00A0points", french.of("17.89", "points"));
        assertEquals("17,89\u00A0%", french.of("0.1789", "rate"));
    }
}
