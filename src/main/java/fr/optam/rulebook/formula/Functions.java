package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The functions of formulas that look at their arguments only. */
final class Functions {
    /** No sentence is longer; a formula that makes texts of texts ends here. */
    private static final int MAX_TEXT = 10_000;

    /** Functions whose result is known if their arguments are, whatever their values. */
    static final Set<String> PLAIN = Set.of(
            "round2",
            "abs",
            "min",
            "max",
            "else",
            "elseKnown",
            "given",
            "known",
            "missing",
            "none",
            "cents",
            "points",
            "rateOfPoints",
            "if");

    private Functions() {}

    static Optional<Node> call(String name, List<Node> args) {
        return Optional.ofNullable(
                switch (args.size()) {
                    case 1 -> one(name, args.get(0));
                    case 2 -> two(name, args.get(0), args.get(1));
                    case 3 -> three(name, args);
                    default -> name.equals("concat") ? concat(args) : maybe(name, args);
                });
    }

    private static Node one(String name, Node a) {
        return switch (name) {
            case "round2" -> number(a, Values::round2);
            case "points" -> number(a, Values::points);
            case "rateOfPoints" -> number(a, Values::rateOfPoints);
            case "abs" -> number(a, BigDecimal::abs);
            case "known" ->
                new Call(
                        (s, x) -> {
                            Object value = x[0].eval(s);
                            return value != null && !(value instanceof Unknown);
                        },
                        a);
            case "missing" -> new Call((s, x) -> x[0].eval(s) instanceof Unknown, a);
            case "none" -> new Call((s, x) -> x[0].eval(s) == null, a);
            case "yearOf" -> day(a, d -> BigDecimal.valueOf(d.getYear()));
            case "jan1" -> number(a, y -> Days.of(y, 1, 1));
            case "dec31" -> number(a, y -> Days.of(y, 12, 31));
            case "sunday" -> day(a, d -> d.getDayOfWeek() == DayOfWeek.SUNDAY);
            case "text" ->
                new Call(
                        (s, x) -> {
                            Object value = x[0].eval(s);
                            return value == null || value instanceof Unknown ? value : text(value);
                        },
                        a);
            case "absent" -> words(a, path -> true, Unknown::of);
            case "cents" -> number(a, n -> n.movePointLeft(2));
            case "number" -> words(a, t -> t.matches("[0-9]{1,9}"), BigDecimal::new);
            case "listSize" -> list(a, l -> BigDecimal.valueOf(l.size()));
            case "listFirst" -> list(a, l -> item(l.get(0)));
            case "listLast" -> list(a, l -> item(l.get(l.size() - 1)));
            case "quarterEnd" -> quarter(a, Days::quarterEnd);
            case "quarterIndex" -> quarter(a, Days::quarterIndex);
            default -> null;
        };
    }

