package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the facts of one kind and gathers what a formula takes of each of those that are wanted. What acts that
 * are alike give is found once, as far as it is the same for all.
 */
final class Gathering {
    private static final Object EACH = new Object();

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

    /** Is given what is taken of each fact. */
    interface Sink {
        /** Takes the value of a fact; an unknown if it is unknown whether the fact is wanted. */
        void take(Fact fact, Object value);
    }

    /**
     * What one act, with its letters, and all that are alike give.
     *
     * @param places facts that are wanted, by their place in the act
     * @param values what is taken of each; {@link #EACH} where that is computed of each
     * @param told what was read for that
     */
    private record Part(int[] places, Object[] values, PartReads.Told told) {}

    void run(Scope s, Sink sink) {
        Fact owner = owner(s.item(), kind);
        s.reads().over(owner, kind);
        int number = ofActs && owner.kind() == Kind.YEAR && s.reads().isInOne() ? number(s.self(), owner) : -1;
        if (number < 0) {
            all(s, owner, owner.within(kind), sink);
            return;
        }
        List<Fact> acts = owner.within(Kind.ACT);
        Part last = null;
        for (int i = 0; i < acts.size(); i++) {
            Fact act = acts.get(i);
            Part part = part(s, act, number);
            if (part == null) {
                if (all(s, owner, kind == Kind.ACT ? List.of(act) : act.within(kind), sink)) {
                    return;
                }
            } else {
                part.told.tell(s, part == last);
                last = part;
                if (part.places.length > 0 && take(s, part, act, sink)) {
                    return;
                }
            }
        }
    }

    static Fact owner(Fact item, Kind kind) {
        Fact owner = item;
        while (!kind.isWithin(owner.kind())) {
            owner = owner.above();
        }
        return owner;
    }

    /** Number of the sum, negative if it must go through every fact. */
    private int number(Fact self, Fact owner) {
        List<Fact> acts = owner.within(Kind.ACT);
        if (acts.isEmpty() || self.kind() == Kind.ACT || self.kind() == Kind.LETTER) {
            return -1;
        }
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).alike() == null) {
                return -1;
            }
        }
        return acts.get(0).alike().number(keys, keys.of(self, owner));
    }

    private boolean all(Scope s, Fact owner, List<Fact> facts, Sink sink) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            Scope inner = s.of(fact);
            Object wanted = where.eval(inner);
            if (!Values.isFalse(wanted)) {
                sink.take(fact, seen(wanted instanceof Unknown ? wanted : value.eval(inner), fact, owner));
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

    private boolean take(Scope s, Part part, Fact act, Sink sink) {
        for (int i = 0; i < part.places.length; i++) {
            Fact fact = kind == Kind.ACT ? act : act.within(kind).get(part.places[i]);
            Object each = part.values[i] == EACH ? value.eval(s.of(fact)) : part.values[i];
            sink.take(fact, each instanceof Unknown u ? u.of(fact) : each);
            if (first) {
                return true;
            }
        }
        return false;
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
        List<Fact> facts = kind == Kind.ACT ? List.of(act) : act.within(kind);
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
            return EACH;
        }
        reads.add(own);
        return each;
    }
}
