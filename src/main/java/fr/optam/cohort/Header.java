package fr.optam.cohort;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header of a file held against the columns of its format.
 *
 * @param places for each column of the format its place in the file, -1 if the file does not have it
 * @param warnings unknown columns, one line each
 */
record Header(int[] places, List<String> warnings) {
    /**
     * Holds a header against the format.
     *
     * @param where path of the file, for messages
     * @throws InputUnusable if a required column is missing or a column is there twice
     */
    static Header of(String where, List<String> names, NeutralTable table) throws InputUnusable {
        List<Column> columns = table.columns();
        List<String> wanted = columns.stream().map(Column::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !wanted.contains(name)).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (wanted.contains(name) && !seen.add(name)) {
                throw new InputUnusable(
                        "COLUMN_REPEATED",
                        where,
                        new Sentence(
                                "COLUMN_REPEATED, la colonne " + name + " y est deux fois",
                                "COLUMN_REPEATED, column " + name + " is there twice"),
                        Trouble.NO_HINT);
            }
        }
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = names.indexOf(columns.get(i).name());
            if (places[i] < 0 && columns.get(i).required()) {
                throw missing(where, columns.get(i).name(), unknown);
            }
        }
        List<String> free =
                wanted.stream().filter(name -> !names.contains(name)).toList();
        List<String> warnings = new ArrayList<>();
        if (table.foreign()) {
            if (!free.isEmpty()) {
                warnings.add(where + ": COLUMN_ABSENT, what these columns tell is unknown: " + String.join(", ", free)
                        + ".");
            }
            return new Header(places, warnings);
        }
        for (String name : unknown) {
            String meant = Closest.to(name, free);
            warnings.add(where + ": COLUMN_UNKNOWN, column " + name + " is ignored."
                    + (meant.isEmpty() ? "" : " Maybe " + meant + "?"));
        }
        return new Header(places, warnings);
    }

    private static InputUnusable missing(String where, String column, List<String> unknown) {
        String meant = Closest.to(column, unknown);
        return new InputUnusable(
                "COLUMN_MISSING",
                where,
                new Sentence(
                        "COLUMN_MISSING, la colonne obligatoire " + column + " manque dans l’en-tête",
                        "COLUMN_MISSING, required column " + column + " is not in the header"),
                meant.isEmpty()
                        ? Trouble.NO_HINT
                        : new Sentence("Peut-être s’agit-il de " + meant + " ?", "Maybe " + meant + " is meant?"));
    }
}
