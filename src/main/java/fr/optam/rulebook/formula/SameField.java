package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Year;
import java.util.List;
import java.util.Optional;

/**
 * A condition that begins by holding a field against the same field of the fact that the formula belongs to: only facts
 * with that value need be asked.
 *
 * @param field the field
 * @param condition the whole condition
 */
record SameField(FieldRef field, Node condition) implements Node {
    /** An equality, known as such if it is one of a field with the own one. */
    static Node of(Node a, Node b, Node equality) {
        return a instanceof FieldNode f
                        && b instanceof SelfNode own
                        && f.field().name().equals(own.field().name())
                ? new SameField(f.field(), equality)
                : equality;
    }

    /** A condition that begins with another. */
    static Node within(Node begin, Node condition) {
        return begin instanceof SameField same ? new SameField(same.field, condition) : condition;
    }

    /** The acts of a practitioner-year for which the condition can hold; empty if all must be asked. */
    static Optional<List<Fact>> acts(Node where, Scope s, Year year) {
        if (!(where instanceof SameField same) || !s.reads().isGrade()) {
            return Optional.empty();
        }
        Object wanted = same.field.value(s.self());
        List<Fact> acts = year.within(Kind.ACT);
        return wanted == null || acts.isEmpty()
                ? Optional.empty()
                : year.actsWith(same.field.place(acts.get(0)), wanted);
    }

    @Override
    public Object eval(Scope scope) {
        return condition.eval(scope);
    }

    @Override
    public Node bound(Binding to) {
        return condition.bound(to);
    }
}
