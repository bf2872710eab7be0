package fr.optam.cli;

import fr.optam.explain.Account;
import fr.optam.report.AccountText;
import fr.optam.report.Page;
import fr.optam.report.explain.ExplainPage;
import fr.optam.report.html.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One decision as a person reads it. */
@Command(
        name = "explain",
        sortOptions = false,
        description =
                "Explains one decision: why, why not, and what would change it, for the physician, the analyst or the"
                        + " auditor. From a run, it is decided again with the rulebook and the facts that the run recorded;"
                        + " exit code 5 if that gives anything else than what was recorded.",
        footer = {
            "",
            "optam explain run-2025 --practitioner 751234567",
            "optam explain run-2025 --practitioner 751234567 --format html --out account.html",
            "optam explain --facts facts.json --view analyst --lang en"
        })
final class ExplainVerb implements Verb {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The run directory that holds the decision.")
    Path run;

    @Option(names = "--practitioner", paramLabel = "ID", description = "Whose decision.")
    String practitioner;

    @Option(names = "--year", paramLabel = "Y", description = "Civil year of the decision, to be sure of it.")
    Integer year;

    @Option(
            names = "--facts",
            paramLabel = "FACTS.json",
            description = "Facts that are decided now, instead of a run; - for standard input.")
    String facts;

    @Option(
            names = "--view",
            paramLabel = "physician|analyst|auditor",
            defaultValue = "physician",
            description = "For whom the text is: ${COMPLETION-CANDIDATES}. Default: physician. JSON and HTML hold all.")
    AccountText.View view;

    @Option(names = "--no-changes", description = "Leaves out the search for what would change the decision.")
    boolean noChanges;

    @Mixin
    OutFile out;

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
        ExplainSource source = facts == null
                ? ExplainRun.open(run, practitioner, year, shell, this::ready)
                : ExplainFacts.read(facts, practitioner, year, rulebook, shell);
        Explained explained = Explained.of(source, !noChanges);
        write(shell, explained);
        return explained.tell(shell, output.french());
    }

    /** What can be made ready before the rulebook is there. */
    private void ready() {
        if (output.format == OutputOptions.Format.html) {
            ExplainPage.ready();
        }
    }

    private void check() throws Failure {
        if ((run == null) == (facts == null)) {
            throw Failure.usage(
                    "optam explain",
                    run == null ? "neither a run nor --facts" : "both a run and --facts",
                    "Maybe optam explain RUN --practitioner ID.");
        }
        if (run != null && practitioner == null) {
            throw Failure.usage("--practitioner", "missing", "Maybe optam explain RUN --practitioner ID.");
        }
        if (run != null && (rulebook.rulebook != null || !rulebook.overlays.isEmpty())) {
            throw Failure.usage(
                    rulebook.rulebook != null ? "--rulebook" : "--overlay",
                    "a run is explained with the rulebook that it recorded",
                    "Maybe optam replay RUN --practitioner ID with another one.");
        }
    }

    private void write(Shell shell, Explained explained) throws IOException {
        Account account = explained.account();
        boolean colour = out.colour(shell);
        byte[] bytes =
                switch (output.format) {
                    case json -> ExplainJson.write(explained);
                    case html ->
                        ExplainPage.of(account, explained.rulebook(), output.french() ? Lang.FR : Lang.EN)
                                .getBytes(StandardCharsets.UTF_8);
                    default ->
                        AccountText.of(account, Page.of(explained.rulebook(), output.french(), colour), view)
                                .getBytes(StandardCharsets.UTF_8);
                };
        out.write(bytes, output, shell);
    }
}
