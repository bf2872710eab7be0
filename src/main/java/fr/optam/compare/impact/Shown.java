package fr.optam.compare.impact;

import java.util.Optional;

/**
 * Figures as they are shown.
 *
 * @param figures the figures; empty if they are hidden, because they would tell of too few practitioners
 */
public record Shown(Optional<Figures> figures) {
    /** Hidden figures. */
    public static final Shown HIDDEN = new Shown(Optional.empty());

    /** Figures that are shown. */
    public static Shown of(Figures figures) {
        return new Shown(Optional.of(figures));
    }

    /** Whether they are hidden. */
    public boolean hidden() {
        return figures.isEmpty();
    }
}
