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

    static Optional<Node> of(String name, Kind kind, Node value, Node where, Node init, PartKeys keys) {
        Gathering all = new Gathering(kind, value, where, false, keys);
        Gathering count = new Gathering(kind, s -> BigDecimal.ONE, where, false, keys);
        Node plain =
                switch (name) {
                    case "sum" -> s -> sum(s, kind, all).value();
                    case "sumKnown" -> s -> sum(s, kind, all).known();
                    case "count" -> s -> sum(s, kind, count).value();
                    case "min" -> s -> best(s, kind, value, where, -1);
                    case "max" -> s -> best(s, kind, value, where, 1);
                    case "first" -> first(new Gathering(kind, value, where, true, keys));
                    case "mean" -> mean(kind, all, count);
                    case "any" -> s -> any(s, kind, value, where);
                    case "distinct" -> s -> distinct(s, kind, value, where);
                    case "join" -> s -> join(s, kind, value, where, ", ");
                    case "list" -> s -> join(s, kind, value, where, ";");
                    case "fold" -> s -> fold(s, kind, value, where, init);
                    default -> null;
                };
        return plain == null ? Optional.empty() : Optional.of(new OfLetters(name, kind, value, where, plain));
    }

    private static List<Fact> facts(Scope s, Kind kind) {
        Fact owner = owner(s, kind);
        s.reads().over(owner, kind);
        return owner.within(kind);
    }

    private static Object seen(Node node, Scope inner, Fact owner) {
        return Gathering.seen(node.eval(inner), inner.item(), owner);
    }

    private static Fact owner(Scope s, Kind kind) {
        return Gathering.owner(s.item(), kind);
    }

    private static final class Sum implements Gathering.Sink {
        private final Kind kind;
        private final long owners;
        private BigDecimal total = BigDecimal.ZERO;
        private long ones;
        private Unknown unknown;
        private int place;
        private boolean none;

        Sum(Kind kind, Fact owner) {
            this.kind = kind;
            this.owners = owner.weight();
        }

        @Override
        public void take(Fact fact, Object each, long weight) {
            if (each instanceof BigDecimal n) {
                long lines = weight / owners;
                if (each == BigDecimal.ONE) {
                    ones += lines;
                } else if (n.signum() != 0 || n.scale() != 0) {
                    total = total.add(lines == 1 ? n : n.multiply(BigDecimal.valueOf(lines)));
                }
            } else if (each instanceof Unknown u) {
                merge(fact, u);
            } else {
                none = true;
            }
        }

        /** Of many acts only the first that lacks a fact is named. */
        private void merge(Fact fact, Unknown u) {
            boolean ofAct = kind == Kind.ACT || kind == Kind.LETTER;
            if (unknown == null || (ofAct && fact.place() < place)) {
                unknown = u;
                place = fact.place();
            } else if (!ofAct) {
                unknown = unknown.and(u);
            }
        }

        BigDecimal known() {
            return ones == 0 ? total : total.add(BigDecimal.valueOf(ones));
        }

        Object value() {
            return unknown != null ? unknown : none ? null : known();
        }
    }

    private static Sum sum(Scope s, Kind kind, Gathering all) {
        Sum sum = new Sum(kind, owner(s, kind));
        all.run(s, sum);
        return sum;
    }

    private static Node first(Gathering all) {
        return s -> {
            Object[] found = new Object[1];
            all.run(s, (fact, each, lines) -> found[0] = each);
            return found[0];
        };
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

    private static Node mean(Kind kind, Gathering all, Gathering count) {
        return s -> {
            Object total = sum(s, kind, all).value();
            Object number = sum(s, kind, count).value();
            if (!(total instanceof BigDecimal t) || !(number instanceof BigDecimal n) || n.signum() == 0) {
                return total instanceof Unknown ? total : null;
            }
            return t.divide(n, RATE_DECIMALS, RoundingMode.HALF_UP);
        };
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
