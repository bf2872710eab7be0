package fr.optam.cohort.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of one block of practitioners, by file. */
final class Output {

    private final Map<String, Rows> open = new LinkedHashMap<>();

    /** The rows of a file, none yet. */
    Rows rows(String stem, String header) {
        Rows rows = new Rows(header);
        open.put(stem, rows);
        return rows;
    }

    /** Every file by its name without ending. */
    Map<String, Rows> files() {
        return open;
    }
}
