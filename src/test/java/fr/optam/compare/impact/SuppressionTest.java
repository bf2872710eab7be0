package fr.optam.compare.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing that is hidden can be reckoned from what is shown. */
class SuppressionTest {
    private static final int SMALLEST = 11;
    private static final List<ToLongFunction<Figures>> COUNTS =
            List.of(Figures::practitioners, Figures::changed, Figures::gaining, Figures::losing);

    private static Figures group(long practitioners, long changed) {
        return new Figures(practitioners, changed, changed, changed, 0, changed, 0, -100 * changed);
    }

    private static boolean few(long n) {
        return n > 0 && n < SMALLEST;
    }

    @Test
    void groups_of_eleven_are_told_and_groups_of_ten_are_not() {
        assertEquals(Set.of(), Suppression.hidden(List.of(group(40, 11), group(40, 29), group(50, 0)), SMALLEST));
        assertTrue(Suppression.hidden(List.of(group(40, 10), group(90, 30), group(50, 0)), SMALLEST)
                .contains(0));
        assertTrue(Suppression.hidden(List.of(group(10, 0), group(90, 30), group(50, 0)), SMALLEST)
                .contains(0));
    }

    @Test
    void those_who_do_not_change_are_not_told_either_where_they_are_few() {
        assertTrue(Suppression.hidden(List.of(group(40, 35), group(90, 30), group(90, 30)), SMALLEST)
                .contains(0));
    }

    @Test
    void one_hidden_group_takes_another_with_it() {
        Set<Integer> hidden = Suppression.hidden(List.of(group(40, 3), group(60, 20), group(90, 30)), SMALLEST);
        assertEquals(Set.of(0, 1), hidden);
    }

    @Test
    void what_is_hidden_is_neither_one_group_nor_too_few_together() {
        Random random = new Random(11);
        int seen = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Figures> groups = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                long all = random.nextInt(random.nextBoolean() ? 14 : 120);
                long changed = all == 0 ? 0 : random.nextInt((int) all + 1);
                long gaining = changed == 0 ? 0 : random.nextInt((int) changed + 1);
                groups.add(new Figures(
                        all, changed, changed, changed, gaining, changed - gaining, gaining, gaining - changed));
            }
            Set<Integer> hidden = Suppression.hidden(groups, SMALLEST);
            for (int i = 0; i < groups.size(); i++) {
                Figures group = groups.get(i);
                boolean tells = COUNTS.stream().anyMatch(c -> few(c.applyAsLong(group)));
                assertTrue(!tells || hidden.contains(i), groups + " shows " + i);
            }
            if (!hidden.isEmpty() && hidden.size() < groups.size()) {
                seen++;
                for (ToLongFunction<Figures> count : COUNTS) {
                    long rest =
                            hidden.stream().map(groups::get).mapToLong(count).sum();
                    long alive = hidden.stream()
                            .map(groups::get)
                            .filter(g -> count.applyAsLong(g) > 0)
                            .count();
                    boolean whole = IntStream.range(0, groups.size())
                            .filter(i -> !hidden.contains(i))
                            .allMatch(i -> groups.get(i).equals(Figures.NONE));
                    assertTrue(whole || rest == 0 || !few(rest) && alive > 1, groups + " hidden " + hidden);
                }
            }
        }
        assertTrue(seen > 1_000, "only " + seen);
    }

    @Test
    void nobody_is_named_where_groups_are_hidden() {
        Impact shared = Suppression.of(Whole.impact(), SMALLEST);
        assertTrue(shared.largest().isEmpty());
        assertEquals(SMALLEST, shared.smallestGroup().getAsInt());
        assertFalse(shared.totals().hidden());
        assertTrue(shared.questions().stream().anyMatch(q -> q.shown().hidden()));
        assertTrue(Suppression.of(Whole.impact(), 500).totals().hidden());
    }
}
