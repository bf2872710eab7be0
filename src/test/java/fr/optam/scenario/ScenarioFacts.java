package fr.optam.scenario;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The practitioner-years of the shipped scenarios. */
public final class ScenarioFacts {
    private ScenarioFacts() {}

    /** Every one whose facts are read, in the order of scenarios. */
    public static List<PractitionerYear> all() {
        List<PractitionerYear> all = new ArrayList<>();
        try {
            for (Scenario scenario : Scenarios.read(Path.of("test-scenarios"), Selection.all())) {
                if (!scenario.statesRefusal() && scenario.given().isPresent()) {
                    all.add(FactsJson.read(scenario.given().get().facts()));
                }
            }
        } catch (IOException | FactsRefused e) {
            throw new AssertionError(e);
        }
        return all;
    }

    /** Those at every so many places, the first among them: for tests that decide each of them often. */
    public static List<PractitionerYear> every(int step) {
        List<PractitionerYear> all = all();
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }
}
