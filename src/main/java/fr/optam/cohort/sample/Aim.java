package fr.optam.cohort.sample;

/**
 * Steps 9 to 12 of the recipe: the two rates to reach, and how far they are from what was signed.
 *
 * @param overrunRate overrun rate of the year, ten-thousandths
 * @param opposableShare probability that an act carries no overrun, ten-thousandths
 * @param overrunGap observed less signed overrun rate, ten-thousandths: missed if above 0, met with a margin if below
 * @param shareGap signed less observed opposable share, ten-thousandths, same sense
 * @param signed both rates are signed
 */
record Aim(int overrunRate, int opposableShare, int overrunGap, int shareGap, boolean signed) {
    private static final int LEAST = 100;

    /**
     * The same practitioner when the overrun rate has risen and what was signed has stayed.
     *
     * @param tenThousandths how much it has risen
     * @param member whether a rate is signed at all by then
     */
    Aim above(int tenThousandths, boolean member) {
        int rate = overrunRate == 0 ? 0 : Math.max(LEAST, overrunRate + tenThousandths);
        return new Aim(rate, opposableShare, overrunGap + rate - overrunRate, shareGap, signed && member);
    }
}
