package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;

/**
 * Where names are looked up.
 *
 * @param self the fact that the formula belongs to
 * @param item the fact whose fields are meant by a bare name
 * @param acc what a fold has so far
 * @param reads is told what is read
 */
record Scope(Fact self, Fact item, Object acc, Reads reads) {
    Scope of(Fact other) {
        return new Scope(self, other, acc, reads);
    }

    Scope with(Fact other, Object value) {
        return new Scope(self, other, value, reads);
    }
}
