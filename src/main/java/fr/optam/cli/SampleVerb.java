package fr.optam.cli;

import fr.optam.cohort.sample.Panel;
import fr.optam.cohort.sample.Sample;
import fr.optam.cohort.sample.SampleRequest;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a synthetic cohort. */
@Command(
        name = "sample",
        sortOptions = false,
        description =
                "Writes a synthetic cohort with a known share of each irregularity. The same seed gives the same bytes.",
        footer = {
            "",
            "optam sample --practitioners 1000 --seed 7 --out cohort",
            "optam sample --practitioners 200 --seed 7 --layout dcir --bad-rows 0.001 --out extract",
            "optam sample --practitioners 500 --seed 7 --acts 60 --years 2021-2025 --drift overrun=+0.01 --out years",
            "optam sample --practitioners 112159 --acts 2680 --seed 7 --profile national --files parquet --out nation"
        })
final class SampleVerb implements Verb {
    @Option(names = "--practitioners", required = true, paramLabel = "N", description = "Number of practitioners.")
    int practitioners;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Seed of the generator.")
    long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory to write; made if it is not there.")
    Path out;

    @Option(
            names = "--layout",
            paramLabel = "neutral|dcir",
            defaultValue = "neutral",
            description = "Layout. Default: ${DEFAULT-VALUE}.")
    String layout;

    @Option(
            names = "--year",
            paramLabel = "Y",
            defaultValue = "2025",
            description = "Civil year. Default: ${DEFAULT-VALUE}.")
    int year;

    @Option(
            names = "--acts",
            paramLabel = "N",
            description = "Mean act lines of a practitioner: most have fewer, some many more. Default: 20 to 800 each.")
    Integer acts;

    @Option(
            names = "--profile",
            paramLabel = "options|national",
            defaultValue = "options",
            description = "Mostly members of an option, or national shares. Default: ${DEFAULT-VALUE}.")
    String profile;

    @Option(
            names = "--files",
            paramLabel = "csv|csv.gz|parquet",
            defaultValue = "csv",
            description = "Form of the files. Default: ${DEFAULT-VALUE}.")
    String files;

    @Option(
            names = "--bad-rows",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of act lines after which a defective row is planted, 0 to 1. Default: ${DEFAULT-VALUE}.")
    BigDecimal badRows;

    @Option(
            names = "--order",
            paramLabel = "practitioner|date",
            defaultValue = "practitioner",
            description = "Order of the acts: practitioner by practitioner, or by date with practitioners mixed, as"
                    + " claims come in (sorted on disk, in the output directory). Default: ${DEFAULT-VALUE}.")
    String order;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that draw and write; no byte depends on them. Default: one for each processor.")
    Integer threads;

    @Option(names = "--no-progress", description = "Tells nothing of the progress.")
    boolean quiet;

    @Mixin
    SampleYears panel;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        SampleRequest request;
        Optional<Panel> over;
        try {
            over = panel.panel();
            request = new SampleRequest(
                    practitioners,
                    seed,
                    out,
                    layout,
                    year,
                    acts == null ? OptionalInt.empty() : OptionalInt.of(acts),
                    profile,
                    files,
                    badRows,
                    order,
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of("USAGE", e.getMessage())), e);
        }
        RulebookTables tables = new RulebookTables(rulebook.load(shell));
        if (over.isPresent()) {
            return years(shell, request, over.get(), tables);
        }
        Sample.Written written;
        try (SampleProgress progress = SampleProgress.of(quiet, shell, practitioners)) {
            written = Sample.write(request, tables, progress);
        }
        if (output.json()) {
            Map<String, Object> json = new TreeMap<>();
            json.put("out", out.toString());
            json.put("practitioners", written.practitioners());
            json.put("acts", written.acts());
            json.put("rows", written.rows());
            json.put("planted", written.planted());
            shell.line(CanonicalJson.write(json));
        } else {
            shell.print(text(written, out));
        }
        return Exit.DONE;
    }

    private int years(Shell shell, SampleRequest request, Panel over, RulebookTables tables)
            throws Failure, IOException {
        SortedMap<Integer, Sample.Written> written;
        int steps = over.last() - over.first() + 1;
        try (SampleProgress progress =
                SampleProgress.of(quiet, shell, (int) Math.min(Integer.MAX_VALUE, (long) practitioners * steps))) {
            written = Sample.write(request, over, tables, progress);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of("USAGE", e.getMessage())), e);
        }
        if (output.json()) {
            Map<String, Object> json = new TreeMap<>();
            json.put("out", out.toString());
            Map<String, Object> years = new TreeMap<>();
            written.forEach((year, each) -> years.put(
                    String.valueOf(year),
                    Map.of(
                            "practitioners", each.practitioners(),
                            "acts", each.acts(),
                            "rows", each.rows(),
                            "planted", each.planted())));
            json.put("years", years);
            shell.line(CanonicalJson.write(json));
        } else {
            for (Map.Entry<Integer, Sample.Written> each : written.entrySet()) {
                shell.print(text(each.getValue(), out.resolve(String.valueOf(each.getKey()))));
            }
        }
        return Exit.DONE;
    }

    private String text(Sample.Written written, Path folder) {
        StringBuilder text = new StringBuilder(String.format(
                java.util.Locale.ROOT,
                output.french()
                        ? "SYNTHETIC : %d praticiens, %d lignes d’actes, graine %d, dans %s\n"
                        : "SYNTHETIC: %d practitioners, %d act lines, seed %d, in %s\n",
                written.practitioners(),
                written.acts(),
                seed,
                folder));
        written.rows()
                .forEach((file, rows) ->
                        text.append(String.format(java.util.Locale.ROOT, "  %-24s %12d\n", file, rows)));
        return text.toString();
    }
}
