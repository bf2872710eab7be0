package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.optam.rulebook.RulebookCopy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every workbook that LibreOffice saved anew is the same rulebook: same digest, same findings, none and some. */
class LibreOfficeRoundTripTest {
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";

    @TempDir
    private Path folder;

    @Test
    void workbooks_saved_by_libreoffice_have_the_same_digest_and_the_same_findings() throws Exception {
        Optional<Path> office = onPath("soffice");
        assumeTrue(office.isPresent(), "soffice is not on the PATH: LibreOffice could not be asked");
        RulebookCopy sound = new RulebookCopy(folder.resolve("sound"));
        RulebookCopy spoilt = new RulebookCopy(folder.resolve("spoilt"))
                .edit(RIGHTS, sheet -> sheet.getRow(9).getCell(3).setCellValue("K Y"))
                .edit(RIGHTS, sheet -> sheet.getRow(11).getCell(13).setCellValue("ZZ9"));
        String soundBefore = check(sound);
        String spoiltBefore = check(spoilt);
        assertTrue(soundBefore.contains("sha256:"), soundBefore);
        assertTrue(spoiltBefore.contains("D10"), spoiltBefore);
        List<Path> books = new ArrayList<>(workbooks(sound.root()));
        books.add(spoilt.file(RIGHTS));
        saveAnew(office.get(), books);
        assertEquals(soundBefore, check(sound));
        assertEquals(spoiltBefore, check(spoilt));
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> workbooks(Path root) throws Exception {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
    }

    /** Opens and saves every workbook, in one call of the program. */
    private void saveAnew(Path office, List<Path> books) throws Exception {
        Path from = Files.createDirectories(folder.resolve("from"));
        Path to = Files.createDirectories(folder.resolve("to"));
        List<String> call = new ArrayList<>(List.of(
                office.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                to.toString()));
        for (int i = 0; i < books.size(); i++) {
            call.add(Files.copy(books.get(i), from.resolve(i + ".xlsx")).toString());
        }
        Process process = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS), "LibreOffice did not end");
        for (int i = 0; i < books.size(); i++) {
            byte[] saved = Files.readAllBytes(to.resolve(i + ".xlsx"));
            assertTrue(!Arrays.equals(saved, Files.readAllBytes(books.get(i))), "LibreOffice wrote other bytes");
            Files.write(books.get(i), saved);
        }
    }

    private static String check(RulebookCopy copy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(
                new String[] {"check", "--rulebook", copy.root().toString()},
                new Shell(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(out, true, UTF_8),
                        false,
                        false,
                        Map.of("OPTAM_CACHE", Path.of("target", "test-cache").toString()),
                        Optional.empty()));
        return out.toString(UTF_8);
    }
}
