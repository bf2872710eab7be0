package fr.optam.rulebook.formula;

/** An operation or function of other parts of a formula. */
final class Call implements Node {
    private final Op op;
    private final Node[] args;

    Call(Op op, Node... args) {
        this.op = op;
        this.args = args;
    }

    /** What is done with the parts, which are computed as they are needed. */
    interface Op {
        Object of(Scope scope, Node[] args);
    }

    @Override
    public Object eval(Scope scope) {
        return op.of(scope, args);
    }

    @Override
    public Node bound(Binding to) {
        Node[] all = new Node[args.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = to.bind(args[i]);
        }
        return new Call(op, all);
    }
}
