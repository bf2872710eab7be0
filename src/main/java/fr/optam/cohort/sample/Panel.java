package fr.optam.cohort.sample;

/**
 * The same practitioners over several years, with a known drift.
 *
 * @param first first year
 * @param last last year
 * @param overrunDrift rise of every overrun rate of free fees a year, ten-thousandths
 * @param membershipDrift rise of the share of members among all practitioners a year, ten-thousandths
 */
public record Panel(int first, int last, int overrunDrift, int membershipDrift) {
    private static final int WHOLE = 10_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a value is out of bounds, naming it
     */
    public Panel {
        if (last < first || last - first > 30) {
            throw new IllegalArgumentException("--years: out of bounds, " + first + "-" + last + ". Maybe 2021-2025.");
        }
        if (Math.abs(overrunDrift) > WHOLE / 10 || Math.abs(membershipDrift) > WHOLE) {
            throw new IllegalArgumentException("--drift: out of bounds, overrun " + overrunDrift + ", membership "
                    + membershipDrift + " ten-thousandths a year. Maybe overrun=+0.01 and membership=+0.02.");
        }
    }

    /** What the overrun rate of a year is above that of the first year, ten-thousandths. */
    int overrun(int year) {
        return overrunDrift * (year - first);
    }
}
