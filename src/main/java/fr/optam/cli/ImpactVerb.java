package fr.optam.cli;

import fr.optam.cohort.TableFile;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Limits;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Study;
import fr.optam.compare.impact.Suppression;
import fr.optam.report.html.Lang;
import fr.optam.report.impact.ImpactPage;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    @Parameters(arity = "0..*", paramLabel = "SIDE", description = "A and B: folder, run, overlay or git revision.")
    List<String> sides = new ArrayList<>();

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

    @Mixin
    OutFile out;

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
            names = "--as-one",
            description = "Takes all edits as one: tells who changes and by how much, not because of which of them."
                    + " Many edits take much less time so.")
    boolean asOne;

    @Option(names = "--no-progress", description = "Tells nothing of the progress.")
    boolean quiet;

    @Mixin
    ImpactInput facts;

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
        Optional<ImpactSides.Recording> recording = facts.recording();
        ImpactSides both = ImpactSides.read(sides, rulebook, recording, shell);
        Study study = (asOne ? both.asOne() : both).study();
        Impact impact;
        try (BatchProgress progress = BatchProgress.of("impact", quiet, shell, output.french());
                ImpactFacts years = facts.open(both, study, recording, rulebook.root(), shell, progress)) {
            impact = study(study, both, years, limits, progress);
            if (!quiet) {
                facts.tellRejected(years, shell, output.french());
            }
        }
        tell(impact, both, shell);
        return end(impact, shell);
    }

    private Limits check() throws Failure {
        facts.check();
        if (smallestGroup != null && smallestGroup < 2) {
            throw Failure.usage("--smallest-group", "out of bounds, " + smallestGroup, "Maybe 11.");
        }
        for (Path file : Stream.concat(cases.stream(), shares.stream()).toList()) {
            if (!TableFile.isNamed(file)) {
                throw Failure.usage(file.toString(), "no known ending", "Maybe .csv, .csv.gz or .parquet.");
            }
            Path parent = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(parent)) {
                throw Failure.usage(file.toString(), "no such folder, " + parent, "Maybe it is to be made first.");
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

    private Impact study(Study study, ImpactSides both, ImpactFacts years, Limits limits, BatchProgress progress)
            throws IOException {
        try (CaseFiles files = new CaseFiles(cases, shares, study.edits(), output.french())) {
            progress.deciding(years.size(), 0, 0);
            Study.Done done = study.run(years, facts.cores(), files::add, progress::decided);
            progress.end();
            files.end();
            Impact impact = done.impact(both.from(), both.to(), years.population(done));
            return impact.with(limits.gates(impact, done.greatestLoss()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void tell(Impact impact, ImpactSides both, Shell shell) throws IOException {
        byte[] told =
                switch (output.format) {
                    case json -> CanonicalJson.write(ImpactJson.of(impact, output.french()));
                    case html -> page(impact, both).getBytes(StandardCharsets.UTF_8);
                    default ->
                        new ImpactText(impact, output.french(), out.colour(shell))
                                .whole()
                                .getBytes(StandardCharsets.UTF_8);
                };
        out.write(told, output, shell);
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
}
