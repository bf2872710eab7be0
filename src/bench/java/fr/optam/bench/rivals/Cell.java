package fr.optam.bench.rivals;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured of one engine: shipped tables with practitioner-years of so many act groups, or one synthetic table
 * of so many rows.
 *
 * @param grouped whether the size counts act groups rather than rows
 * @param size act groups or rows
 */
record Cell(boolean grouped, int size) {
    private static final int[] GROUPS = {1, 10, 40, 100, 500};
    private static final int[] ROWS = {10, 100, 1355, 10_000};
    private static final int ACTS = 2_000;
    private static final int MOST = 1000;
    private static final int FEWEST = 8;

    /** Act groups of the main table. */
    static final Cell SHIPPED = new Cell(true, 40);

    /** Rows of the main table. */
    static final Cell LARGE = new Cell(false, 1355);

    static List<Cell> all() {
        List<Cell> all = new ArrayList<>();
        for (int size : GROUPS) {
            all.add(new Cell(true, size));
        }
        for (int size : ROWS) {
            all.add(new Cell(false, size));
        }
        String only = System.getProperty("bench.cells", "");
        all.removeIf(c -> !only.isEmpty() && !List.of(only.split(",")).contains(c.key()));
        return all;
    }

    static List<Cell> of(boolean grouped) {
        return all().stream().filter(c -> c.grouped() == grouped).toList();
    }

    static Cell of(String key) {
        return new Cell(key.charAt(0) == 'g', Integer.parseInt(key.substring(1)));
    }

    String key() {
        return (grouped ? "g" : "r") + size;
    }

    /** Whether it stands in a table of its own, and is measured for longer. */
    boolean isMain() {
        return equals(SHIPPED) || equals(LARGE);
    }

    /** Decisions of its workload. */
    int decisions() {
        return grouped ? Math.max(FEWEST, Math.min(MOST, ACTS / size)) : MOST;
    }
}
