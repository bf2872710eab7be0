package fr.optam.cli;

import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.ReadingProgress;
import fr.optam.cohort.TableFile;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Limits;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Study;
import fr.optam.compare.impact.Suppression;
import fr.optam.decision.Sentence;
import fr.optam.engine.Grouping;
import fr.optam.report.html.Lang;
import fr.optam.report.impact.ImpactPage;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.Severity;
import fr.optam.run.CanonicalJson;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One cohort under two rulebooks. */
@Command(
        name = "impact",
        sortOptions = false,
        description = {
            "Decides one cohort under two rulebooks: who changes, by how much in euros, because of which cell.",
            "A side is a folder that holds rules-drl and decision-tables, a run, an overlay (compared with what it lies"
                    + " over) or a git revision: HEAD~1, a tag, REVISION:PATH. SIDE+OVERLAY puts an overlay over it. Without"
                    + " B, A is compared with the checkout; without A too, HEAD is, or the rulebook of the run. --overlay"
                    + " without sides: without it against with it.",
            "Without --input and --run: the synthetic cohort that ships. Case files and the text name practitioners:"
                    + " they are personal data."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 a limit is passed, 3 a rulebook is not sound, 4 done, but rows were rejected.",
            "",
            "optam impact",
            "optam impact --overlay guide-2026",
            "optam impact HEAD~1 . --input cohort --year 2025 --max-changed 2%% --max-loss 10000",
            "optam impact --run run-2025 --cases cases.csv --cases cases.parquet",
            "optam impact HEAD . --format html --out impact.html"
        })
final class ImpactVerb implements Verb {
    private static final Path SHIPPED = Path.of("test-scenarios", "cohort", "dcir");
    private static final int SHIPPED_YEAR = 2025;
    private static final int FIRST_YEAR = 2017;
    private static final int FIRST_REJECTED = 3;
    private static final String REJECTED = "rejected.csv";

    @Parameters(arity = "0..*", paramLabel = "SIDE", description = "A and B: folder, run, overlay or git revision.")
    List<String> sides = new ArrayList<>();

    @Option(names = "--input", paramLabel = "DIR", description = "Folder of the input files, as for batch.")
    Path input;

    @Option(names = "--year", paramLabel = "Y", description = "With --input: civil year that is decided.")
    Integer year;

    @Option(
            names = "--layout",
            paramLabel = "neutral|dcir",
            description = "With --input: its layout, neutral or dcir. Default: neutral.")
    BatchVerb.Layout layout;

