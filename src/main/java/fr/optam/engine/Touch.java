package fr.optam.engine;

import fr.optam.fact.PractitionerYear;
import java.util.BitSet;
import java.util.List;

/**
 * Tells which variants of a rulebook may decide a practitioner-year otherwise than the base. It runs the base only as far
 * as a rule that differs, and only what that rule looks at; there it compares what both conclude. It never misses one that
 * decides otherwise, and is seldom wrong the other way: when what changed is not looked at after. What it learns it keeps;
 * threads may share it.
 */
public final class Touch {
    private final BitSet always = new BitSet();
    private final int variants;
    private final PartRun run;

    private Touch(Engine base, List<Engine> variants) {
        this.variants = variants.size();
        Differences differences = new Differences(base);
        for (int i = 0; i < variants.size(); i++) {
            Engine variant = variants.get(i);
            if (!base.hasSameFacts(variant.rulebook()) || !base.sameFields(variant.rulebook())) {
                always.set(i);
            } else {
                differences.add(i, variant);
            }
        }
        this.run = differences.isEmpty() ? null : new PartRun(base, differences);
    }

    /**
     * @param base decides as it is
     * @param variants engines of changed rulebooks, made by {@link Engine#with} or {@link Engine#mixed} of the base or of
     *     one another: rules that are the same objects are not compared
     */
    public static Touch of(Engine base, List<Engine> variants) {
        return new Touch(base, variants);
    }

    /** Numbers of the variants, from 0, that may decide otherwise than the base. */
    public BitSet of(PractitionerYear facts) {
        BitSet touched = (BitSet) always.clone();
        if (run != null && touched.cardinality() < variants) {
            run.run(facts, touched);
        }
        return touched;
    }
}
