package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;

/** A field of the fact that the formula belongs to: {@code self.name}. */
record SelfNode(FieldRef field) implements Node {
    @Override
    public Object eval(Scope scope) {
        Object value = field.read(scope.self(), scope.reads());
        return value instanceof Unknown u ? u.of(scope.self()) : value;
    }

    @Override
    public Node bound(Binding to) {
        return to.own(field, this);
    }
}
