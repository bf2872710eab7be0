package fr.optam.cohort;

import java.nio.file.Path;

/**
 * One file of a neutral kind of facts.
 *
 * @param path where it is
 * @param table what it holds
 * @param format how it is written
 */
record NeutralFile(Path path, NeutralTable table, Format format) {
    /** How a file is written. */
    enum Format {
        CSV(".csv"),
        CSV_GZ(".csv.gz"),
        PARQUET(".parquet");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** File name, as printed in counts and in {@code rejected.csv}. */
    String name() {
        return path.getFileName().toString();
    }
}
