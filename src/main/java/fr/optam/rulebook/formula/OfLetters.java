package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum or choice; over the letters of one act it is bound to those letters that are wanted, where that is the same for
 * all acts that are alike.
 *
 * @param name name of the function
 * @param kind kind of facts
 * @param value what is taken of each
 * @param where which are wanted
 * @param plain goes through all of them
 */
record OfLetters(String name, Kind kind, Node value, Node where, Node plain) implements Node {
    @Override
    public Object eval(Scope scope) {
        return plain.eval(scope);
    }

    @Override
    public Node bound(Binding to) {
        Taken taken =
                switch (name) {
                    case "sum" -> values -> sum(values, false);
                    case "sumKnown" -> values -> sum(values, true);
                    case "min" -> values -> best(values, -1);
                    case "max" -> values -> best(values, 1);
                    case "first" -> values -> values.length == 0 ? s -> null : values[0];
                    default -> null;
                };
        Node[] values = taken == null || kind != Kind.LETTER || Gathering.owner(to.item(), kind) != to.act()
                ? null
                : wanted(to);
        if (values == null) {
            to.loose();
            return this;
        }
        Node bound = taken.of(values);
        Confidence weakest = values.length == 0 ? null : weakest(to);
        return weakest == null
                ? bound
                : s -> {
                    s.reads().weak(weakest);
                    return bound.eval(s);
                };
    }

    private interface Taken {
        Node of(Node[] values);
    }

    private Confidence weakest(Binding to) {
        Confidence weakest = null;
        for (Fact letter : to.act().within(kind)) {
            Binding.Settled wanted = (Binding.Settled) to.of(letter).bind(where);
            weakest = Binding.weaker(weakest, wanted.weakest());
            if (name.equals("first") && !Values.isFalse(wanted.value())) {
                break;
            }
        }
        return weakest;
    }

    private Node[] wanted(Binding to) {
        List<Node> values = new ArrayList<>();
        for (Fact letter : to.act().within(kind)) {
            Node wanted = to.of(letter).bind(where);
            if (!(wanted instanceof Binding.Settled settled) || settled.value() instanceof Unknown) {
                return null;
            }
            if (!Values.isFalse(settled.value())) {
                values.add(to.of(letter).bind(value));
                if (name.equals("first")) {
                    break;
                }
            }
        }
        return values.toArray(Node[]::new);
    }

    private static Node sum(Node[] values, boolean known) {
        return s -> {
            BigDecimal total = BigDecimal.ZERO;
            Unknown unknown = null;
            boolean none = false;
            for (Node value : values) {
                Object each = value.eval(s);
                if (each instanceof BigDecimal n) {
                    total = total.add(n);
                } else if (each instanceof Unknown u) {
                    unknown = unknown == null ? u : unknown;
                } else {
                    none = true;
                }
            }
            return known ? total : unknown != null ? unknown : none ? null : total;
        };
    }

    private static Node best(Node[] values, int sign) {
        return s -> {
            Object best = null;
            for (Node value : values) {
                Object each = value.eval(s);
                if (each instanceof Unknown) {
                    return each;
                }
                Integer order = Values.compare(each, best);
                if (each != null && (best == null || (order != null && order * sign > 0))) {
                    best = each;
                }
            }
            return best;
        };
    }
}
