package fr.optam.cli;

import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.InputUnusable;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Study;
import fr.optam.decision.Sentence;
import fr.optam.engine.Grouping;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.Severity;
import fr.optam.run.Progress;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that name the practitioner-years of a comparison of effects, and what opens them. */
final class ImpactInput {
    private static final Path SHIPPED = Path.of("test-scenarios", "cohort", "dcir");
    private static final int SHIPPED_YEAR = 2025;
    private static final int FIRST_YEAR = 2017;
    private static final int FIRST_REJECTED = 3;
    private static final String REJECTED = "rejected.csv";

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

    @Option(names = "--rejected", paramLabel = "FILE", description = "Keeps the rejected rows of the input, as .csv.")
    Path rejected;

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

    /** Refuses what does not go together. */
    void check() throws Failure {
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
        if (memory < 64) {
            throw Failure.usage(
                    "--memory", "out of bounds, " + memory, "Maybe " + CohortRequest.MEMORY_MEGABYTES + ".");
        }
    }

    /** The run, opened, if one is asked for. */
    Optional<ImpactSides.Recording> recording() throws Failure, IOException {
        if (run == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ImpactSides.Recording(run, RunReader.open(run)));
        } catch (RunRefused e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e)), e);
        }
    }

    /** Opens them; those of input files are read now. */
    ImpactFacts open(
            ImpactSides both,
            Study study,
            Optional<ImpactSides.Recording> recording,
            Path root,
            Shell shell,
            Progress progress)
            throws Failure, IOException {
        if (recording.isPresent()) {
            check(both, study, recording.get().reader(), shell);
            return new ImpactFacts.OfRun(run, recording.get().reader());
        }
        boolean shipped = input == null;
        int which = shipped ? SHIPPED_YEAR : year;
        Set<Integer> reference = new TreeSet<>(new RulebookTables(both.before().rulebook()).referenceYears(which));
        reference.addAll(new RulebookTables(both.after()).referenceYears(which));
        Path folder = shipped ? root.resolve(SHIPPED) : input;
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
                                    progress::reading)
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
    private void check(ImpactSides both, Study study, RunReader reader, Shell shell) throws Failure {
        try {
            if (both.from().equals(run.toString()) && study.isSameOfActs()) {
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

    /** Threads that decide. */
    int cores() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The first rejected rows, and where all of them are. */
    void tellRejected(ImpactFacts facts, Shell shell, boolean french) throws IOException {
        long number = facts.read().map(CohortSummary::rejected).orElse(0L);
        if (number == 0 || input == null) {
            return;
        }
        Path file = rejected == null ? ((ImpactFacts.OfInput) facts).work().resolve(REJECTED) : rejected;
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).limit(FIRST_REJECTED).forEach(shell.err()::println);
        }
        shell.err()
                .println(
                        french
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