    @Option(names = "--run", paramLabel = "RUN", description = "A run whose recorded facts are decided again.")
    Path run;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Writes every changed answer with its cause, as .csv, .csv.gz or .parquet. May be repeated."
                    + " Personal data.")
    List<Path> cases = new ArrayList<>();

    @Option(
            names = "--shares",
            paramLabel = "FILE",
            description = "Writes the share of each edit in each changed answer, likewise.")
    List<Path> shares = new ArrayList<>();

    @Option(names = "--rejected", paramLabel = "FILE", description = "Keeps the rejected rows of the input, as .csv.")
    Path rejected;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes what comes out to a file.")
    Path out;

    @Option(
            names = "--smallest-group",
            paramLabel = "N",
            description = "With --format html: hides groups of fewer practitioners, and what would give them away."
                    + " Default: 11; nothing is hidden where all are synthetic.")
    Integer smallestGroup;

    @Option(
            names = "--max-changed",
            paramLabel = "N|P%",
            description = "Exit code 1 if more practitioners change: a number, or a share of the cohort.")
    String maxChanged;

    @Option(names = "--max-loss", paramLabel = "EUR", description = "Exit code 1 if those who lose lose more together.")
    String maxLoss;

    @Option(names = "--max-loss-each", paramLabel = "EUR", description = "Exit code 1 if one of them loses more.")
    String maxLossEach;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that decide. Default: one for each processor.")
    Integer threads;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Memory for sorting and grouping, beside the heap. Default: ${DEFAULT-VALUE}.")
    int memory;

    @Option(names = "--no-progress", description = "Tells nothing of the progress.")
    boolean quiet;

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
        Limits limits = check();
        Optional<ImpactSides.Recording> recording = recording();
        ImpactSides both = ImpactSides.read(sides, rulebook, recording, shell);
        Study study = both.study();
        Impact impact;
        try (ImpactFacts facts = facts(both, study, recording, shell)) {
            impact = study(study, both, facts, limits, shell);
            tellRejected(facts, shell);
        }
        tell(impact, both, shell);
        return end(impact, shell);
    }

    private Limits check() throws Failure {
        if (run != null && (input != null || layout != null)) {
            throw Failure.usage("--run", "goes without --input and --layout", "Maybe one of them only.");
        }
        if (input != null && year == null) {
            throw Failure.usage("--input", "the year is missing", "Maybe --year 2025.");
        }
        if (input == null && (layout != null || year != null)) {
            throw Failure.usage(
                    layout != null ? "--layout" : "--year", "goes with --input only", "Maybe leave it out.");
        }
        if (input != null && !Files.isDirectory(input)) {
            throw Failure.usage("--input", "no such folder, " + input, "Maybe the name is written otherwise.");
        }
        if (year != null && (year < 2017 || year > 2100)) {
            throw Failure.usage("--year", "out of bounds, " + year, "Maybe 2017 to 2100.");
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw Failure.usage("--threads", "out of bounds, " + threads, "Maybe 1 to 1024.");
        }
        if (smallestGroup != null && smallestGroup < 2) {
            throw Failure.usage("--smallest-group", "out of bounds, " + smallestGroup, "Maybe 11.");
        }
        if (memory < 64) {
            throw Failure.usage(
                    "--memory", "out of bounds, " + memory, "Maybe " + CohortRequest.MEMORY_MEGABYTES + ".");
        }
        for (Path file : Stream.concat(cases.stream(), shares.stream()).toList()) {
            if (!TableFile.isNamed(file)) {
                throw Failure.usage(file.toString(), "no known ending", "Maybe .csv, .csv.gz or .parquet.");
            }
        }
        return new Limits(
                limit("--max-changed", maxChanged, Limits.Count::of),
                limit("--max-loss", maxLoss, Limits::number),
                limit("--max-loss-each", maxLossEach, Limits::number));
    }

    private static <T> Optional<T> limit(String option, String text, Function<String, T> read) throws Failure {
        try {
            return Optional.ofNullable(text).map(read);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    option, e.getMessage(), "Maybe " + (option.equals("--max-changed") ? "20 or 2%." : "10000."));
        }
    }

    private Optional<ImpactSides.Recording> recording() throws Failure, IOException {
        if (run == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ImpactSides.Recording(run, RunReader.open(run)));
        } catch (RunRefused e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e)), e);
        }
    }

    private ImpactFacts facts(ImpactSides both, Study study, Optional<ImpactSides.Recording> recording, Shell shell)
            throws Failure, IOException {
        if (recording.isPresent()) {
            check(study, recording.get().reader(), shell);
            return new ImpactFacts.OfRun(run, recording.get().reader());
        }
        boolean shipped = input == null;
        int which = shipped ? SHIPPED_YEAR : year;
        Set<Integer> reference = new TreeSet<>(new RulebookTables(both.before().rulebook()).referenceYears(which));
        reference.addAll(new RulebookTables(both.after()).referenceYears(which));
        Path folder = shipped ? rulebook.root().resolve(SHIPPED) : input;
        Path work = Files.createTempDirectory("optam-impact");
        Path aside = rejected == null ? work.resolve(REJECTED) : rejected;
        try {
            return ImpactFacts.OfInput.open(
                    new CohortRequest(
                                    folder,
                                    which,
                                    work.resolve("work"),
                                    aside,
                                    reference,
                                    memory,
                                    cores(),
                                    ReadingProgress.NONE)
                            .grouped(grouping(study)),
                    shipped || layout == BatchVerb.Layout.dcir,
                    shipped ? Population.Kind.SHIPPED : Population.Kind.INPUT,
                    shipped ? SHIPPED.toString() : input.toString(),
                    work);
        } catch (InputUnusable e) {
            ImpactFacts.OfInput.delete(work);
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e.trouble())), e);
        }
    }

    private static Grouping grouping(Study study) throws Failure {
        try {
            return study.grouping();
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        }
    }

    /** A run grouped its acts as its own rulebook needs it: another that reads more of them needs the input itself. */
    private void check(Study study, RunReader reader, Shell shell) throws Failure {
        try {
            if (sides.isEmpty() && study.isSameOfActs()) {
                return;
            }
            Path cache = Home.cache(Home.checkout(), shell.environment());
            Rulebook own = RulebookLoader.loadToDecide(reader.rulebook(cache));
            List<String> lacking = Grouping.of(own)
                    .lacking(
                            grouping(study),
                            LocalDate.of(FIRST_YEAR, Month.JANUARY, 1),
                            LocalDate.of(reader.year(), Month.DECEMBER, 31));
            if (!lacking.isEmpty()) {
                throw new Failure(
                        Exit.USAGE,
                        new Complaint(
                                "RUN_LACKS",
                                Severity.ERROR,
                                run.toString(),
                                "",
                                Complaint.Place.NONE,
                                new Sentence(
                                        "ne suffit pas, il faut --input\u00A0: ce dossier de run n’a pas gardé des actes"
                                                + " ce que l’autre référentiel en lit, " + String.join(", ", lacking),
                                        "is not enough, this needs --input: the run did not keep of its acts what the"
                                                + " other rulebook reads, " + String.join(", ", lacking)),
                                new Sentence(
                                        "Peut-être --input DOSSIER --year " + reader.year() + ".",
                                        "Maybe --input DIR --year " + reader.year() + ".")));
            }
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        }
    }

    private int cores() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private Impact study(Study study, ImpactSides both, ImpactFacts facts, Limits limits, Shell shell)
            throws IOException {
        try (CaseFiles files = new CaseFiles(cases, shares, study.edits(), output.french());
                BatchProgress progress = BatchProgress.of("impact", quiet, shell, output.french())) {
            progress.deciding(facts.size(), 0, 0);
            Study.Done done = study.run(facts, cores(), files::add, progress::decided);
            progress.end();
            files.end();
            Impact impact = done.impact(both.from(), both.to(), facts.population(done));
            return impact.with(limits.gates(impact, done.greatestLoss()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void tell(Impact impact, ImpactSides both, Shell shell) throws IOException {
        byte[] told =
                switch (output.format) {
                    case json -> line(CanonicalJson.write(ImpactJson.of(impact, output.french())));
                    case html -> page(impact, both).getBytes(StandardCharsets.UTF_8);
                    default ->
                        new ImpactText(impact, output.french(), shell.colour() && out == null)
                                .whole()
                                .getBytes(StandardCharsets.UTF_8);
                };
        if (out == null) {
            shell.out().write(told);
        } else {
            Path part = out.resolveSibling(out.getFileName() + ".part");
            Files.write(part, told);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] line(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** A page is made to be shared: small groups are hidden in it and nobody is named, unless nobody is a person. */
    private String page(Impact impact, ImpactSides both) {
        boolean open = impact.population().synthetic() && smallestGroup == null;
        int smallest = smallestGroup == null ? Suppression.SMALLEST_GROUP : smallestGroup;
        return ImpactPage.of(
                open ? impact : Suppression.of(impact, smallest),
                both.before().rulebook(),
                both.after(),
                open,
                output.french() ? Lang.FR : Lang.EN);
    }

    private int end(Impact impact, Shell shell) {
        ImpactGates gates = new ImpactGates(impact, output.french());
        gates.lines(!cases.isEmpty()).forEach(shell.err()::println);
        if (!gates.passed()) {
            return Exit.FAILED;
        }
        return impact.population().rejected() > 0 && impact.population().kind() == Population.Kind.INPUT
                ? Exit.PARTLY
                : Exit.DONE;
    }

    /** The first rejected rows, and where all of them are. */
    private void tellRejected(ImpactFacts facts, Shell shell) throws IOException {
        long number = facts.read().map(CohortSummary::rejected).orElse(0L);
        if (number == 0 || input == null || quiet) {
            return;
        }
        Path file = rejected == null ? ((ImpactFacts.OfInput) facts).work().resolve(REJECTED) : rejected;
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).limit(FIRST_REJECTED).forEach(shell.err()::println);
        }
        shell.err()
                .println(
                        output.french()
                                ? "optam impact\u00A0: " + number + " ligne" + (number > 1 ? "s" : "") + " rejetée"
                                        + (number > 1 ? "s" : "") + ", "
                                        + (rejected == null
                                                ? "--rejected FICHIER.csv les garde."
                                                : "dans " + rejected + ".")
                                : "optam impact: " + number + " row" + (number > 1 ? "s" : "") + " rejected, "
                                        + (rejected == null
                                                ? "--rejected FILE.csv keeps them."
                                                : "in " + rejected + "."));
    }
}
