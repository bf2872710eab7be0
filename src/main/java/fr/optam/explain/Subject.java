package fr.optam.explain;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;

/**
 * What a rule was asked about.
 *
 * @param kind kind of fact
 * @param key what tells it from its siblings
 * @param path JSON path that it was read from; empty for the practitioner-year and what stands for a code
 */
record Subject(Kind kind, String key, String path) {
    /** Variant of a letter as it was billed. */
    private static final String BILLED = "BILLED";

    static Subject of(Fact fact) {
        return new Subject(fact.kind(), fact.key(), fact.path());
    }

    /** A letter as {@code acts.a1.modifiers.K}, others as their path or code; the practitioner-year has no name. */
    String name() {
        if (kind == Kind.LETTER) {
            return path + ".modifiers." + letter()
                    + (billed() ? "" : "[" + key.substring(key.lastIndexOf(':') + 1) + "]");
        }
        return path.isEmpty() ? key : path;
    }

    /** Whether it is a letter that was billed. */
    boolean billed() {
        return key.endsWith(":" + BILLED);
    }

    /** Key of the act of a letter. */
    String act() {
        return kind == Kind.LETTER ? key.substring(0, key.lastIndexOf(':', key.lastIndexOf(':') - 1)) : key;
    }

    /** The letter of a letter. */
    String letter() {
        int variant = key.lastIndexOf(':');
        return key.substring(key.lastIndexOf(':', variant - 1) + 1, variant);
    }
}
