package fr.optam.cohort.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of one block of practitioners, by file; used again for the next block. */
final class Output {

    private final Map<String, Rows> open = new LinkedHashMap<>();

    /** The rows of a file, none yet; those of the block before are gone. */
    Rows rows(String stem, String header) {
        Rows before = open.get(stem);
        Rows rows = before == null ? new Rows(header) : new Rows(header, before);
        open.put(stem, rows);
        return rows;
    }

    /** Every file by its name without ending. */
    Map<String, Rows> files() {
        return open;
    }
}
