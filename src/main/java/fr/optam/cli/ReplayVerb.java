package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.explain.CrossCheck;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.run.CanonicalJson;
import fr.optam.run.Progress;
import fr.optam.run.Recorded;
import fr.optam.run.Replay;
import fr.optam.run.Replayed;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides a run again. */
@Command(
        name = "replay",
        sortOptions = false,
        description =
                "Decides again from what the run recorded, and compares byte for byte; with --rulebook or --overlay, with"
                        + " that rulebook, and compares answer by answer. Exit code 5 if something differs.",
        footer = {
            "",
            "optam replay run-2025",
            "optam replay run-2025 --practitioner 751234567",
            "optam replay run-2025 --rulebook changed --format json"
        })
final class ReplayVerb implements Verb {
    @Parameters(paramLabel = "RUN", description = "The run directory.")
    Path run;

    @Option(names = "--practitioner", paramLabel = "ID", description = "Only this practitioner.")
    String practitioner;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that decide. Default: one for each processor.")
    Integer threads;

    @Option(names = "--no-progress", description = "Tells nothing of the progress.")
    boolean quiet;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    private final List<Object> told = new ArrayList<>();

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Instant begin = Instant.now();
        boolean other = rulebook.rulebook != null || !rulebook.overlays.isEmpty();
        try {
            RunReader reader = RunReader.open(run);
            Replay replay;
            Engine engine = other ? rulebook.engine(shell) : recorded(reader, shell);
            note(shell, reader);
            CrossCheck check = new CrossCheck(engine);
            try (BatchProgress progress = BatchProgress.of("replay", quiet, shell, output.french())) {
                replay = new Replay(
                        engine,
                        reader.form(),
                        !other,
                        (facts, decision) ->
                                check.check(facts, decision, reader.form().detail()),
                        each -> tell(shell, each),
                        practitioner == null ? progress : Progress.NONE);
                if (practitioner == null) {
                    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
                    replay.run(reader, cores);
                } else {
                    replay.one(one(reader));
                }
            }
            finish(shell, replay, begin);
            return replay.differences() == 0 ? Exit.DONE : Exit.DIFFERS;
        } catch (RunRefused e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e)), e);
        }
    }

    /** A run of another version of the program is read; should a byte differ, this says why it may. */
    private void note(Shell shell, RunReader reader) {
        if (!reader.engine().equals(Verbs.Version.text())) {
            shell.err()
                    .println(
                            output.french()
                                    ? "optam replay : dossier écrit par la version " + reader.engine() + ", rejoué par "
                                            + Verbs.Version.text()
                                    : "optam replay: a run of version " + reader.engine() + ", replayed by "
                                            + Verbs.Version.text());
        }
    }

    private Recorded one(RunReader reader) throws Failure, IOException {
        return reader.locate(practitioner)
                .orElseThrow(() -> new Failure(
                        Exit.FAILED,
                        Complaint.of(
                                "PRACTITIONER_UNKNOWN",
                                run.toString(),
                                "holds no decision of practitioner " + practitioner,
                                "Maybe another run.")));
    }

    private static Engine recorded(RunReader reader, Shell shell) throws Failure {
        try {
            return new Engine(
                    RulebookLoader.loadToDecide(reader.rulebook(Home.cache(Home.checkout(), shell.environment()))));
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        }
    }

    private void tell(Shell shell, Replayed each) {
        try {
            if (output.json()) {
                told.add(ReplayText.json(each));
            } else {
                shell.print(ReplayText.text(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(Shell shell, Replay replay, Instant begin) throws IOException {
        if (output.json()) {
            shell.line(CanonicalJson.write(new TreeMap<>(
                    Map.of("replayed", replay.count(), "differing", replay.differences(), "decisions", told))));
        } else {
            shell.print(
                    output.french()
                            ? replay.count() + " décisions rejouées, "
                                    + (replay.differences() == 0
                                            ? "toutes identiques.\n"
                                            : replay.differences() + " différentes.\n")
                            : replay.count() + " decisions replayed, "
                                    + (replay.differences() == 0
                                            ? "all the same.\n"
                                            : replay.differences() + " differ.\n"));
        }
        shell.err()
                .println("optam replay: " + replay.count() + " in "
                        + Duration.between(begin, Instant.now()).toMillis() / 100 / 10.0 + " s");
    }
}
