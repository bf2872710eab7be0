package fr.optam.rulebook.drl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled rules are found again, and never when anything of them or about them changed. */
class DrlCacheTest {
    private static final String TEXT = Judged.rule("yes(\"requested\")", "out.say($y, \"X\");");
    private static final String OTHER = Judged.rule("no(\"requested\")", "out.say($y, \"X\");");

    @TempDir
    private Path cache;

    private DrlFile read(String text) {
        List<RulebookProblem> problems = new ArrayList<>();
        DrlFile file = DrlFile.read("rules-drl/derive/x.drl", "derive", text, cache, problems);
        assertEquals(List.of(), problems);
        return file;
    }

    private Map<String, FileTime> written() throws IOException {
        Map<String, FileTime> written = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(cache)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                written.put(path.getFileName().toString(), Files.getLastModifiedTime(path));
            }
        }
        return written;
    }

    @Test
    void a_second_load_judges_and_compiles_nothing() throws IOException {
        DrlFile first = read(TEXT);
        first.models();
        Map<String, FileTime> before = written();
        assertEquals(List.of(first.key() + ".jar", first.key() + ".rules"), List.copyOf(before.keySet()));
        Path jar = cache.resolve(first.key() + ".jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        DrlFile second = read(TEXT);
        assertEquals(1, second.models().size());
        assertEquals(FileTime.fromMillis(0), Files.getLastModifiedTime(jar));
        assertEquals(first.rules(), second.rules());
        assertEquals(before.keySet(), written().keySet());
    }

    @Test
    void any_change_of_text_or_phase_makes_another_key() {
        DrlCache kept = new DrlCache(cache);
        List<String> keys = List.of(
                kept.key("derive", TEXT),
                kept.key("derive", TEXT + "\n"),
                kept.key("derive", TEXT.replace("X", "Y")),
                kept.key("decide", TEXT),
                kept.key("deriv", "e" + TEXT));
        assertEquals(keys.size(), keys.stream().distinct().count());
    }

    @Test
    void the_version_of_drools_is_known_and_part_of_the_key() {
        assertTrue(String.valueOf(org.drools.model.Model.class.getPackage().getImplementationVersion())
                .matches("[0-9]+\\..*"));
    }

    @Test
    void damaged_truncated_and_empty_entries_are_made_anew() throws IOException {
        DrlFile file = read(TEXT);
        file.models();
        for (String name : List.of(file.key() + ".jar", file.key() + ".rules")) {
            Path path = cache.resolve(name);
            byte[] whole = Files.readAllBytes(path);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 1;
            byte[] longer = Arrays.copyOf(whole, whole.length + 1);
            for (byte[] damaged : List.of(
                    flipped, Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, 10), new byte[0], longer)) {
                Files.write(path, damaged);
                DrlFile again = read(TEXT);
                assertEquals(file.rules(), again.rules());
                assertEquals(1, again.models().size());
                assertEquals(whole.length, Files.size(path), name + " was written anew");
            }
        }
    }

    @Test
    void an_entry_under_the_name_of_another_is_not_used() throws IOException {
        DrlFile file = read(TEXT);
        DrlFile other = read(OTHER);
        file.models();
        other.models();
        for (String ending : List.of(".jar", ".rules")) {
            Files.copy(
                    cache.resolve(other.key() + ending),
                    cache.resolve(file.key() + ending),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        DrlFile again = read(TEXT);
        assertEquals(List.of("yes(\"requested\")"), again.rules().get(0).conditions());
        assertEquals(Optional.empty(), new DrlCache(cache).get(file.key() + ".jar"));
    }

    @Test
    void refused_rules_are_judged_each_time_and_never_kept() throws IOException {
        List<RulebookProblem> problems = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            DrlFile.read("rules-drl/derive/x.drl", "derive", Judged.rule("eval(true)", "x"), cache, problems);
            assertEquals(i, problems.size());
        }
        assertEquals(Map.of(), written());
    }

    @Test
    void a_cache_that_can_not_be_written_only_costs_time(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a-file");
        Files.writeString(file, "in the way");
        List<RulebookProblem> problems = new ArrayList<>();
        DrlFile read = DrlFile.read("rules-drl/derive/x.drl", "derive", TEXT, file.resolve("cache"), problems);
        assertEquals(1, read.models().size());
        assertEquals(List.of(), problems);
    }

    @Test
    void no_word_of_a_consequence_is_compiled() {
        DrlFile file = read(Judged.rule("yes(\"requested\")", "out.say($y, \"SOMETHING_TO_SAY\");"));
        assertFalse(DrlText.drl("derive", file.rules()).contains("SOMETHING_TO_SAY"));
        assertFalse(new String(
                        DrlCompiler.compile(file.key(), DrlText.drl("derive", file.rules())),
                        StandardCharsets.ISO_8859_1)
                .contains("SOMETHING_TO_SAY"));
    }

    @Test
    void texts_of_rules_come_back_from_the_cache_as_they_were(@TempDir Path folder) throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder.resolve("rulebook"), folder.resolve("cache"));
        var first = copy.load().rules();
        var second = copy.load().rules();
        assertEquals(first.keySet(), second.keySet());
        first.forEach((id, rule) -> {
            assertEquals(rule.citation(), second.get(id).citation());
            assertEquals(rule.statements().size(), second.get(id).statements().size());
            assertEquals(rule.at(), second.get(id).at());
        });
        assertNotEquals(0, first.size());
    }
}
