package fr.optam.scenario;

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
    private static final Pattern HALF = Pattern.compile("(.+)\\.(given|expected)\\.(yaml|yml|json)");

    /** The scenarios below a folder by name, its sub-folder {@code cohort} left out. */
    static SortedMap<String, ScenarioFiles> below(Path root) throws IOException {
        SortedMap<String, ScenarioFiles> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> add(root, file, found));
        }
        return found;
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

    Path onlyGiven() throws ScenarioInvalid {
        return only(given, "given", expected);
    }

    Path onlyExpected() throws ScenarioInvalid {
        return only(expected, "expected", given);
    }

    private static Path only(List<Path> half, String name, List<Path> other) throws ScenarioInvalid {
        if (half.isEmpty()) {
            throw new ScenarioInvalid(other.get(0).getFileName() + ": a lonely half, the " + name
                    + " file is missing. Maybe it has another name.");
        }
        if (half.size() > 1) {
            throw new ScenarioInvalid(half.get(1).getFileName() + ": a second " + name + " file beside "
                    + half.get(0).getFileName() + ". Maybe one of them is left over.");
        }
        return half.get(0);
    }
}
