package fr.optam.fact.flat;

import java.util.ArrayList;
import java.util.List;

/** The practitioner-year, to which every other fact belongs. */
public final class Year extends Fact {
    private Crowd crowd;

    /** A practitioner-year whose fields are laid out as given. */
    public Year(Layout layout) {
        super(layout, null, "", "", 1);
    }

    /** Its acts by what they have in common; null if there is none, or of one nothing is known. */
    public Crowd crowd() {
        if (crowd == null && !within(Kind.ACT).isEmpty()) {
            crowd = Crowd.of(within(Kind.ACT));
        }
        return crowd;
    }

    /** Takes its acts, which share what they have in common with others. */
    public void acts(List<Fact> acts) {
        hold(Kind.ACT, acts);
    }

    @Override
    protected List<Fact> unfolded(Kind kind) {
        if (kind != Kind.LETTER) {
            return List.of();
        }
        List<Fact> all = new ArrayList<>();
        within(Kind.ACT).forEach(a -> all.addAll(a.within(Kind.LETTER)));
        return hold(kind, all);
    }

    /** Says that the acts have changed, or what they have in common. */
    public void scattered() {
        crowd = null;
    }
}
