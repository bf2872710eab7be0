package fr.optam.cohort.sample;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a synthetic cohort: the entry point of the verb {@code sample}. */
public final class Sample {

    private Sample() {}

    /**
     * What was written.
     *
     * @param practitioners number of practitioners
     * @param acts number of act lines drawn
     * @param rows rows by file name, headers left out
     * @param planted number of each planted fault, edge, event, unknown fact, rejected and excluded row, by dotted name
     */
    public record Written(
            int practitioners, long acts, SortedMap<String, Long> rows, SortedMap<String, Long> planted) {}

    /**
     * Writes the files and {@code sample.json}, the summary with the seed and what was planted.
     *
     * <p>Same request and same tables, same bytes. One practitioner at a time is in memory.
     *
     * @throws IOException if the directory holds something else than an earlier sample, or can't be written
     * @throws IllegalArgumentException if the tables lack a row that the recipe can't do without
     */
    public static Written write(SampleRequest request, SampleTables tables) throws IOException {
        Days days = new Days(request.year());
        Prices prices = new Prices(tables, days);
        CodeBook codes = CodeBook.shipped(tables.deliveryCodes(days.last()));
        Tally tally = new Tally();
        CaseDraw cases = new CaseDraw(request, tables, days, prices, codes, tally);
        long acts = 0;
        SortedMap<String, Long> rows;
        Output output = new Output(request.out(), request.format().equals("csv.gz"));
        boolean dcir = request.layout().equals("dcir");
        try (Layout layout = dcir
                ? new DcirLayout(request, days, prices, codes, output, tally)
                : new NeutralLayout(request, days, output, tally)) {
            for (int number = 1; number <= request.practitioners(); number++) {
                Drawn drawn = cases.draw(number);
                layout.write(drawn, cases.acts());
                acts += cases.acts().count;
            }
            rows = layout.rows();
        }
        if (request.format().equals("parquet")) {
            rows = Parquet.convert(request, rows);
        }
        Written written = new Written(request.practitioners(), acts, new TreeMap<>(rows), tally.counts());
        SampleJson.write(request, written);
        return written;
    }
}
