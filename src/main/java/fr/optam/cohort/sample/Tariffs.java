package fr.optam.cohort.sample;

/** Base tariffs: one a code and activity for the whole country, raised for some codes on the first of a month. */
final class Tariffs {

    private static final int SMALLEST = 2_000;
    private static final int LARGEST = 150_000;

    private final Quantiles quantiles;
    private final Days days;

    Tariffs(Quantiles quantiles, Days days) {
        this.quantiles = quantiles;
        this.days = days;
    }

    /**
     * The tariff of one code and activity.
     *
     * @param before cents until the rise
     * @param after cents from the rise on
     * @param from day of the rise
     */
    record Tariff(long before, long after, int from) {

        long on(int day) {
            return day < from ? before : after;
        }
    }

    /** The tariff of a code as billed in a category: it depends on no seed. */
    Tariff of(CodeBook.Code code, Category category) {
        int median =
                switch (category) {
                    case ADC -> 15_000;
                    case ACO -> 33_000;
                    case ADA -> 11_000;
                    default -> 6_000;
                };
        SplitMix64 own = new SplitMix64(code.packed(), category.ordinal(), 0);
        long drawn = quantiles.around(median, Curve.LOGNORMAL_0_70, own);
        long tariff = Math.min(LARGEST, Math.max(SMALLEST, drawn));
        SplitMix64 ofYear =
                new SplitMix64(code.packed(), category.ordinal(), days.date(0).getYear());
        boolean raised = ofYear.perMille(250);
        int month = ofYear.between(2, 11);
        long after = tariff + tariff * ofYear.between(10, 50) / 1_000;
        return new Tariff(
                tariff, raised ? after : tariff, days.date(0).withMonth(month).getDayOfYear() - 1);
    }
}
