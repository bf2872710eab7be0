package fr.optam.cohort.sample;

/** How many act lines a practitioner has: a spread of 20 to 800, or skewed around the mean asked for. */
final class Spread {

    private static final int STREAM = 8;
    private static final int FEWEST = 20;
    private static final int MOST = 800;
    private static final long MILLION = 1_000_000;

    private final SampleRequest request;
    private final Quantiles quantiles;
    private final long curveMean;

    Spread(SampleRequest request, Quantiles quantiles) {
        this.request = request;
        this.quantiles = quantiles;
        curveMean = quantiles.mean(Curve.LOGNORMAL_0_60);
    }

    /** Lines of this practitioner, at least one. */
    int lines(int number) {
        SplitMix64 random = new SplitMix64(request.seed(), number, STREAM);
        if (request.acts().isEmpty()) {
            return random.between(FEWEST, MOST);
        }
        long millionths =
                request.acts().getAsInt() * MILLION * quantiles.draw(Curve.LOGNORMAL_0_60, random) / curveMean;
        int rest = (int) (millionths % MILLION);
        return (int) Math.max(1, millionths / MILLION + (random.below((int) MILLION) < rest ? 1 : 0));
    }

    /** The mean, for the planning of blocks. */
    static int mean(SampleRequest request) {
        return request.acts().orElse((FEWEST + MOST) / 2);
    }
}
