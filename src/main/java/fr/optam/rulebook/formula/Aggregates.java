package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sums and choices over the facts of one kind. The facts meant are those that belong to the nearest fact above that can
 * own that kind, so that a letter that sums letters sums those of its own act.
 */
final class Aggregates {
    private static final int RATE_DECIMALS = 6;

    /** Those whose result is known if what they take of each fact is, whatever its value. */
    static final Set<String> PLAIN = Set.of("sum", "sumKnown", "count", "min", "max", "first");

    private Aggregates() {}

    static Optional<Node> of(String name, Kind kind, Node value, Node where, Node init) {
        return Optional.ofNullable(
                switch (name) {
                    case "sum" -> s -> sum(s, kind, value, where, false);
                    case "sumKnown" -> s -> sum(s, kind, value, where, true);
                    case "count" -> s -> count(s, kind, where);
                    case "min" -> s -> best(s, kind, value, where, -1);
                    case "max" -> s -> best(s, kind, value, where, 1);
                    case "first" -> s -> first(s, kind, value, where);
                    case "mean" -> s -> mean(s, kind, value, where);
                    case "any" -> s -> any(s, kind, value, where);
                    case "distinct" -> s -> distinct(s, kind, value, where);
                    case "join" -> s -> join(s, kind, value, where, ", ");
                    case "list" -> s -> join(s, kind, value, where, ";");
                    case "fold" -> s -> fold(s, kind, value, where, init);
                    default -> null;
                });
    }

    private static List<Fact> facts(Scope s, Kind kind) {
        Fact owner = owner(s, kind);
        s.reads().over(owner, kind);
        return owner.within(kind);
    }

    /** What a fact gives; if it lacks a fact, seen from outside the act that lacks it. */
    private static Object seen(Node node, Scope inner, Fact owner) {
        Object value = node.eval(inner);
        return value instanceof Unknown u && owner.kind() != Kind.ACT ? u.of(inner.item()) : value;
    }

    private static Fact owner(Scope s, Kind kind) {
        Fact owner = s.item();
        while (!kind.isWithin(owner.kind())) {
            owner = owner.above();
        }
        return owner;
    }

    private static Object sum(Scope s, Kind kind, Node value, Node where, boolean knownOnly) {
        BigDecimal total = BigDecimal.ZERO;
        Unknown unknown = null;
        boolean none = false;
        Fact owner = owner(s, kind);
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            Object wanted = seen(where, inner, owner);
            if (Values.isFalse(wanted)) {
                continue;
            }
            Object each = wanted instanceof Unknown ? wanted : seen(value, inner, owner);
            if (each instanceof BigDecimal n) {
                long lines = fact.weight() / owner.weight();
                total = total.add(lines == 1 ? n : n.multiply(BigDecimal.valueOf(lines)));
            } else if (each instanceof Unknown u) {
                unknown = merge(unknown, u, kind);
            } else {
                none = true;
            }
        }
        return knownOnly ? total : unknown != null ? unknown : none ? null : total;
    }

    /** Of many acts only the first that lacks a fact is named. */
    private static Unknown merge(Unknown sofar, Unknown u, Kind kind) {
        if (sofar == null) {
            return u;
        }
        return kind == Kind.ACT || kind == Kind.LETTER ? sofar : sofar.and(u);
    }

    private static Object count(Scope s, Kind kind, Node where) {
        return sum(s, kind, inner -> BigDecimal.ONE, where, false);
    }

    private static Object best(Scope s, Kind kind, Node value, Node where, int sign) {
        Fact owner = owner(s, kind);
        Object best = null;
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            Object wanted = seen(where, inner, owner);
            if (Values.isFalse(wanted)) {
                continue;
            }
            Object each = wanted instanceof Unknown ? wanted : seen(value, inner, owner);
            if (each instanceof Unknown) {
                return each;
            }
            Integer order = Values.compare(each, best);
            if (each != null && (best == null || (order != null && order * sign > 0))) {
                best = each;
            }
        }
        return best;
    }

    private static Object first(Scope s, Kind kind, Node value, Node where) {
        Fact owner = owner(s, kind);
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            Object wanted = seen(where, inner, owner);
            if (wanted instanceof Unknown) {
                return wanted;
            }
            if (!Values.isFalse(wanted)) {
                return seen(value, inner, owner);
            }
        }
        return null;
    }

    private static Object mean(Scope s, Kind kind, Node value, Node where) {
        Object total = sum(s, kind, value, where, false);
        Object number = sum(s, kind, inner -> BigDecimal.ONE, where, false);
        if (!(total instanceof BigDecimal t) || !(number instanceof BigDecimal n) || n.signum() == 0) {
            return total instanceof Unknown ? total : null;
        }
        return t.divide(n, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static Object any(Scope s, Kind kind, Node value, Node where) {
        Fact owner = owner(s, kind);
        Object found = Boolean.FALSE;
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            found = Values.or(found, Values.and(seen(where, inner, owner), seen(value, inner, owner)));
            if (Boolean.TRUE.equals(found)) {
                return found;
            }
        }
        return found;
    }

    private static Object distinct(Scope s, Kind kind, Node value, Node where) {
        Fact owner = owner(s, kind);
        Set<Object> seen = new HashSet<>();
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            Object wanted = seen(where, inner, owner);
            if (Values.isFalse(wanted)) {
                continue;
            }
            Object each = wanted instanceof Unknown ? wanted : seen(value, inner, owner);
            if (each instanceof Unknown) {
                return each;
            }
            if (each != null) {
                seen.add(each instanceof BigDecimal n ? n.stripTrailingZeros() : each);
            }
        }
        return BigDecimal.valueOf(seen.size());
    }

    private static Object join(Scope s, Kind kind, Node value, Node where, String between) {
        Fact owner = owner(s, kind);
        List<String> words = new ArrayList<>();
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.of(fact);
            if (Boolean.TRUE.equals(seen(where, inner, owner))) {
                Object each = seen(value, inner, owner);
                if (each instanceof Unknown) {
                    return each;
                }
                if (each != null && !words.contains(Functions.text(each))) {
                    words.add(Functions.text(each));
                }
            }
        }
        return String.join(between, words);
    }

    private static Object fold(Scope s, Kind kind, Node value, Node where, Node init) {
        Fact owner = owner(s, kind);
        Object acc = init.eval(s);
        for (Fact fact : facts(s, kind)) {
            Scope inner = s.with(fact, acc);
            Object wanted = seen(where, inner, owner);
            if (wanted instanceof Unknown) {
                return wanted;
            }
            if (!Values.isFalse(wanted)) {
                acc = seen(value, inner, owner);
            }
        }
        return acc;
    }
}
