package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.run.Recorded;
import fr.optam.run.RunReader;
import fr.optam.run.RunRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A decision of a run, with the facts and the rulebook that the run recorded. */
final class ExplainRun {
    private ExplainRun() {}

    /** @param meanwhile is done once the record is found, while the rulebook is loaded */
    static ExplainSource open(Path run, String practitioner, Integer year, Shell shell, Runnable meanwhile)
            throws Failure, IOException {
        try {
            Optional<Ahead> ahead = shell.ahead().filter(begun -> begun.is(run));
            RunReader reader = ahead.isPresent() ? ahead.get().run() : RunReader.open(run);
            if (year != null && year != reader.year()) {
                throw failed(
                        "YEAR_UNKNOWN", run, "is of year " + reader.year() + ", not " + year, "Maybe another run.");
            }
            Recorded record = reader.find(practitioner)
                    .orElseThrow(() -> failed(
                            "PRACTITIONER_UNKNOWN",
                            run,
                            "holds no decision of practitioner " + practitioner,
                            "Maybe another run."));
            PractitionerYear facts = FactsJson.read(record.facts());
            if (!facts.practitioner().id().equals(practitioner)) {
                throw damaged(run, practitioner, null);
            }
            meanwhile.run();
            return new ExplainSource(
                    engine(reader, ahead, shell),
                    facts.apart(),
                    record.facts(),
                    Optional.of(new ExplainSource.InRun(reader, record)));
        } catch (RunRefused e) {
            throw new Failure(Exit.FAILED, List.of(Complaint.of(e)), e);
        } catch (FactsRefused
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            throw damaged(run, practitioner, e);
        }
    }

    private static Engine engine(RunReader reader, Optional<Ahead> ahead, Shell shell) throws Failure {
        try {
            if (ahead.isPresent()) {
                return ahead.get().engine();
            }
            return new Engine(
                    RulebookLoader.loadToDecide(reader.rulebook(Home.cache(Home.checkout(), shell.environment()))));
        } catch (RulebookInvalid e) {
            throw RulebookOptions.invalid(e);
        }
    }

    private static Failure failed(String code, Path run, String message, String hint) {
        return new Failure(Exit.FAILED, Complaint.of(code, run.toString(), message, hint));
    }

    private static Failure damaged(Path run, String practitioner, Exception cause) {
        return new Failure(
                Exit.FAILED,
                List.of(Complaint.of(
                        "RECORD_DAMAGED",
                        run.toString(),
                        "the record of practitioner " + practitioner + " is damaged",
                        "Maybe optam verify says where.")),
                cause);
    }
}
