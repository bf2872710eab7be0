package fr.optam.cli;

import fr.optam.cohort.CohortRequest;
import fr.optam.compare.impact.Suppression;
import fr.optam.compare.trend.Assumptions;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Shared;
import fr.optam.compare.trend.Spiral;
import fr.optam.compare.trend.Target;
import fr.optam.compare.trend.TrendCount;
import fr.optam.compare.trend.Viewer;
import fr.optam.engine.Engine;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A cohort over years. */
@Command(
        name = "trend",
        sortOptions = false,
        description = {
            "A cohort over years: membership, observed and committed rates, what each reading of the rules does to the"
                    + " rates of the year ahead, and a model of what happens when a mean is taken over those who stay.",
            "Years come from runs, read as they were recorded, or from folders, decided now. The year ahead and the"
                    + " model are decided with the rulebook of this call."
        },
        footer = {
            "",
            "optam trend run-2023 run-2024 run-2025",
            "optam trend --input cohort --years 2021-2025 --target 0.60",
            "optam trend --input 2024=old --input 2025=new --format html --out trend.html --tables trend.csv"
        })
final class TrendVerb implements Verb {
    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Runs, each of its own year.")
    List<Path> runs = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "[Y=]DIR",
            description =
                    "Folder of input files: of one year, 2021=DIR, or with --years. A folder that holds one folder"
                            + " a year, DIR/2021, is read so; else the same files are read for each year. May be given several"
                            + " times.")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--years", paramLabel = "YEARS", description = "Years of --input DIR, 2021-2025 or 2021,2023,2025.")
    String years;

    @Option(
            names = "--layout",
            paramLabel = "neutral|dcir",
            defaultValue = "neutral",
            description = "Layout of the folders: ${COMPLETION-CANDIDATES}. Default: neutral.")
    BatchVerb.Layout layout;

    @Option(
            names = "--target",
            paramLabel = "SHARE",
            description = "Share of members among those who may join that is aimed at, 0.60 for 60 %%.")
    BigDecimal target;

    @Option(
            names = "--reading",
            paramLabel = "NAME=OVERLAY",
            description =
                    "A further reading of the rules for the year ahead; OVERLAY+OVERLAY lays several. May be given"
                            + " several times. Those of reference/lectures are always there.")
    List<String> readings = new ArrayList<>();

    @Option(
            names = "--assume",
            paramLabel = "NAME=VALUE",
            description =
                    "Another value of an assumption of the model of renewals, for this call: LEAVE_ABOVE=3.00,"
                            + " ADAPT=0.5, GROWTH=1.00, ROUNDS=20; all stand in reference/hypotheses. May be given several times.")
    Map<String, String> assumed = new TreeMap<>();

    @Mixin
    OutFile out;

    @Option(
            names = "--tables",
            paramLabel = "FILE",
            description =
                    "Writes the long table too, every figure by year, measure and group: FILE.csv or FILE.parquet.")
    Path tables;

    @Option(
            names = "--smallest-group",
            paramLabel = "N",
            description =
                    "The page and the long table hide groups of fewer practitioners, and what would give them away."
                            + " Default: 11; 0 for a cohort whose practitioners are all synthetic. Text and JSON are whole, for"
                            + " working with.")
    Integer smallest;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that decide; no byte depends on them. Default: one for each processor.")
    Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Memory for reading a folder, beside the heap. Default: ${DEFAULT-VALUE}.")
    int memory;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public List<OutputOptions.Format> formats() {
        return List.of(OutputOptions.Format.text, OutputOptions.Format.json, OutputOptions.Format.html);
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        check();
        List<TrendSource> sources = TrendInputs.of(runs, inputs, years);
        TrendResult result = result(shell, sources);
        int least = smallest != null ? smallest : result.count().synthetic() ? 0 : Suppression.SMALLEST_GROUP;
        Shared shared = least == 0 ? Shared.whole(result.figures()) : Shared.of(result.figures(), least);
        if (tables != null) {
            TrendTable.write(shared, tables);
        }
        out.write(said(result, shared), output, shell);
        return result.whole() ? Exit.DONE : Exit.PARTLY;
    }

    private byte[] said(TrendResult result, Shared shared) {
        if (output.json()) {
            return CanonicalJson.write(new TrendJson(result).json());
        }
        String text = output.format == OutputOptions.Format.html
                ? TrendPage.of(result, shared, output.french() ? Lang.FR : Lang.EN)
                : new TrendText(result, output.french()).text();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private TrendResult result(Shell shell, List<TrendSource> sources) throws Failure, IOException {
        Engine engine = rulebook.engine(shell);
        Assumptions assumptions = assumptions(engine);
        TrendReadings lectures = TrendReadings.of(engine, readings, rulebook, shell);
        int last = sources.get(sources.size() - 1).year();
        Set<Integer> kept = sources.stream().map(TrendSource::year).collect(Collectors.toCollection(TreeSet::new));
        lectures.engines().forEach(e -> kept.addAll(new RulebookTables(e.rulebook()).referenceYears(last + 1)));
        int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        Path work = Files.createTempDirectory("optam-trend");
        try {
            TrendSetting setting = new TrendSetting(
                    engine, kept, layout, work, Home.cache(Home.checkout(), shell.environment()), cores, memory);
            List<TrendYear.Read> reads = new ArrayList<>();
            for (TrendSource source : sources) {
                reads.add(new TrendYear(setting).read(source));
            }
            TrendCount count = new TrendCount(
                    sources.stream().map(TrendSource::year).collect(Collectors.toCollection(TreeSet::new)));
            Readings ahead = new Readings(last + 1, lectures.names(), Viewer.rates(engine));
            List<Spiral.Member> stayers = new ArrayList<>();
            new TrendWork(count, Optional.of(ahead), lectures.engines(), cores, s -> Spiral.Member.of(
                                    s.view(), s.facts(), assumptions.rate())
                            .ifPresent(stayers::add))
                    .run(reads);
            List<Target> targets = new ArrayList<>(Target.of(engine.rulebook()));
            if (target != null) {
                targets.add(0, Target.given(target));
            }
            return TrendResult.of(
                    reads,
                    count,
                    targets,
                    stayers.isEmpty() ? Optional.empty() : Optional.of(ahead),
                    lectures.words(),
                    stayers.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    spiral(engine, assumptions, last + 1, cores).run(stayers)),
                    engine.rulebook(),
                    TrendNotes.of(reads, count, new RulebookTables(engine.rulebook()).referenceYears(last + 1)));
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        } finally {
            delete(work);
        }
    }

    private Assumptions assumptions(Engine engine) throws Failure {
        try {
            return Assumptions.of(engine.rulebook(), assumed);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of("USAGE", e.getMessage())), e);
        }
    }

    private static Spiral spiral(Engine engine, Assumptions assumptions, int year, int threads)
            throws Failure, RulebookInvalid {
        try {
            return new Spiral(engine, assumptions, year, threads);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of("USAGE", e.getMessage())), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private void check() throws Failure {
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw Failure.usage("--threads", "out of bounds, " + threads, "Maybe 1 to 1024.");
        }
        if (memory < 64) {
            throw Failure.usage(
                    "--memory", "out of bounds, " + memory, "Maybe " + CohortRequest.MEMORY_MEGABYTES + ".");
        }
        if (smallest != null && (smallest < 0 || smallest > 1_000_000)) {
            throw Failure.usage("--smallest-group", "out of bounds, " + smallest, "Maybe 11.");
        }
        if (tables != null && !TrendTable.writes(tables)) {
            throw Failure.usage("--tables", "neither .csv nor .parquet, " + tables, "Maybe " + tables + ".csv.");
        }
        for (Path file : Stream.of(out.file, tables).filter(Objects::nonNull).toList()) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder) || Files.isDirectory(file)) {
                throw Failure.usage(file.toString(), "can't be written, " + folder, "Maybe another folder.");
            }
        }
        if (target != null && (target.signum() < 0 || target.compareTo(BigDecimal.ONE) > 0)) {
            throw Failure.usage("--target", "out of bounds, " + target, "Maybe 0.60 for 60 %.");
        }
    }
}
