package fr.optam.report.doc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Columns that mean the same in many tables, so that they are explained once. */
final class CommonColumns {
    private static final int MANY = 8;

    private CommonColumns() {}

    /** What they hold, by header. */
    static Map<String, String> of(Collection<Notes> notes) {
        Map<String, String> common = new LinkedHashMap<>();
        for (Notes each : notes) {
            each.columns().forEach((column, text) -> {
                if (!column.startsWith("Lignes") && count(notes, column, text) >= MANY) {
                    common.put(column, text);
                }
            });
        }
        return common;
    }

    private static long count(Collection<Notes> notes, String column, String text) {
        return notes.stream().filter(n -> text.equals(n.columns().get(column))).count();
    }
}
