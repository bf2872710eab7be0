package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.explain.ahead.PlanRefused;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Simulator;
import fr.optam.fact.PractitionerYear;
import fr.optam.report.ahead.SimulationPage;
import fr.optam.report.ahead.SimulationText;
import fr.optam.report.html.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The renewal ahead of one practitioner. */
@Command(
        name = "simulate",
        sortOptions = false,
        description = {
            "Simulates the year ahead of one practitioner: the commitments it brings, how far the planned practice is from"
                    + " them, the bonus and what is at stake, with each option and without; from a year in progress, where it"
                    + " will end and how much overrun is left to bill.",
            "",
            "What is not planned goes on as it is. Each assumption is told."
        },
        footer = {
            "",
            "optam simulate test-scenarios/facts/renewal-2026.json",
            "optam simulate test-scenarios/facts/renewal-2026.json --overrun-rate 0.62",
            "   --format html --out target/renewal.html",
            "optam simulate test-scenarios/facts/renewal-2026.json --overlay prime-rates-kept",
            "optam simulate test-scenarios/facts/partial-year-2026.json --until 2026-06-30 --lang en",
            "optam simulate --run target/run-2025 --practitioner 99100012"
        })
final class SimulateVerb implements Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "FACTS.json",
            description = "What is known of the practitioner; - for standard input.")
    String facts;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "Takes the facts that a run recorded, and its rulebook, instead of a file.")
    Path run;

    @Option(names = "--practitioner", paramLabel = "ID", description = "Whose facts of the run.")
    String practitioner;

    @Mixin
    PlanOptions plan;

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
        fr.optam.explain.ahead.Plan planned = plan.plan();
        check();
        ExplainSource source = run == null
                ? ExplainFacts.read(facts, practitioner, null, rulebook, shell)
                : ExplainRun.open(run, practitioner, null, shell, () -> {});
        Engine engine = source.engine();
        PractitionerYear known = source.facts();
        Simulation simulation;
        try {
            simulation = Simulator.of(engine, known, planned);
        } catch (PlanRefused e) {
            throw new Failure(
                    Exit.USAGE,
                    List.of(new Complaint(
                            "USAGE",
                            fr.optam.rulebook.Severity.ERROR,
                            e.where(),
                            "",
                            Complaint.Place.NONE,
                            e.what(),
                            e.hint())),
                    e);
        }
        write(shell, simulation, source);
        boolean unknown =
                simulation.facts().memberships().isEmpty() && simulation.ways().size() == 1;
        boolean open = unknown
                || simulation.first().answer("respect").stream()
                        .anyMatch(answer -> answer.verdict().equals("NOT_EVALUABLE"));
        return open ? Exit.PARTLY : Exit.DONE;
    }

    private void check() throws Failure {
        if ((run == null) == (facts == null)) {
            throw Failure.usage(
                    "optam simulate",
                    run == null ? "neither facts nor --run" : "both facts and --run",
                    "Maybe optam simulate FACTS.json.");
        }
        if (run != null && practitioner == null) {
            throw Failure.usage("--practitioner", "missing", "Maybe optam simulate --run RUN --practitioner ID.");
        }
        if (run != null && (rulebook.rulebook != null || !rulebook.overlays.isEmpty())) {
            throw Failure.usage(
                    rulebook.rulebook != null ? "--rulebook" : "--overlay",
                    "a run is simulated with the rulebook that it recorded",
                    "Maybe optam simulate FACTS.json with another one.");
        }
    }

    private void write(Shell shell, Simulation simulation, ExplainSource source) throws IOException {
        Lang lang = output.french() ? Lang.FR : Lang.EN;
        byte[] bytes =
                switch (output.format) {
                    case json -> SimulationJson.write(simulation, source);
                    case html ->
                        SimulationPage.of(simulation, source.engine().rulebook(), lang)
                                .getBytes(StandardCharsets.UTF_8);
                    default ->
                        SimulationText.of(simulation, source.engine().rulebook(), lang, out.colour(shell))
                                .getBytes(StandardCharsets.UTF_8);
                };
        out.write(bytes, output, shell);
    }
}
