package fr.optam.rulebook.book;

/**
 * Fills of painted cells. Hue and lightness both differ, so that a colour-blind person and a black-and-white print tell
 * them apart; what a fill means is always said in words too, in a comment or in a legend.
 */
public enum Colour {
    /** No fill. */
    NONE(0xFFFFFF),
    /** A mistake. */
    ERROR(0xF0936B),
    /** Probably a mistake. */
    WARNING(0xFFD24D),
    /** Worth knowing. */
    NOTE(0xCFE8F7),
    /** Seen on every side by a scenario. */
    COVERED(0xA9D3F0),
    /** Seen on one side only. */
    HALF_COVERED(0xFFF0B3),
    /** Seen by no scenario. */
    UNCOVERED(0xE8863C),
    /** Each of its mutants fails a scenario. */
    KILLED(0xA9D3F0),
    /** A mutant of it passes every scenario. */
    SURVIVED(0xE8863C),
    /** No mutant of it can be told apart. */
    EQUIVALENT(0xD9D9D9),
    /** Another value than before. */
    CHANGED(0xFFE680),
    /** Not there before. */
    ADDED(0xA9D3F0),
    /** No longer there. */
    REMOVED(0xBFBFBF),
    /** Changed in two ways at once. */
    CONFLICT(0xF0936B);

    private final int rgb;

    Colour(int rgb) {
        this.rgb = rgb;
    }

    /** Red, green and blue, a byte each. */
    public byte[] rgb() {
        return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
    }

    /** As style sheets write it, {@code #f0936b}. */
    public String hex() {
        return String.format(java.util.Locale.ROOT, "#%06x", rgb);
    }
}
