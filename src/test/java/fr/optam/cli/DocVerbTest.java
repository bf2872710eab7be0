package fr.optam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.report.html.Pages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb doc writes the document, and says what it can't do. */
class DocVerbTest {
    @TempDir
    Path folder;

    private record Said(int exit, String out, String err) {}

    private static Said optam(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of("OPTAM_CACHE", Path.of("target", "drl-cache").toString()),
                Optional.empty());
        int exit = Main.run(args, shell);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_document_goes_to_a_file_or_to_standard_output_with_the_same_bytes() throws Exception {
        Path file = folder.resolve("regles.html");
        assertEquals(new Said(0, "", ""), optam("doc", "--rulebook", ".", "--out", file.toString()));
        Said shown = optam("doc", "--rulebook", ".");
        assertEquals(0, shown.exit());
        assertEquals(Files.readString(file), shown.out());
        assertTrue(shown.out().contains("guide-2026"), "the overlays that ship are told of");
    }

    @Test
    void an_overlay_is_described_and_its_changes_are_listed() {
        Said said = optam("doc", "--rulebook", ".", "--overlay", "guide-2026", "--lang", "en");
        assertEquals(0, said.exit(), said.err());
        assertEquals(List.of(), Pages.faults(Pages.read(said.out())));
        assertTrue(said.out().contains("Applied in this document."));
        assertTrue(said.out().contains("<html lang=\"en\">"));
    }

    @Test
    void wrong_use_is_named() {
        Said nowhere = optam(
                "doc",
                "--rulebook",
                ".",
                "--out",
                folder.resolve("none/regles.html").toString());
        assertEquals(2, nowhere.exit());
        assertTrue(nowhere.err().contains("no such folder"), nowhere.err());
        assertEquals(2, optam("doc", "--lang", "de").exit());
        assertEquals(2, optam("doc", "--format", "json").exit());
        assertFalse(optam("doc", "--help").out().isEmpty());
    }
}
