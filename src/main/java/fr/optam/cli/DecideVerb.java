package fr.optam.cli;

import fr.optam.analysis.TableNotes;
import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.explain.CrossCheck;
import fr.optam.fact.PractitionerYear;
import fr.optam.report.DecisionText;
import fr.optam.report.Page;
import fr.optam.run.DecisionJson;
import fr.optam.run.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One practitioner-year in, one decision out. */
@Command(
        name = "decide",
        sortOptions = false,
        description =
                "Decides practitioner-years: one decision for each file of facts, in the given order. A file that is"
                        + " refused gives its errors, and the others go on.",
        footer = {
            "",
            "optam decide facts.json",
            "optam decide --format json --lang en folder-of-facts > decisions.jsonl"
        })
final class DecideVerb implements Verb {
    @Parameters(
            arity = "1..*",
            paramLabel = "FACTS.json",
            description = "Files, folders whose *.json are taken by name, or - for standard input.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--cross-check",
            description = "Decides a second time without the rule engine and tells where both disagree; exit code 4.")
    boolean crossCheck;

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
        List<String> named = FactsFiles.named(files);
        Read next = named.isEmpty() ? null : read(named.get(0), shell); // while the engine is being loaded
        Engine engine = rulebook.engine(shell);
        TableNotes notes = new TableNotes(engine);
        Optional<CrossCheck> check = crossCheck ? Optional.of(new CrossCheck(engine)) : Optional.empty();
        Page page = output.json() ? null : Page.of(engine.rulebook(), output.french(), shell.colour());
        boolean whole = true;
        for (int i = 0; i < named.size(); i++) {
            Read read = i == 0 ? next : read(named.get(i), shell);
            whole &= decide(read, facts -> decision(facts, engine, notes, check), page, i == 0, shell);
        }
        return whole ? Exit.DONE : Exit.PARTLY;
    }

    private static Decision decision(
            PractitionerYear facts, Engine engine, TableNotes notes, Optional<CrossCheck> check) {
        Decision decision = notes.decide(facts);
        if (check.isEmpty()) {
            return decision;
        }
        List<Problem> problems = new ArrayList<>(decision.problems());
        check.get().check(facts, engine.decide(facts), Detail.FULL).problems().stream()
                .filter(problem -> problem.code().equals(Problem.DISAGREEMENT))
                .forEach(problems::add);
        return problems.size() == decision.problems().size() ? decision : decision.with(problems);
    }

    /**
     * A file that was read.
     *
     * @param facts what it holds; null if it was refused
     * @param complaints why
     */
    private record Read(PractitionerYear facts, List<Complaint> complaints) {}

    private static Read read(String file, Shell shell) {
        try {
            return new Read(FactsJson.read(FactsFiles.read(file, shell)), List.of());
        } catch (FactsRefused e) {
            return new Read(
                    null,
                    e.problems().stream()
                            .map(p -> Complaint.of(FactsFiles.shown(file), p))
                            .toList());
        } catch (IOException e) {
            return new Read(
                    null,
                    List.of(Complaint.of(
                            "FILE_UNREADABLE", FactsFiles.shown(file), "can't be read, " + reason(e), "")));
        }
    }

    /** Decides one file; says whether it was taken and evaluated. */
    private boolean decide(
            Read read, Function<PractitionerYear, Decision> decide, Page page, boolean first, Shell shell)
            throws IOException {
        PractitionerYear facts = read.facts();
        if (facts == null) {
            output.complain(shell, read.complaints());
            return false;
        }
        Decision decision = decide.apply(facts);
        if (output.json()) {
            shell.line(DecisionJson.write(decision, Sha256.of(FactsJson.write(facts))));
        } else {
            shell.print((first ? "" : "\n") + DecisionText.of(decision, page));
        }
        return !decision.outcome().equals("NOT_EVALUABLE")
                && decision.problems().stream().noneMatch(each -> each.code().equals(Problem.DISAGREEMENT));
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file ? Main.said(file) : String.valueOf(e.getMessage());
    }
}
