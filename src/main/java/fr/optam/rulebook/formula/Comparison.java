package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;

/** Comparisons of two values. What is unknown on one side makes the result unknown; values of two kinds don't compare. */
final class Comparison {
    private Comparison() {}

    /** @param op {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=} */
    static Node of(String op, Node a, Node b) {
        return switch (op) {
            case "=" -> SameField.of(a, b, new Call((s, x) -> equal(x[0].eval(s), x[1].eval(s)), a, b));
            case "!=" -> new Call((s, x) -> unequal(x[0].eval(s), x[1].eval(s)), a, b);
            case "<" -> new Call((s, x) -> ordered(x[0].eval(s), x[1].eval(s), -1, false), a, b);
            case "<=" -> new Call((s, x) -> ordered(x[0].eval(s), x[1].eval(s), -1, true), a, b);
            case ">" -> new Call((s, x) -> ordered(x[0].eval(s), x[1].eval(s), 1, false), a, b);
            default -> new Call((s, x) -> ordered(x[0].eval(s), x[1].eval(s), 1, true), a, b);
        };
    }

    private static Object equal(Object x, Object y) {
        if (x instanceof String a && y instanceof String b) {
            return a.equals(b);
        }
        if (x instanceof Unknown || y instanceof Unknown) {
            return Values.absent(x, y);
        }
        Integer sign = Values.compare(x, y);
        return sign != null && sign == 0;
    }

    private static Object unequal(Object x, Object y) {
        if (x instanceof Unknown || y instanceof Unknown) {
            return Values.absent(x, y);
        }
        Integer sign = Values.compare(x, y);
        return sign == null ? x != null && y != null : sign != 0;
    }

    private static Object ordered(Object x, Object y, int wanted, boolean orEqual) {
        if (x instanceof Unknown || y instanceof Unknown) {
            return Values.absent(x, y);
        }
        Integer sign = Values.compare(x, y);
        if (sign == null) {
            return Boolean.FALSE;
        }
        return sign == 0 ? orEqual : sign > 0 == wanted > 0;
    }
}
