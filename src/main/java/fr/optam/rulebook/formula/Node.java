package fr.optam.rulebook.formula;

/** A part of a formula. Its value is a number, a day, a code, true or false, an unknown, or null for "no value". */
interface Node {
    Object eval(Scope scope);

    /** The same for one act and all that are alike, of which what they have in common is filled in. */
    default Node bound(Binding to) {
        to.loose();
        return this;
    }
}
