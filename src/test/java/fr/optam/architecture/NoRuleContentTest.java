package fr.optam.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.PlainRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the convention says lives in the rulebook: no option, reason, finding, component, rate, activity category or
 * letter of it stands in Java, but in the few places that are named here with their reason.
 */
class NoRuleContentTest {
    private static final Path MAIN = Path.of("src", "main", "java", "fr", "optam");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.){2,200})\"");

    /** Places that may name codes, and which ones: {@code cohort/sample/} stands for every file of the synthetic sample. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            // codes that facts may hold; a new option or category of acts would have to be added here too
            "cohort/Codes.java", Set.of("ACO", "ADA", "ADC", "OPTAM", "OPTAM_ACO", "OPTAM_CO"),
            // columns of the neutral layout and keys of the JSON of facts, which are fixed by the contract
            "cohort/StagedFacts.java", Set.of("ACO", "ADA", "ADC"),
            "cohort/FactsWriter.java", Set.of("opposableShare", "overrunRate"),
            "cohort/MembershipReader.java", Set.of("opposableShare", "overrunRate"),
            "engine/FactPaths.java", Set.of("opposableShare", "overrunRate"),
            "engine/FactFields.java", Set.of("opposableShare", "overrunRate"),
            // findings that no rule can make: two lines of one id, two rules that contradict each other
            "cohort/ActReader.java", Set.of("DUPLICATE_ACT_ID"),
            "engine/Said.java", Set.of("CONFLICTING_ANSWERS", "CONFLICTING_CONCLUSIONS"),
            // the recipe of the sample draws practitioners of known kinds; nothing of it decides
            "cohort/sample/", Set.of());

    @Test
    void codes_of_the_convention_stand_in_the_rulebook_only() throws IOException {
        Set<String> codes = codes(Shipped.base());
        assertTrue(
                codes.contains("OPTAM_ACO") && codes.contains("K_MEMBER") && codes.contains("UNDUE_MODIFIERS"),
                codes.toString());
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(MAIN)) {
            for (Path path :
                    walk.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                Set<String> here = literals(Files.readString(path));
                here.retainAll(codes);
                if (!here.isEmpty()) {
                    found.put(MAIN.relativize(path).toString(), here);
                }
            }
        }
        Set<String> needless = new TreeSet<>();
        ALLOWED.forEach((place, allowed) -> {
            boolean folder = place.endsWith("/");
            Set<String> here = folder ? Set.of() : found.getOrDefault(place, Set.of());
            allowed.stream().filter(code -> !here.contains(code)).forEach(code -> needless.add(place + " " + code));
            found.keySet()
                    .removeIf(file -> folder
                            ? file.startsWith(place)
                            : file.equals(place) && allowed.containsAll(found.get(file)));
        });
        assertEquals(Set.of(), needless, "These places no longer name these codes.");
        assertEquals(
                Map.of(), found, "Move them to a list of the rulebook, or say here why they are part of a layout.");
    }

    private static Set<String> codes(Rulebook rulebook) {
        Set<String> codes = new TreeSet<>();
        Map<String, String> lists = Map.of(
                "reference/options",
                "option",
                "reference/motifs",
                "reason",
                "reference/constats",
                "finding",
                "reference/composantes",
                "component",
                "reference/engagements",
                "rate",
                "reference/categories-comptees",
                "category",
                "reference/specialites",
                "tariffGroup",
                "reference/modificateurs-valeurs",
                "valueKey");
        lists.forEach((list, column) -> {
            for (PlainRow row : rulebook.list(list).orElseThrow().rows()) {
                codes.add(String.valueOf(row.values().get(column)));
            }
        });
        codes.removeIf(code -> code.length() < 2);
        return codes;
    }

    private static Set<String> literals(String source) {
        Set<String> literals = new TreeSet<>();
        List<String> lines = new ArrayList<>(source.lines()
                .filter(l -> !l.strip().startsWith("*")
                        && !l.strip().startsWith("//")
                        && !l.strip().startsWith("/*"))
                .toList());
        Matcher matcher = LITERAL.matcher(String.join("\n", lines));
        while (matcher.find()) {
            for (String word : matcher.group(1).split("[^A-Za-z0-9_-]+")) {
                literals.add(word);
            }
        }
        return literals;
    }
}
