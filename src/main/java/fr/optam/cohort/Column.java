package fr.optam.cohort;

import java.util.Optional;

/**
 * A column of a neutral file.
 *
 * @param name exact name in the header, also its name in the staged table
 * @param cell what a filled cell may hold
 * @param required an empty cell rejects the row, a missing column refuses the file
 * @param whenEmpty what an empty cell says; unknown if this is empty
 * @param exact money or rate, which binary floating point can't carry
 */
record Column(String name, Cell cell, boolean required, Optional<String> whenEmpty, boolean exact) {
    static Column required(String name, Cell cell) {
        return new Column(name, cell, true, Optional.empty(), false);
    }

    static Column optional(String name, Cell cell) {
        return new Column(name, cell, false, Optional.empty(), false);
    }

    Column whenEmpty(String meaning) {
        return new Column(name, cell, required, Optional.of(meaning), exact);
    }

    Column money() {
        return new Column(name, cell, required, whenEmpty, true);
    }
}