    private static Node two(String name, Node a, Node b) {
        return switch (name) {
            case "ratio" -> new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), Values::ratio), a, b);
            case "min" -> new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), BigDecimal::min), a, b);
            case "max" -> new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), BigDecimal::max), a, b);
            case "divided2" -> new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), Values::divided2), a, b);
            case "latest" -> both(a, b, (x, y) -> order(x, y) >= 0 ? x : y);
            case "earliest" -> both(a, b, (x, y) -> order(x, y) <= 0 ? x : y);
            case "plusMonths" -> dated(a, b, LocalDate::plusMonths);
            case "minusMonths" -> dated(a, b, LocalDate::minusMonths);
            case "plusYears" -> dated(a, b, LocalDate::plusYears);
            case "plusDays" -> dated(a, b, LocalDate::plusDays);
            case "anniversary" -> both(a, b, Days::anniversary);
            case "dayOfYear" -> both(a, b, Days::ofYear);
            case "else" ->
                new Call(
                        (s, x) -> {
                            Object value = x[0].eval(s);
                            return value == null ? x[1].eval(s) : value;
                        },
                        a,
                        b);
            case "elseKnown" ->
                new Call(
                        (s, x) -> {
                            Object value = x[0].eval(s);
                            return value == null || value instanceof Unknown ? x[1].eval(s) : value;
                        },
                        a,
                        b);
            case "given" ->
                new Call(
                        (s, x) -> {
                            Object value = x[0].eval(s);
                            return value instanceof Unknown ? value : x[1].eval(s);
                        },
                        a,
                        b);
            case "days" -> both(a, b, Days::between);
            case "lowerBound" -> new Call((s, x) -> lowerBound(x[0].eval(s), x[1].eval(s)), a, b);
            case "absentEach" -> both(a, b, Functions::absentEach);
            case "listMinus" -> both(a, b, Functions::listMinus);
            case "listHas" -> both(a, b, (list, x) -> split(list).contains(text(x)));
            case "contains" -> both(a, b, (word, part) -> text(word).contains(text(part)));
            case "concat" -> concat(List.of(a, b));
            default -> null;
        };
    }

    private static Node three(String name, List<Node> args) {
        if (name.equals("concat")) {
            return concat(args);
        }
        if (!name.equals("if")) {
            return maybe(name, args);
        }
        return new Call(
                (s, x) -> {
                    Object condition = x[0].eval(s);
                    return condition instanceof Unknown ? condition : x[Boolean.TRUE.equals(condition) ? 1 : 2].eval(s);
                },
                args.toArray(Node[]::new));
    }

    /** {@code maybe(x, 'A', 'B')}: an unknown x is narrowed to the values named. */
    private static Node maybe(String name, List<Node> args) {
        if (!name.equals("maybe")) {
            return null;
        }
        return new Call(
                (s, x) -> {
                    Object value = x[0].eval(s);
                    return value instanceof Unknown u
                            ? new Unknown(
                                    u.paths(),
                                    Arrays.stream(x).skip(1).map(n -> n.eval(s)).toList())
                            : value;
                },
                args.toArray(Node[]::new));
    }

    /** A number of which only a lower bound is known, for want of facts. */
    private static Object lowerBound(Object bound, Object lacks) {
        return bound instanceof BigDecimal n && lacks instanceof Unknown u
                ? new Unknown(u.paths(), List.of(n, n.add(BigDecimal.ONE.movePointRight(9))))
                : lacks instanceof Unknown ? lacks : bound;
    }

    private static Object absentEach(Object prefix, Object list) {
        List<String> items = split(list).stream().filter(i -> !i.isEmpty()).toList();
        return items.isEmpty()
                ? null
                : new Unknown(items.stream().map(i -> text(prefix) + i).sorted().toList(), List.of());
    }

    private static Object listMinus(Object list, Object other) {
        List<String> without = split(other);
        return String.join(
                ";", split(list).stream().filter(i -> !without.contains(i)).toList());
    }

    private static Node concat(List<Node> args) {
        return new Call(
                (s, x) -> {
                    StringBuilder all = new StringBuilder();
                    for (Node arg : x) {
                        Object value = arg.eval(s);
                        if (value == null || value instanceof Unknown) {
                            return value;
                        }
                        all.append(text(value));
                        if (all.length() > MAX_TEXT) {
                            return null;
                        }
                    }
                    return all.toString();
                },
                args.toArray(Node[]::new));
    }

    private static Node words(Node a, Predicate<String> suits, Function<String, Object> op) {
        return new Call(
                (s, x) -> {
                    Object value = x[0].eval(s);
                    return value instanceof String t && suits.test(t) ? op.apply(t) : Values.absent(value, null);
                },
                a);
    }

    private static Node quarter(Node a, Function<String, Object> op) {
        return words(a, q -> q.matches("[0-9]{4}-Q[1-4]"), op);
    }

    private static Node number(Node a, Function<BigDecimal, Object> op) {
        return new Call(
                (s, x) -> {
                    Object value = x[0].eval(s);
                    return value instanceof BigDecimal n ? op.apply(n) : Values.absent(value, null);
                },
                a);
    }

    private static Node day(Node a, Function<LocalDate, Object> op) {
        return new Call(
                (s, x) -> {
                    Object value = x[0].eval(s);
                    return value instanceof LocalDate d ? op.apply(d) : Values.absent(value, null);
                },
                a);
    }

    private static Node list(Node a, Function<List<String>, Object> op) {
        return new Call(
                (s, x) -> {
                    Object value = x[0].eval(s);
                    return value instanceof String t && !t.isEmpty() ? op.apply(split(t)) : Values.absent(value, null);
                },
                a);
    }

    private static Node both(Node a, Node b, BiFunction<Object, Object, Object> op) {
        return new Call(
                (s, args) -> {
                    Object x = args[0].eval(s);
                    Object y = args[1].eval(s);
                    return x == null || y == null || x instanceof Unknown || y instanceof Unknown
                            ? Values.absent(x, y)
                            : op.apply(x, y);
                },
                a,
                b);
    }

    private static Node dated(Node a, Node b, BiFunction<LocalDate, Integer, LocalDate> op) {
        return both(
                a,
                b,
                (d, n) -> d instanceof LocalDate day && n instanceof BigDecimal x
                        ? Days.total(() -> op.apply(day, x.intValueExact()))
                        : null);
    }

    private static int order(Object x, Object y) {
        Integer sign = Values.compare(x, y);
        return sign == null ? 0 : sign;
    }

    private static List<String> split(Object list) {
        return Arrays.asList(text(list).split(";"));
    }

    private static Object item(String text) {
        return text.matches("[0-9]{1,9}") ? new BigDecimal(text) : text;
    }

    /** A value as text: numbers without exponent and trailing zeros, days as ISO. */
    static String text(Object value) {
        return value instanceof BigDecimal n ? plain(n) : String.valueOf(value);
    }

    private static String plain(BigDecimal n) {
        BigDecimal s = n.stripTrailingZeros();
        return (s.scale() < 0 ? s.setScale(0) : s).toPlainString();
    }
}
