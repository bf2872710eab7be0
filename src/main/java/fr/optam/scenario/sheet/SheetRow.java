package fr.optam.scenario.sheet;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One scenario of a sheet.
 *
 * @param id its id
 * @param place cell of the id, {@code Sheet!A7}
 * @param given the facts, base merged in
 * @param expected what the decision must say, as an expected document has it
 * @param slips mistakes of the row
 */
public record SheetRow(String id, String place, ObjectNode given, ObjectNode expected, List<Slip> slips) {

    /** Copies the mistakes. */
    public SheetRow {
        slips = List.copyOf(slips);
    }

    /** The same with one more mistake. */
    SheetRow and(Slip slip) {
        List<Slip> more = new ArrayList<>(slips);
        more.add(slip);
        return new SheetRow(id, place, given, expected, more);
    }
}
