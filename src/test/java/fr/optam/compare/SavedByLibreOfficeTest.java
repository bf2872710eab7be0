package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.optam.rulebook.book.WorkbookCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that was opened and saved in LibreOffice says what it said, and merges with one that was not. */
class SavedByLibreOfficeTest {
    private static final List<Path> FILES = List.of(
            Path.of("decision-tables", "consequence", "prime-bareme.drl.xlsx"),
            Path.of("decision-tables", "reference", "engagements.xlsx"),
            Path.of("decision-tables", "modifiers", "urgence.drl.xlsx"));

    @TempDir
    Path temporary;

    private List<Path> saved() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + temporary.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                temporary.resolve("out").toString()));
        FILES.forEach(f -> command.add(f.toString()));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(temporary.resolve("said").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("LibreOffice is not installed");
            return List.of();
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            Assumptions.abort("LibreOffice does not answer");
        }
        return FILES.stream()
                .map(f -> temporary.resolve("out").resolve(f.getFileName()))
                .toList();
    }

    @Test
    void it_does_not_differ_and_takes_the_changes_of_others() throws Exception {
        List<Path> saved = saved();
        for (int i = 0; i < FILES.size(); i++) {
            byte[] before = Files.readAllBytes(FILES.get(i));
            byte[] after = Files.readAllBytes(saved.get(i));
            assertFalse(Arrays.equals(before, after));
            RulebookDiff diff = Comparison.of(
                    Edition.single("a", "x.xlsx", "x.xlsx", before), Edition.single("b", "x.xlsx", "x.xlsx", after));
            assertEquals(List.of(), diff.changes(), FILES.get(i).toString());
        }
        byte[] base = Files.readAllBytes(FILES.get(0));
        byte[] ours = set(Files.readAllBytes(saved.get(0)), "F12", "0.8000");
        byte[] theirs = set(base, "F13", "0.6000");
        for (WorkbookMerge.Merged merged :
                List.of(WorkbookMerge.of(base, ours, theirs), WorkbookMerge.of(base, theirs, ours))) {
            assertEquals(List.of(), merged.conflicts());
            assertEquals(
                    RandomEdits.content(set(set(base, "F12", "0.8000"), "F13", "0.6000")),
                    RandomEdits.content(merged.content()));
        }
    }

    private static byte[] set(byte[] file, String address, String text) throws Exception {
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            return copy.setCell("Table", address, text).bytes();
        }
    }
}
