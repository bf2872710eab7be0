package fr.optam.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that judges a column of a Parquet file.
 *
 * @param type SQL type of the column in the file
 */
record SoundColumn(Column column, String type) {
    /** Expression over all rows: whether all are sound and no two values are kept as one; may be false all the same. */
    String plain() {
        String name = '"' + column.name() + '"';
        List<String> all = new ArrayList<>();
        if (column.required()) {
            all.add("count(*) = count(" + name + ")");
        }
        String sound = column.cell().sound(type).orElseThrow();
        if (column.cell() instanceof Cell.Text text) {
            // what is not known is neither true nor false: it is not counted
            text.forms()
                    .forEach(form -> all.add(
                            "count(*) FILTER (WHERE NOT " + Cell.matches(form).replace("{cell}", name) + ") = 0"));
            if (text.forms().isEmpty()) {
                all.add("false");
            }
        } else if (column.cell() instanceof Cell.Number number && number.unit() == Cell.Unit.MINUTES) {
            all.add("count(*) FILTER (WHERE NOT (" + sound.replace("{cell}", name) + ")) = 0");
        } else if (!sound.equals("true")) {
            // bounds hold for all values if they hold for the least and the greatest
            for (String end : List.of("min(", "max(")) {
                all.add("coalesce(" + sound.replace("{cell}", end + name + ")") + ", true)");
            }
        }
        return all.isEmpty() ? "true" : String.join(" AND ", all);
    }

    /** Condition of a row whose value is sound. */
    String condition() {
        String name = '"' + column.name() + '"';
        String sound = "(" + column.cell().sound(type).orElseThrow().replace("{cell}", name) + ")";
        boolean text = type.equals("VARCHAR");
        return column.required() ? sound : "(" + name + " IS NULL OR " + (text ? name + " = '' OR " : "") + sound + ")";
    }
}
