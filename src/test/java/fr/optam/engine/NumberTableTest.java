package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Things are found by all of their numbers, and by nothing less. */
class NumberTableTest {
    private static final int MANY = 5_000;

    private final NumberTable<String> table = new NumberTable<>();

    @Test
    void many_things_are_each_found_by_their_numbers() {
        for (int i = 0; i < MANY; i++) {
            table.put(new int[] {i, -i, 7}, 2, "thing " + i);
        }
        for (int i = 0; i < MANY; i++) {
            assertEquals("thing " + i, table.get(new int[] {i, -i, 8}, 2));
        }
        assertNull(table.get(new int[] {MANY, -MANY}, 2));
        assertEquals(MANY, table.size());
    }

    @Test
    void what_was_put_first_stays() {
        table.put(new int[] {1}, 1, "first");
        assertEquals("first", table.put(new int[] {1}, 1, "second"));
        assertEquals("first", table.get(new int[] {1}, 1));
        assertEquals(1, table.size());
    }

    @Test
    void no_numbers_are_numbers_too() {
        assertNull(table.get(new int[0], 0));
        table.put(new int[0], 0, "nothing looked at");
        assertEquals("nothing looked at", table.get(new int[] {4}, 0));
        assertNull(table.get(new int[] {4}, 1));
    }
}
