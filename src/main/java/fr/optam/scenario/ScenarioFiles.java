package fr.optam.scenario;

import fr.optam.decision.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one scenario.
 *
 * @param given files that end in {@code .given.yaml} or {@code .given.json}; one if all is well
 * @param expected files that end in {@code .expected.yaml} or {@code .expected.json}; one if all is well
 */
record ScenarioFiles(List<Path> given, List<Path> expected) {
    private static final Pattern SPREADSHEET = Pattern.compile(".+\\.(xlsx|xlsm|xls|ods|csv)");
    private static final String WORKBOOK = ".scenarios.xlsx";
    private static final Pattern HALF = Pattern.compile("(.+)\\.(given|expected)\\.(yaml|yml|json)");

    /** The scenarios below a folder by name, its sub-folder {@code cohort} left out. */
    static SortedMap<String, ScenarioFiles> below(Path root) throws IOException {
        SortedMap<String, ScenarioFiles> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> add(root, file, found));
        }
        return found;
    }

    /** The workbooks of scenarios below a folder by name, its sub-folder {@code cohort} left out. */
    static SortedMap<String, Path> workbooksBelow(Path root) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).forEach(file -> {
                String relative = root.relativize(file).toString().replace('\\', '/');
                boolean lock = String.valueOf(file.getFileName()).matches("(~\\$|\\.~lock).*");
                if (relative.endsWith(WORKBOOK) && !relative.startsWith("cohort/") && !lock) {
                    found.put(relative.substring(0, relative.length() - WORKBOOK.length()), file);
                }
            });
        }
        return found;
    }

    /** Spreadsheets below a folder that hold scenarios by the look of it, and that nothing would read. */
    static List<Path> ignoredBelow(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> {
                        String relative = root.relativize(file).toString().replace('\\', '/');
                        return SPREADSHEET.matcher(relative).matches()
                                && !relative.endsWith(WORKBOOK)
                                && !relative.matches("(cohort|overlays)/.*|(.*/)?(~\\$|\\.~lock).*");
                    })
                    .sorted()
                    .toList();
        }
    }

    private static void add(Path root, Path file, Map<String, ScenarioFiles> found) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        Matcher half = HALF.matcher(relative);
        if (half.matches() && !relative.startsWith("cohort/")) {
            ScenarioFiles files = found.computeIfAbsent(
                    half.group(1), name -> new ScenarioFiles(new ArrayList<>(), new ArrayList<>()));
            (half.group(2).equals("given") ? files.given : files.expected).add(file);
        }
    }

    /** A file of it, to name it by. */
    Path any() {
        return expected.isEmpty() ? given.get(0) : expected.get(0);
    }

    Path onlyGiven(Documents documents) throws ScenarioInvalid {
        return only(given, "given", expected, documents);
    }

    Path onlyExpected(Documents documents) throws ScenarioInvalid {
        return only(expected, "expected", given, documents);
    }

    private static Path only(List<Path> half, String name, List<Path> other, Documents documents)
            throws ScenarioInvalid {
        if (half.isEmpty()) {
            throw new ScenarioInvalid(
                    "LONELY_HALF",
                    documents.shown(other.get(0)),
                    new Sentence(
                            "une moitié seule, le fichier " + name + " manque.",
                            "a lonely half, the " + name + " file is missing."),
                    new Sentence("Peut-être porte-t-il un autre nom.", "Maybe it has another name."));
        }
        if (half.size() > 1) {
            String first = String.valueOf(half.get(0).getFileName());
            throw new ScenarioInvalid(
                    "SECOND_HALF",
                    documents.shown(half.get(1)),
                    new Sentence(
                            "un second fichier " + name + " à côté de " + first + ".",
                            "a second " + name + " file beside " + first + "."),
                    new Sentence(
                            "Peut-être l’un des deux est-il resté par mégarde.", "Maybe one of them is left over."));
        }
        return half.get(0);
    }
}
