package fr.optam.compare;

import java.util.List;

/**
 * What to do to a sheet so that it holds the changes of the other side too: first rows go, then rows come, then cells get
 * their values.
 *
 * @param sheet name on the tab of the sheet that is edited
 * @param source name on the tab of the sheet that values come from
 * @param deletions numbers of rows that go, as they are before anything is done, falling
 * @param insertions numbers that new rows have in the end, rising
 * @param cells cells that get a value
 * @param conflicts what both sides can't both have
 */
record SheetPlan(
        String sheet,
        String source,
        List<Integer> deletions,
        List<Integer> insertions,
        List<CellEdit> cells,
        List<Conflict> conflicts) {
    /** Copies the lists. */
    SheetPlan {
        deletions = List.copyOf(deletions);
        insertions = List.copyOf(insertions);
        cells = List.copyOf(cells);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A cell that gets a value.
     *
     * @param address address in the merged sheet
     * @param from address in the sheet of the other side
     */
    record CellEdit(String address, String from) {}
}
