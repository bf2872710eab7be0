package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.scenario.RecordedScenario;
import fr.optam.scenario.Scenarios;
import fr.optam.scenario.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that turn a decided case into a scenario. */
final class RecordOptions {
    private static final Set<String> OTHERS = Set.of("bases", "overlays", "cohort");

    @Option(
            names = "--record",
            paramLabel = "FACTS.json",
            description = "Decides these facts and writes them, with all that was answered, as a new scenario; - reads"
                    + " standard input. Needs --as.")
    String facts;

    @Option(
            names = "--as",
            paramLabel = "FOLDER/NAME",
            description = "With --record: name of the new scenario. One that is there is never replaced.")
    String name;

    @Option(
            names = "--title",
            paramLabel = "SENTENCE",
            description = "With --record: the sentence that must stay true. Default: that of the outcome.")
    String title = "";

    boolean wanted() {
        return facts != null || name != null;
    }

    /** Decides and writes the pair of files. */
    int run(Path folder, RulebookOptions rulebook, Engine engine, boolean french, Shell shell)
            throws Failure, IOException {
        Path target = target(folder);
        PractitionerYear year = read(shell);
        Decision decision = engine.decide(year);
        List<String> overlays = rulebook.overlays.stream()
                .filter(overlay -> Path.of(overlay).getNameCount() == 1 && !Files.isDirectory(Path.of(overlay)))
                .toList();
        RecordedScenario recorded = RecordedScenario.of(FactsJson.write(year), decision, overlays, title);
        Files.createDirectories(target.toAbsolutePath().getParent());
        write(Path.of(target + ".given.yaml"), recorded.given());
        write(Path.of(target + ".expected.yaml"), recorded.expected());
        shell.print((french ? "Scénario enregistré : " : "Scenario recorded: ") + target + ".expected.yaml\n");
        return Exit.DONE;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private Path target(Path folder) throws Failure, IOException {
        if (facts == null || name == null) {
            throw Failure.usage(
                    facts == null ? "--as" : "--record",
                    "the other option is missing",
                    "Maybe --record FACTS.json --as folder/name.");
        }
        boolean sound = name.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
                && !OTHERS.contains(name.split("/")[0]);
        if (!sound) {
            throw Failure.usage(
                    name,
                    "no name of a scenario",
                    "Maybe a folder and a name, prime/a-case, without spaces and ending.");
        }
        if (Scenarios.read(folder, Selection.all()).stream()
                .anyMatch(s -> s.name().equals(name))) {
            throw Failure.usage(name, "a scenario of this name is there already", "Maybe --as names another one.");
        }
        return folder.resolve(name);
    }

    private PractitionerYear read(Shell shell) throws Failure, IOException {
        try {
            return FactsJson.read(FactsFiles.read(facts, shell));
        } catch (FactsRefused e) {
            throw new Failure(
                    Exit.FAILED,
                    e.problems().stream()
                            .map(p -> Complaint.of(FactsFiles.shown(facts), p))
                            .toList(),
                    e);
        } catch (NoSuchFileException e) {
            throw Failure.usage(facts, "no such file", "Maybe the path is another one.");
        }
    }
}
