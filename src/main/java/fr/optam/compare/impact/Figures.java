package fr.optam.compare.impact;

/**
 * Figures of a group of practitioners or answers. Amounts are cents; only what the list of stakes counts is in them.
 *
 * @param practitioners practitioners of the group, changed or not; where a group is made of changed answers, the same as
 *     {@code changed}
 * @param changed practitioners with a changed answer in the group
 * @param answers changed answers, letters by act group
 * @param lines lines these answers are about: more than {@code answers} where a letter stands for several acts
 * @param gaining practitioners whose balance within the group is above zero
 * @param losing practitioners whose balance within the group is below zero
 * @param gain sum of the balances above zero, cents
 * @param loss sum of the balances below zero, cents; zero or negative
 */
public record Figures(
        long practitioners, long changed, long answers, long lines, long gaining, long losing, long gain, long loss) {
    /** Nobody and nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

    /** What is gained and lost together, cents. */
    public long balance() {
        return gain + loss;
    }

    /** Both together. */
    public Figures plus(Figures other) {
        return new Figures(
                practitioners + other.practitioners,
                changed + other.changed,
                answers + other.answers,
                lines + other.lines,
                gaining + other.gaining,
                losing + other.losing,
                gain + other.gain,
                loss + other.loss);
    }
}
