package fr.optam.compare.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is hidden of a long table that is to be shared. */
class SharedTest {
    private final List<Figure> figures = new ArrayList<>();

    private void count(String measure, Group.By by, String code, long count) {
        figures.add(new Figure(2025, measure, new Group(by, code), BigDecimal.valueOf(count), "practitioners", count));
    }

    private boolean hides(String measure, Group.By by, String code) {
        return Shared.of(figures, 11).hidden().contains(new Shared.Key(measure, new Group(by, code), 2025));
    }

    @Test
    void ten_are_hidden_and_eleven_are_not() {
        count("members", Group.By.ALL, "", 10);
        count("left", Group.By.ALL, "", 11);
        count("joined", Group.By.ALL, "", 0);
        assertTrue(hides("members", Group.By.ALL, ""));
        assertFalse(hides("left", Group.By.ALL, ""));
        assertFalse(hides("joined", Group.By.ALL, ""), "that nobody did says nothing of anybody");
    }

    @Test
    void a_group_that_would_follow_from_the_total_takes_another_along() {
        count("members", Group.By.SPECIALTY, "01", 100);
        count("members", Group.By.SPECIALTY, "02", 4);
        count("members", Group.By.SPECIALTY, "03", 30);
        assertTrue(hides("members", Group.By.SPECIALTY, "02"));
        assertTrue(hides("members", Group.By.SPECIALTY, "03"), "134 less 100 less 30 would be 4");
        assertFalse(hides("members", Group.By.SPECIALTY, "01"));
    }

    @Test
    void two_small_groups_that_are_too_few_together_take_another_along() {
        count("members", Group.By.DEPARTMENT, "01", 100);
        count("members", Group.By.DEPARTMENT, "02", 3);
        count("members", Group.By.DEPARTMENT, "03", 4);
        count("members", Group.By.DEPARTMENT, "04", 20);
        assertTrue(hides("members", Group.By.DEPARTMENT, "04"));
        assertFalse(hides("members", Group.By.DEPARTMENT, "01"));
    }

    @Test
    void verdicts_that_add_up_hide_two_and_the_share_that_follows() {
        count("respect.RESPECTED", Group.By.ALL, "", 5);
        count("respect.BREACHED", Group.By.ALL, "", 60);
        count("respect.NOT_EVALUABLE", Group.By.ALL, "", 40);
        figures.add(new Figure(2025, "respectShare", Group.ALL, new BigDecimal("0.076923"), "share", 65));
        assertTrue(hides("respect.RESPECTED", Group.By.ALL, ""));
        assertTrue(hides("respect.NOT_EVALUABLE", Group.By.ALL, ""));
        assertFalse(hides("respect.BREACHED", Group.By.ALL, ""));
        assertTrue(hides("respectShare", Group.By.ALL, ""));
    }

    @Test
    void a_share_is_hidden_where_its_part_or_its_rest_is_small() {
        figures.add(new Figure(2025, "memberShare", Group.ALL, new BigDecimal("0.950000"), "share", 100));
        assertTrue(hides("memberShare", Group.By.ALL, ""), "five of a hundred are no members");
        figures.clear();
        figures.add(new Figure(2025, "memberShare", Group.ALL, new BigDecimal("0.500000"), "share", 100));
        assertFalse(hides("memberShare", Group.By.ALL, ""));
    }

    @Test
    void a_mean_over_few_is_hidden_and_nothing_is_where_nothing_is_asked() {
        figures.add(new Figure(2025, "observed.x.mean", Group.ALL, new BigDecimal("0.3"), "rate", 10));
        assertTrue(hides("observed.x.mean", Group.By.ALL, ""));
        assertEquals(figures, Shared.whole(figures).shown());
    }

    @Test
    void counts_beside_their_total_hide_two_that_stand_for_enough() {
        assertEquals(Set.of(), Shared.hidden(List.of(11L, 0L, 40L), 11));
        assertEquals(Set.of(0, 2), Shared.hidden(List.of(10L, 100L, 40L), 11));
        assertEquals(Set.of(0, 1, 3), Shared.hidden(List.of(3L, 4L, 100L, 50L), 11));
        assertEquals(Set.of(0), Shared.hidden(List.of(5L), 11));
        assertEquals(Set.of(), Shared.hidden(List.of(5L, 1L), 0));
    }

    @Test
    void what_a_difference_would_tell_is_hidden_too() {
        count("practitioners", Group.By.ALL, "", 100);
        count("members", Group.By.ALL, "", 95);
        count("joined", Group.By.ALL, "", 5);
        count("left", Group.By.ALL, "", 0);
        assertTrue(hides("members", Group.By.ALL, ""), "five are no members");
        assertTrue(hides("left", Group.By.ALL, ""), "with the members of both years it would give those who joined");
        assertFalse(hides("practitioners", Group.By.ALL, ""));
    }
}
