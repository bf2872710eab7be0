package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a mistake in a rulebook can have is told in a sentence of its own. */
class FindingHelpTest {
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\",\\s");
    private static final Set<String> NO_CODES = Set.of("OPTAM_CACHE");

    @Test
    void every_code_of_the_readers_has_a_sentence_in_both_languages() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/fr/optam/rulebook"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher code = CODE.matcher(Files.readString(source));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        codes.removeAll(NO_CODES);
        assertTrue(codes.size() > 80, codes.size() + " codes");
        assertEquals(
                List.of(),
                codes.stream().filter(c -> FindingHelp.of(c).isEmpty()).toList());
    }
}
