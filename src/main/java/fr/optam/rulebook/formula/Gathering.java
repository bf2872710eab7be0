package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Crowd;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the facts of one kind and gathers what a formula takes of each of those that are wanted. What acts that
 * are alike give is found once, as far as it is the same for all.
 */
final class Gathering {
    private static final Object EACH = new Object();

    /** What is left of a formula, once what acts that are alike have in common is filled in. */
    private record Left(Node node) {}

    private final Kind kind;
    private final Node value;
    private final Node where;
    private final boolean first;
    private final PartKeys keys;
    private final boolean ofActs;

    /**
     * @param value what is taken of each
     * @param where which are wanted
     * @param first whether only the first of all is wanted
     * @param keys what parts depend on
     */
    Gathering(Kind kind, Node value, Node where, boolean first, PartKeys keys) {
        this.kind = kind;
        this.value = value;
        this.where = where;
        this.first = first;
        this.keys = keys;
        this.ofActs = kind == Kind.ACT || kind == Kind.LETTER;
    }

    /** Is given what is taken of the facts that are wanted. */
    interface Sink {
        /**
         * Takes a value.
         *
         * @param fact the fact, or the first of several that give the same; null if the value is known of them all
         * @param value its value; an unknown if it is unknown whether the fact is wanted
         * @param lines equal lines that it stands for, all together
         */
        void take(Fact fact, Object value, long lines);
    }

    /**
     * What one act, with its letters, and all that are alike give.
     *
     * @param places facts that are wanted, by their place in the act
     * @param values what is taken of each; {@link #EACH} or what is left of the formula where that is computed of each
     * @param weakest weakest of what was read for that; null if all is given
     * @param told what was read for that
     */
    private record Part(int[] places, Object[] values, Confidence weakest, PartReads.Told told) {
        Part(int[] places, Object[] values, PartReads.Told told) {
            this(places, values, told.weakest(), told);
        }

        void weaken(Reads reads) {
            if (weakest != null) {
                reads.weak(weakest);
            }
        }
    }

    void run(Scope s, Sink sink) {
        Fact owner = owner(s.item(), kind);
        s.reads().over(owner, kind);
        Crowd crowd = ofActs && owner instanceof Year year && s.reads().isInOne() && !isWithinAct(s.self())
                ? year.crowd()
                : null;
        int number = crowd == null ? -1 : crowd.alike(0).number(this, keys.of(this, s.self(), owner));
        if (number < 0) {
            Optional<List<Fact>> some =
                    kind == Kind.ACT && owner instanceof Year year ? SameField.acts(where, s, year) : Optional.empty();
            all(s, owner, some.orElseGet(() -> owner.within(kind)), sink);
        } else if (!s.reads().isGrade()) {
            oneByOne(s, owner, number, sink);
        } else if (first) {
            first(s, owner, crowd, number, sink);
        } else {
            for (int i = 0; i < crowd.size(); i++) {
                group(s, owner, crowd, i, number, sink);
            }
        }
    }

    private void oneByOne(Scope s, Fact owner, int number, Sink sink) {
        List<Fact> acts = owner.within(Kind.ACT);
        Part last = null;
        for (int i = 0; i < acts.size(); i++) {
            Fact act = acts.get(i);
            Part part = part(s, act, number);
            if (part == null) {
                if (all(s, owner, facts(act), sink)) {
                    return;
                }
            } else {
                part.told.tell(s, part == last);
                last = part;
                for (int j = 0; j < part.places.length; j++) {
                    take(s, part, j, act, act.weight(), sink);
                    if (first) {
                        return;
                    }
                }
            }
        }
    }

    private void group(Scope s, Fact owner, Crowd crowd, int group, int number, Sink sink) {
        Object known = crowd.alike(group).part(number);
        int start = crowd.first(group);
        Part part = known instanceof Part same ? same : part(s, crowd.act(start), number);
        if (part == null) {
            for (int i = start; i >= 0; i = crowd.next(i)) {
                all(s, owner, facts(crowd.act(i)), sink);
            }
            return;
        }
        part.weaken(s.reads());
        for (int j = 0; j < part.places.length; j++) {
            if (part.values[j] instanceof BigDecimal same) {
                sink.take(null, same, crowd.lines(group));
            } else if (part.values[j] == EACH || part.values[j] instanceof Left) {
                for (int i = start; i >= 0; i = crowd.next(i)) {
                    take(s, part, j, crowd.act(i), crowd.act(i).weight(), sink);
                }
            } else {
                take(s, part, j, crowd.act(start), crowd.lines(group), sink);
            }
        }
    }

