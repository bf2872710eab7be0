package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.Optional;

/**
 * What all threads share while a cohort is drawn; nothing of it changes.
 *
 * @param request what is asked for
 * @param tables lists of the rulebook
 * @param days days of the year
 * @param prices prices of letters and associations
 * @param codes codes to draw from
 * @param quantiles distributions
 * @param spread lines a practitioner
 * @param panel who joins and leaves in the years of a panel
 */
record Recipe(
        SampleRequest request,
        SampleTables tables,
        Days days,
        Prices prices,
        CodeBook codes,
        Quantiles quantiles,
        Spread spread,
        Optional<PanelPlan> panel) {

    static Recipe of(SampleRequest request, SampleTables tables) throws IOException {
        Days days = new Days(request.year());
        Quantiles quantiles = Quantiles.shipped();
        return new Recipe(
                request,
                tables,
                days,
                new Prices(tables, days),
                CodeBook.shipped(tables.deliveryCodes(days.last())),
                quantiles,
                new Spread(request, quantiles),
                request.panel().map(panel -> new PanelPlan(request, panel)));
    }

    /** The files of a block, empty yet. */
    Layout layout(Blocks.Block block, Output output, Tally tally) throws IOException {
        return request.layout().equals("dcir")
                ? new DcirLayout(this, block, output, tally)
                : new NeutralLayout(request, days, block, output, tally);
    }
}
