package fr.optam.fact.flat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The practitioner-year, to which every other fact belongs. */
public final class Year extends Fact {
    private Crowd crowd;
    private Map<Integer, Optional<Map<Object, List<Fact>>>> byGiven = Map.of();

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

    /**
     * The acts with a day or code in a given field, in their order.
     *
     * @param place place of the field in the layout of acts
     * @return empty if of an act the value is not known, not given, or of another kind
     */
    public Optional<List<Fact>> actsWith(int place, Object value) {
        if (place < 0) {
            return Optional.empty();
        }
        if (byGiven.isEmpty()) {
            byGiven = new HashMap<>();
        }
        return byGiven.computeIfAbsent(place, this::byGiven).map(all -> all.getOrDefault(value, List.of()));
    }

    private Optional<Map<Object, List<Fact>>> byGiven(int place) {
        Map<Object, List<Fact>> all = new HashMap<>();
        for (Fact act : within(Kind.ACT)) {
            Object value = act.own(place);
            if (!(value instanceof LocalDate || value instanceof String) || act.ownOrigin(place) != null) {
                return Optional.empty();
            }
            all.computeIfAbsent(value, v -> new ArrayList<>(2)).add(act);
        }
        return Optional.of(all);
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
        byGiven = Map.of();
    }
}
