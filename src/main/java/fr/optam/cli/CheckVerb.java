package fr.optam.cli;

import fr.optam.analysis.TableAnalysis;
import fr.optam.analysis.TableFinding;
import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.Severity;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a rulebook and names every mistake. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Reads the rulebook and names every mistake by file, sheet and cell, or by file and line.",
            "Exit code 3 if there is a mistake, 1 if there are warnings only, 0 if there is neither."
        },
        footer = {
            "",
            "optam check",
            "optam check --no-analysis",
            "optam check --annotate annotated",
            "optam check --witness witnesses",
            "optam check --overlay guide-2026 --format json",
            "optam check --format sarif > check.sarif"
        })
final class CheckVerb implements Verb {
    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            description =
                    "Writes copies of the files with findings there: each faulty cell coloured and commented, each"
                            + " faulty line of DRL with a comment below it. The originals are not touched.")
    Path annotate;

    @Option(
            names = "--no-analysis",
            description = "Leaves out the analysis of the tables: gaps, overlaps, rows that others cover.")
    boolean noAnalysis;

    @Option(
            names = "--witness",
            paramLabel = "DIR",
            description =
                    "Writes a file of facts there for each gap, overlap and covered row that the analysis finds, which"
                            + " decide runs and shows, with a page that says what each shows.")
    Path witness;

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
        return List.of(OutputOptions.Format.text, OutputOptions.Format.json, OutputOptions.Format.sarif);
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Optional<AnnotatedFolder> copies = Optional.empty();
        if (annotate != null) {
            copies = Optional.of(new AnnotatedFolder(annotate, rulebook, output.french()));
            copies.get().refuseInside();
        }
        Optional<WitnessFolder> facts = Optional.empty();
        if (witness != null) {
            facts = Optional.of(new WitnessFolder(witness, rulebook, output.french()));
            facts.get().refuseInside();
        }
        List<RulebookProblem> found = new ArrayList<>();
        List<TableFinding> ofTables = new ArrayList<>();
        Optional<Engine> engine = read(shell, found);
        if (engine.isPresent()) {
            analyse(engine.get(), ofTables);
            ofTables.forEach(finding -> found.add(finding.problem()));
        }
        List<RulebookProblem> findings = Findings.sorted(found);
        tell(shell, engine.map(Engine::rulebook), findings);
        if (copies.isPresent()) {
            copies.get().write(findings, shell.err());
        }
        if (facts.isPresent() && engine.isPresent()) {
            facts.get().write(engine.get(), ofTables, shell.err());
        }
        return Findings.has(findings, Severity.ERROR)
                ? Exit.RULEBOOK
                : Findings.has(findings, Severity.WARNING) ? Exit.FAILED : Exit.DONE;
    }

    /** The engine of a sound rulebook; what is found on the way is added either way. */
    private Optional<Engine> read(Shell shell, List<RulebookProblem> found) throws Failure {
        try {
            Engine engine = rulebook.sound(shell);
            found.addAll(engine.rulebook().findings());
            return Optional.of(engine);
        } catch (RulebookInvalid e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** What can be said of a sound rulebook as a whole; each section adds its findings. */
    private void analyse(Engine engine, List<TableFinding> found) {
        if (!noAnalysis || witness != null) {
            found.addAll(TableAnalysis.of(engine.rulebook()));
        }
    }

    private void tell(Shell shell, Optional<Rulebook> sound, List<RulebookProblem> findings) throws IOException {
        switch (output.format) {
            case json ->
                output.complain(shell, findings.stream().map(Complaint::of).toList());
            case sarif -> shell.line(CanonicalJson.write(new Sarif(rulebook, output.french()).log(findings)));
            default -> {
                findings.forEach(each -> shell.err().println(Findings.line(each, output.french())));
                if (sound.isPresent()) {
                    shell.print(Findings.figures(sound.get(), output.french()));
                }
                String summary = Findings.summary(findings, output.french());
                if (findings.isEmpty()) {
                    shell.print(summary + "\n");
                } else {
                    shell.err().println(summary);
                }
            }
        }
    }
}
