package fr.optam.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the scenarios below a folder. */
public final class Scenarios {
    private Scenarios() {}

    /**
     * Every selected scenario, in order of name; one that cannot be read says why.
     *
     * @param root folder of the scenarios; its sub-folder {@code cohort} is left out
     * @throws IOException if the folder cannot be listed
     */
    public static List<Scenario> read(Path root, Selection selection) throws IOException {
        Documents documents = new Documents(root);
        List<Scenario> scenarios = new ArrayList<>();
        for (Map.Entry<String, ScenarioFiles> entry : ScenarioFiles.below(root).entrySet()) {
            if (selection.takes(entry.getKey())) {
                scenarios.add(pair(entry.getKey(), entry.getValue(), documents));
            }
        }
        return scenarios;
    }

    private static Scenario pair(String name, ScenarioFiles files, Documents documents) {
        String at = documents.shown(files.any());
        try {
            Path given = files.onlyGiven(documents);
            Path stated = files.onlyExpected(documents);
            Expected expected = Expected.of(documents.read(stated), documents.shown(stated));
            return Scenario.sound(name, documents.shown(stated), expected, documents.composed(given));
        } catch (ScenarioInvalid e) {
            return Scenario.unreadable(name, at, e.problems());
        }
    }
}
