package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.formula.FieldRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that no condition tells apart have one number, all others have different ones. */
class ClassesTest {
    private static final FieldRef FIELD = new FieldRef("any");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void figures_are_told_apart_by_the_bounds_alone() {
        Classes classes =
                new Classes(List.of(new Feature.Interval(FIELD, List.of(number("49.5"), number("120")))), false);
        assertEquals(classes.plain(number("50")), classes.plain(number("119.99")));
        assertNotEquals(classes.plain(number("49.49")), classes.plain(number("49.5")));
        assertNotEquals(classes.plain(number("49.5")), classes.plain(number("49.51")));
        assertEquals(classes.plain(number("120")), classes.plain(number("120.00")));
        assertNotEquals(classes.plain(number("120")), classes.plain(number("120.01")));
    }

    @Test
    void days_are_told_apart_by_the_bounds_alone() {
        Classes classes = new Classes(List.of(new Feature.Interval(FIELD, List.of(DAY))), false);
        assertEquals(classes.plain(DAY.plusDays(1)), classes.plain(DAY.plusYears(1)));
        assertNotEquals(classes.plain(DAY.minusDays(1)), classes.plain(DAY));
        assertNotEquals(classes.plain(DAY), classes.plain(DAY.plusDays(1)));
    }

    @Test
    void the_sign_of_a_figure_is_told_apart_where_a_condition_asks_for_it() {
        Classes classes = new Classes(List.of(new Feature.Zero(FIELD)), false);
        assertNotEquals(classes.plain(number("-0.01")), classes.plain(BigDecimal.ZERO));
        assertNotEquals(classes.plain(BigDecimal.ZERO), classes.plain(number("0.01")));
        assertEquals(classes.plain(number("0.01")), classes.plain(number("7")));
    }

    @Test
    void a_field_that_is_only_asked_whether_it_is_known_tells_no_values_apart() {
        Classes classes = new Classes(List.of(new Feature.State(FIELD)), false);
        assertEquals(classes.plain("A"), classes.plain("B"));
        assertEquals(classes.plain(Unknown.of("a")), classes.plain(Unknown.of("b")));
        assertNotEquals(classes.plain("A"), classes.plain(Unknown.of("a")));
        assertEquals(Classes.NONE, classes.plain(null));
    }

    @Test
    void codes_have_a_number_each_until_there_are_too_many() {
        Classes classes = new Classes(List.of(new Feature.Code(FIELD)), false);
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            first.add(classes.plain("C" + i));
        }
        Set<Integer> distinct = new HashSet<>(first);
        assertEquals(1_000, distinct.size());
        assertTrue(first.stream().allMatch(n -> Classes.isExact(Classes.graded(n, null))));
        assertEquals(Classes.MANY, classes.plain("one more"));
        assertFalse(Classes.isExact(classes.of("one more", null)));
        assertEquals(first.get(999), classes.plain("C999"));
    }

    @Test
    void figures_are_not_exact_unless_they_are_few() {
        Classes many = new Classes(List.of(), false);
        Classes few = new Classes(List.of(), true);
        assertEquals(many.plain(number("2024")), many.plain(number("2025")));
        assertNotEquals(many.fine(number("2024"), Classes.MANY), many.fine(number("2025"), Classes.MANY));
        assertNotEquals(few.plain(number("2024")), few.plain(number("2025")));
        assertTrue(Classes.isExact(few.of(number("2025"), null)));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
