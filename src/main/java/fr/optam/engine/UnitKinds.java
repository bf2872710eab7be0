package fr.optam.engine;

import fr.optam.fact.flat.Kind;

/** The kinds of facts that make a unit: an act and its letters, alike for many practitioners. */
final class UnitKinds {
    private UnitKinds() {}

    static boolean has(Kind kind) {
        return kind == Kind.ACT || kind == Kind.LETTER;
    }
}
