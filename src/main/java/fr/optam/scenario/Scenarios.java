package fr.optam.scenario;

import fr.optam.scenario.sheet.ScenarioSheets;
import fr.optam.scenario.sheet.SheetRow;
import fr.optam.scenario.sheet.Slip;
import fr.optam.scenario.sheet.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scenarios below a folder: pairs of YAML or JSON files, and rows of workbooks. */
public final class Scenarios {
    private final Documents documents;
    private final Vocabulary vocabulary;
    private final List<Scenario> found = new ArrayList<>();

    private Scenarios(Path root, Vocabulary vocabulary) {
        this.documents = new Documents(root);
        this.vocabulary = vocabulary;
    }

    /**
     * Every selected scenario, in order of name; one that cannot be read says why.
     *
     * @param root folder of the scenarios; its sub-folder {@code cohort} is left out
     * @param vocabulary questions that a column of a workbook may ask
     * @throws IOException if the folder cannot be listed
     */
    public static List<Scenario> read(Path root, Selection selection, Vocabulary vocabulary) throws IOException {
        Scenarios scenarios = new Scenarios(root, vocabulary);
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, ScenarioFiles> entry : ScenarioFiles.below(root).entrySet()) {
            names.add(entry.getKey());
            if (selection.takes(entry.getKey())) {
                scenarios.pair(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<String, Path> workbook :
                ScenarioFiles.workbooksBelow(root).entrySet()) {
            scenarios.workbook(workbook.getKey(), workbook.getValue(), selection, names);
        }
        for (Path file : ScenarioFiles.ignoredBelow(root)) {
            scenarios.ignored(file, selection);
        }
        scenarios.found.sort(Comparator.comparing(Scenario::name));
        return scenarios.found;
    }

    /** The same, whatever is asked. */
    public static List<Scenario> read(Path root, Selection selection) throws IOException {
        return read(root, selection, Vocabulary.any());
    }

    private void pair(String name, ScenarioFiles files) {
        String at = documents.shown(files.any());
        try {
            Path given = files.onlyGiven(documents);
            Path stated = files.onlyExpected(documents);
            Expected expected = Expected.of(documents.read(stated), documents.shown(stated));
            found.add(Scenario.sound(name, documents.shown(stated), expected, documents.composed(given)));
        } catch (ScenarioInvalid e) {
            found.add(Scenario.unreadable(name, at, e.problems()));
        }
    }

    private void workbook(String name, Path file, Selection selection, Set<String> names) throws IOException {
        String shown = documents.shown(file);
        ScenarioSheets sheets = ScenarioSheets.read(Files.readAllBytes(file), documents.bases(), vocabulary);
        if (!sheets.slips().isEmpty() && (selection.takes(name) || takesARow(name, sheets, selection))) {
            found.add(Scenario.unreadable(name, shown, problems(shown, sheets.slips())));
        }
        for (SheetRow row : sheets.rows()) {
            String full = name + "/" + (row.id().isEmpty() ? row.place() : row.id());
            if (selection.takes(full)) {
                found.add(row(full, shown, row, names.contains(full)));
            }
        }
    }

    private void ignored(Path file, Selection selection) {
        String shown = documents.shown(file);
        String name = shown.replaceAll("(\\.scenarios?)?\\.[a-z]+$", "");
        if (selection.takes(name)) {
            found.add(Scenario.unreadable(
                    name,
                    shown,
                    List.of(new ScenarioProblem(
                            "FILE_IGNORED", shown, "", Texts.IGNORED, Texts.maybe(name + ".scenarios.xlsx")))));
        }
    }

    private static boolean takesARow(String name, ScenarioSheets sheets, Selection selection) {
        return sheets.rows().stream().anyMatch(row -> selection.takes(name + "/" + row.id()));
    }

    private static Scenario row(String name, String file, SheetRow row, boolean twin) {
        String at = file + "!" + row.place();
        List<Slip> slips = new ArrayList<>(row.slips());
        if (twin) {
            slips.add(new Slip("ID_TWICE", row.place(), Texts.twin(name), Texts.NOTHING));
        }
        if (!slips.isEmpty()) {
            return Scenario.unreadable(name, at, problems(file, slips));
        }
        try {
            return Scenario.sound(name, at, Expected.of(row.expected(), at), Documents.bytes(row.given()));
        } catch (ScenarioInvalid e) {
            return Scenario.unreadable(name, at, e.problems());
        }
    }

    private static List<ScenarioProblem> problems(String file, List<Slip> slips) {
        return slips.stream()
                .map(slip -> new ScenarioProblem(slip.code(), file, slip.place(), slip.message(), slip.hint()))
                .toList();
    }
}
