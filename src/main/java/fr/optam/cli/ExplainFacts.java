package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Facts that are decided for their explanation. */
final class ExplainFacts {
    private ExplainFacts() {}

    static ExplainSource read(String file, String practitioner, Integer year, RulebookOptions rulebook, Shell shell)
            throws Failure, IOException {
        if (Files.isDirectory(Path.of(file))) {
            throw Failure.usage(file, "a folder, and one practitioner-year is explained", "Maybe a file in it.");
        }
        FactsFiles.named(List.of(file));
        PractitionerYear facts;
        try {
            facts = FactsJson.read(FactsFiles.read(file, shell));
        } catch (FactsRefused e) {
            throw new Failure(
                    Exit.PARTLY,
                    e.problems().stream()
                            .map(problem -> Complaint.of(FactsFiles.shown(file), problem))
                            .toList(),
                    e);
        }
        same(FactsFiles.shown(file), "practitioner", facts.practitioner().id(), practitioner);
        same(FactsFiles.shown(file), "year", String.valueOf(facts.year()), year == null ? null : year.toString());
        Engine engine = rulebook.engine(shell);
        return new ExplainSource(engine, facts, FactsJson.write(facts), Optional.empty());
    }

    private static void same(String file, String what, String found, String wanted) throws Failure {
        if (wanted != null && !wanted.equals(found)) {
            throw Failure.usage(file, "is of " + what + " " + found + ", not " + wanted, "Maybe another file.");
        }
    }
}
