package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Act;

/** What is left of a formula once what acts that are alike have in common is filled in. */
public final class Bound {
    private final Node node;

    Bound(Node node) {
        this.node = node;
    }

    /**
     * Computes it for an act that is alike, or for its letter.
     *
     * @param reads is told only how weak what is read is
     * @return as {@link Formula#eval} gives it
     */
    public Object eval(Act act, Reads reads) {
        return node.eval(new Scope(act, act, null, reads));
    }
}