    /** Groups come in the order of their first acts, so the first that wants an act has the first act wanted. */
    private void first(Scope s, Fact owner, Crowd crowd, int number, Sink sink) {
        for (int i = 0; i < crowd.size(); i++) {
            if (part(s, crowd.act(crowd.first(i)), number) == null) {
                oneByOne(s, owner, number, sink);
                return;
            }
        }
        for (int i = 0; i < crowd.size(); i++) {
            Fact act = crowd.act(crowd.first(i));
            Part part = part(s, act, number);
            part.weaken(s.reads());
            if (part.places.length > 0) {
                take(s, part, 0, act, act.weight(), sink);
                return;
            }
        }
    }

    private List<Fact> facts(Fact act) {
        return kind == Kind.ACT ? List.of(act) : act.within(kind);
    }

    private static boolean isWithinAct(Fact fact) {
        return fact.kind() == Kind.ACT || fact.kind() == Kind.LETTER;
    }

    static Fact owner(Fact item, Kind kind) {
        Fact owner = item;
        while (!kind.isWithin(owner.kind())) {
            owner = owner.above();
        }
        return owner;
    }

    private boolean all(Scope s, Fact owner, List<Fact> facts, Sink sink) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            Scope inner = s.of(fact);
            Object wanted = where.eval(inner);
            if (!Values.isFalse(wanted)) {
                sink.take(
                        fact, seen(wanted instanceof Unknown ? wanted : value.eval(inner), fact, owner), fact.weight());
                if (first) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a fact gives; if it lacks a fact, seen from outside the act that lacks it. */
    static Object seen(Object value, Fact fact, Fact owner) {
        return value instanceof Unknown u && owner.kind() != Kind.ACT ? u.of(fact) : value;
    }

    private void take(Scope s, Part part, int wanted, Fact act, long lines, Sink sink) {
        Object each = part.values[wanted];
        if (each instanceof Left left && s.reads().isGrade()) {
            each = left.node.eval(s.of(act));
        }
        if (each != EACH && !(each instanceof Left) && !(each instanceof Unknown)) {
            sink.take(null, each, lines);
            return;
        }
        Fact fact = kind == Kind.ACT ? act : act.within(kind).get(part.places[wanted]);
        Object own = each instanceof Unknown ? each : value.eval(s.of(fact));
        sink.take(fact, own instanceof Unknown u ? u.of(fact) : own, lines);
    }

    private static Act act(Fact fact) {
        return fact instanceof Act act ? act : (Act) fact.above();
    }

    /** What an act and all that are alike give; null if each must be gone through. */
    private Part part(Scope s, Fact act, int number) {
        Object found = act.alike().part(number);
        if (found == null) {
            Part part = found(s, act);
            found = part == null ? EACH : part;
            act.alike().keep(number, found);
        }
        return found == EACH ? null : (Part) found;
    }

    private Part found(Scope s, Fact act) {
        PartReads reads = new PartReads(act, s.self(), keys.decisive());
        List<Integer> places = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Fact> facts = facts(act);
        for (int i = 0; i < facts.size(); i++) {
            Scope inner = new Scope(s.self(), facts.get(i), s.acc(), reads);
            Object wanted = where.eval(inner);
            if (reads.isOpen()) {
                return null;
            }
            if (!Values.isFalse(wanted)) {
                places.add(i);
                values.add(wanted instanceof Unknown ? wanted : taken(inner, reads));
                if (first) {
                    break;
                }
            }
        }
        return new Part(places.stream().mapToInt(i -> i).toArray(), values.toArray(), reads.told());
    }

    private Object taken(Scope inner, PartReads reads) {
        PartReads own = reads.another();
        Object each = value.eval(new Scope(inner.self(), inner.item(), inner.acc(), own));
        if (own.isDiffering()) {
            Optional<Node> left = Binding.of(value, act(inner.item()), inner.self(), inner.item());
            return left.isPresent() ? new Left(left.get()) : EACH;
        }
        reads.add(own);
        return each;
    }
}
