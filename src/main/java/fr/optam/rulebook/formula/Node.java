package fr.optam.rulebook.formula;

/** A part of a formula. Its value is a number, a day, a code, true or false, an unknown, or null for "no value". */
interface Node {
    Object eval(Scope scope);
}
