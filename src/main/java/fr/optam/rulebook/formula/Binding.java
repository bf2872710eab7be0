package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Deferred;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.PlainRow;
import java.util.List;
import java.util.Optional;

/**
 * Fills what acts that are alike have in common into a formula, so that what is left reads only what is each act's own and
 * what lies outside acts. It is computed with the act itself as the fact whose fields are meant, and tells of what it reads
 * only how weak it is.
 */
final class Binding {
    private final Act act;
    private final Fact self;
    private final Fact item;
    private final boolean[] loose;

    private Binding(Act act, Fact self, Fact item, boolean[] loose) {
        this.act = act;
        this.self = self;
        this.item = item;
        this.loose = loose;
    }

    /**
     * What is left of a formula; empty if it needs more than that.
     *
     * @param act one of the acts
     * @param self the fact that the formula belongs to, of the act or outside acts
     * @param item the fact whose fields are meant by a bare name, the act or one of its letters
     */
    static Optional<Node> of(Node node, Act act, Fact self, Fact item) {
        Binding binding = new Binding(act, self, item, new boolean[1]);
        Node bound = binding.bind(node);
        return binding.loose[0] ? Optional.empty() : Optional.of(bound);
    }

    /** A value that all have in common. */
    record Settled(Object value, Confidence weakest) implements Node {
        @Override
        public Object eval(Scope scope) {
            if (weakest != null) {
                scope.reads().weak(weakest);
            }
            return value;
        }
    }

    /** A value of each act's own. */
    private record Slot(Deferred value, Confidence weakest) implements Node {
        @Override
        public Object eval(Scope scope) {
            if (weakest != null) {
                scope.reads().weak(weakest);
            }
            return value.of(scope.item());
        }
    }

    /** A field of what the acts belong to. */
    private record Outer(FieldRef field) implements Node {
        @Override
        public Object eval(Scope scope) {
            return field.read(scope.item().above(), scope.reads());
        }
    }

    /** Says that something is left that needs more. */
    void loose() {
        loose[0] = true;
    }

    Act act() {
        return act;
    }

    Fact item() {
        return item;
    }

    Binding of(Fact other) {
        return new Binding(act, self, other, loose);
    }

    /** What is left of a part of the formula. */
    Node bind(Node node) {
        Common common = new Common();
        Object value = node.eval(new Scope(self, item, null, common));
        boolean settled = !common.differing && !(value instanceof Unknown);
        return settled ? new Settled(value, common.weakest) : node.bound(this);
    }

    /** A field by its bare name. */
    Node field(FieldRef field) {
        return field(field, item);
    }

    /** A field of the fact that the formula belongs to. */
    Node own(FieldRef field, Node node) {
        return ordinal(self) < 0 ? node : field(field, self);
    }

    private Node field(FieldRef field, Fact of) {
        Fact holder = field.holder(of);
        int ordinal = holder == null ? -1 : ordinal(holder);
        if (ordinal < 0) {
            return new Outer(field);
        }
        Alike alike = act.alike();
        int place = field.place(holder);
        Confidence grade = grade(alike.origins(ordinal)[place]);
        return alike.values(ordinal)[place] instanceof Deferred own
                ? new Slot(own, grade)
                : new Settled(holder.own(place), grade);
    }

    private int ordinal(Fact holder) {
        if (holder == act) {
            return 0;
        }
        return holder.above() == act ? 1 + act.within(holder.kind()).indexOf(holder) : -1;
    }

    static Confidence grade(Object origin) {
        return origin instanceof Graded graded ? graded.confidence() : null;
    }

    static Confidence weaker(Confidence a, Confidence b) {
        return a == null ? b : b == null ? a : a.weaker(b);
    }

    /** Whether only what all have in common was read, and how weak it is. */
    private final class Common implements ReadsByUse {
        private boolean differing;
        private Confidence weakest;

        @Override
        public void tested(Fact fact, List<String> names) {
            names.forEach(n -> read(fact.holder(n), n, null, Alike.Use.DAY));
        }

        @Override
        public void read(Fact holder, String name, Object origin, Alike.Use use) {
            int ordinal = holder == null ? -1 : ordinal(holder);
            differing |=
                    ordinal < 0 || act.alike().differs(ordinal, holder.layout().indexOf(name), use);
            weakest = weaker(weakest, grade(origin));
        }

        @Override
        public void over(Fact owner, Kind kind) {
            differing |= ordinal(owner) < 0;
        }

        @Override
        public void weak(Confidence confidence) {
            weakest = weaker(weakest, confidence);
        }

        @Override
        public void row(PlainRow row, String column, Object value) {
            weakest = weaker(weakest, row.citation().confidence());
        }
    }
}
