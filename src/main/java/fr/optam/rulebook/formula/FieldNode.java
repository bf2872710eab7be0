package fr.optam.rulebook.formula;

/** A bare field name. */
record FieldNode(FieldRef field) implements Node {
    @Override
    public Object eval(Scope scope) {
        return field.read(scope.item(), scope.reads());
    }

    @Override
    public Node bound(Binding to) {
        return to.field(field);
    }

    /** Value of a day that a list is looked into on. */
    static Object day(Node node, Scope scope) {
        return node instanceof FieldNode f ? f.field.readDay(scope.item(), scope.reads()) : node.eval(scope);
    }

    /** Value of a key that a list is looked into with. */
    static Object key(Node node, Scope scope) {
        return node instanceof FieldNode f ? f.field.readKey(scope.item(), scope.reads()) : node.eval(scope);
    }
}
