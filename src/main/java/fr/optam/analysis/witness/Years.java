package fr.optam.analysis.witness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moves facts in time. */
final class Years {
    private static final int FIRST = 1990;
    private static final int LAST = 2100;

    private Years() {}

    /** Every day and year of some facts so many years later. */
    static Object shift(Object doc, Shape shape, int years) {
        return shift(doc, shape.root(), years);
    }

    private static Object shift(Object doc, Shape.Node node, int years) {
        return Doc.each(doc, node, (leaf, value) -> {
            if (leaf.type() == Shape.Type.DAY && value instanceof String day) {
                return LocalDate.parse(day).plusYears(years).toString();
            }
            if (leaf.type() == Shape.Type.WHOLE && value instanceof Number n && isYear(n.intValue())) {
                return n.intValue() + years;
            }
            return value instanceof String text && text.matches("20[0-9]{2}-.+")
                    ? (Integer.parseInt(text.substring(0, 4)) + years) + text.substring(4)
                    : value;
        });
    }

    private static boolean isYear(int n) {
        return n >= FIRST && n <= LAST;
    }

    /** An item moved to the year of the facts that it is added to; an id that they have already is changed. */
    static Object toYear(Object item, String path, Shape shape, Object doc) {
        List<Integer> found = new ArrayList<>();
        Shape.Node node = shape.at(path + "[]").orElseThrow();
        Doc.each(item, node, (leaf, value) -> {
            if (leaf.type() == Shape.Type.DAY && value instanceof String day) {
                found.add(Integer.parseInt(day.substring(0, 4)));
            } else if (leaf.type() == Shape.Type.WHOLE && value instanceof Number n && isYear(n.intValue())) {
                found.add(n.intValue());
            }
            return value;
        });
        Object moved = !found.isEmpty() && Doc.get(doc, List.of("year")) instanceof Number year
                ? shift(item, node, year.intValue() - found.get(found.size() - 1))
                : item;
        return moved instanceof Map<?, ?> map && map.containsKey("id")
                ? Doc.with(moved, List.of("id"), "w" + Doc.size(doc))
                : moved;
    }
}
