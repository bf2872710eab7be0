package fr.optam.cli;

import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.InputUnusable;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.explain.CrossCheck;
import fr.optam.fact.PractitionerYear;
import fr.optam.run.BatchRequest;
import fr.optam.run.CanonicalJson;
import fr.optam.run.RunRefused;
import fr.optam.run.RunSummary;
import fr.optam.run.Seal;
import fr.optam.run.SecondLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A cohort in, a run directory out. */
@Command(
        name = "batch",
        sortOptions = false,
        description =
                "Decides a cohort and writes a run directory: decisions, the facts they used, the rulebook that decided,"
                        + " rejected rows, a summary, and a manifest with digests.",
        footer = {
            "",
            "optam batch --input cohort --year 2025 --out run-2025",
            "optam batch --input extract --layout dcir --year 2025 --out run-2025 --resume"
        })
final class BatchVerb implements Verb {
    /** Layouts of the input. */
    enum Layout {
        neutral,
        dcir
    }

    @Option(names = "--input", required = true, paramLabel = "DIR", description = "Folder of the input files.")
    String input;

    @Option(names = "--year", required = true, paramLabel = "Y", description = "Civil year that is decided.")
    int year;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "RUN",
            description = "The run directory; made if it is not there.")
    Path out;

    @Option(
            names = "--layout",
            paramLabel = "neutral|dcir",
            defaultValue = "neutral",
            description = "Layout of the input: ${COMPLETION-CANDIDATES}. Default: neutral.")
    Layout layout;

    @Option(names = "--resume", description = "Goes on with a run that was cut off; begins one if there is none.")
    boolean resume;

    @Option(
            names = "--paid-until",
            paramLabel = "DATE",
            description = "With --layout dcir: last day of payment that is read. Default: 31 March of the year after.")
    LocalDate paidUntil;

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

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description = "Ed25519 private key, PKCS #8 in PEM, that signs the manifest of the run.")
    Path signKey;

    @Option(
            names = "--cross-check",
            paramLabel = "PERCENT",
            arity = "0..1",
            defaultValue = "1",
            fallbackValue = "100",
            description =
                    "Share of the practitioners that are decided a second time without the rule engine; where both"
                            + " disagree, the decision carries a problem and the exit code is 4. Default: ${DEFAULT-VALUE};"
                            + " without a number: 100.")
    int crossCheck;

    @Option(names = "--no-progress", description = "Tells nothing of the progress.")
    boolean quiet;

    @Spec
    CommandSpec spec;

    private final BatchWork work;

    BatchVerb() {
        this(BatchWork.HERE);
    }

    BatchVerb(BatchWork work) {
        this.work = work;
    }

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
        check();
        Instant begin = Instant.now();
        Engine engine = rulebook.engine(shell);
        int cores = threads == null ? work.threads() : threads;
        Set<Integer> reference = Set.copyOf(new RulebookTables(engine.rulebook()).referenceYears(year));
        BatchRequest request = new BatchRequest(
                Path.of(input),
                layout.name(),
                year,
                Optional.ofNullable(paidUntil),
                reference,
                out,
                resume,
                cores,
                memory,
                output.lang.name(),
                Verbs.Version.text(),
                signer(),
                look(engine));
        RunSummary summary = decide(request, engine, shell, begin);
        if (output.json()) {
            shell.line(CanonicalJson.write(summary.json()));
        } else {
            shell.print(summary.text());
        }
        return summary.whole() ? Exit.DONE : Exit.PARTLY;
    }

    /** Practitioners are drawn by their id, so that the same ones are looked at in every run. */
    private SecondLook look(Engine engine) {
        if (crossCheck == 0) {
            return SecondLook.NONE;
        }
        return new Drawn(new CrossCheck(engine), crossCheck);
    }

    private record Drawn(CrossCheck check, int percent) implements SecondLook {
        @Override
        public Decision at(PractitionerYear facts, Decision decision) {
            return CrossCheck.drawn(facts.practitioner().id(), percent)
                    ? check.check(facts, decision, Detail.RUN)
                    : decision;
        }
    }

    private Seal.Signer signer() throws Failure, IOException {
        if (signKey == null) {
            return Seal.Signer.NONE;
        }
        try {
            return Seal.signer(Files.readString(signKey));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw Failure.usage(
                    signKey.toString(),
                    e.getMessage(),
                    "Maybe openssl genpkey -algorithm ed25519 -out KEY.pem makes one.");
        }
    }

    private RunSummary decide(BatchRequest request, Engine engine, Shell shell, Instant begin)
            throws Failure, IOException {
        BatchProgress progress = BatchProgress.of("batch", quiet, shell, output.french());
        Farewell farewell = new Farewell(
                shell,
                out,
                Farewell.command(spec.commandLine().getParseResult().originalArgs()),
                output.french(),
                progress::end);
        try (progress) {
            RunSummary summary = work.run(request, input, engine, progress);
            progress.end();
            if (!quiet) {
                shell.err().println(done(summary, progress.wasComplete(), begin));
                progress.times()
                        .ifPresent(t -> StageShares.lines(t, output.french()).forEach(shell.err()::println));
            }
            return summary;
        } catch (InputUnusable e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e.trouble())), e);
        } catch (RunRefused e) {
            throw new Failure(Exit.USAGE, List.of(Complaint.of(e)), e);
        } finally {
            farewell.end();
        }
    }

    private String done(RunSummary summary, boolean before, Instant begin) {
        ProgressText text = new ProgressText(output.french(), "");
        String count = text.number(summary.decided());
        long tenths = Duration.between(begin, Instant.now()).toMillis() / 100;
        if (output.french()) {
            return "optam batch\u00a0: "
                    + (before
                            ? out + " est déjà complet, " + count + " décisions, rien à faire"
                            : count + " décisions en " + tenths / 10 + "," + tenths % 10 + "\u00a0s, " + out);
        }
        return "optam batch: "
                + (before
                        ? out + " is complete already, " + count + " decided, nothing to do"
                        : count + " decided in " + tenths / 10 + "." + tenths % 10 + " s, " + out);
    }

    private void check() throws Failure, IOException {
        if (!work.isFolder(input)) {
            throw Failure.usage("--input", "no such folder, " + input, "Maybe the name is written otherwise.");
        }
        if (year < 2017 || year > 2100) {
            throw Failure.usage("--year", "out of bounds, " + year, "Maybe 2017 to 2100.");
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw Failure.usage("--threads", "out of bounds, " + threads, "Maybe 1 to 1024.");
        }
        if (crossCheck < 0 || crossCheck > 100) {
            throw Failure.usage("--cross-check", "out of bounds, " + crossCheck, "Maybe 0 to 100.");
        }
        if (memory < 64) {
            throw Failure.usage(
                    "--memory", "out of bounds, " + memory, "Maybe " + CohortRequest.MEMORY_MEGABYTES + ".");
        }
        if (paidUntil != null && layout != Layout.dcir) {
            throw Failure.usage("--paid-until", "goes with --layout dcir only, " + paidUntil, "Maybe leave it out.");
        }
    }
}
