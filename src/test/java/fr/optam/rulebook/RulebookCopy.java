package fr.optam.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A copy of the shipped rulebook that a test spoils. */
public final class RulebookCopy {
    private final Path root;
    private final Path cache;

    /** Copies the rulebook into a folder; compiled rules are shared. */
    public RulebookCopy(Path root) {
        this(root, Shipped.CACHE);
    }

    /** Copies the rulebook into a folder, with a cache of its own. */
    public RulebookCopy(Path root, Path cache) {
        this.root = root;
        this.cache = cache;
        copy(Path.of("rules-drl"));
        copy(Path.of("decision-tables"));
    }

    private void copy(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(p -> Files.isRegularFile(p)
                            && !p.getFileName().toString().startsWith("~$"))
                    .toList()) {
                Path target = root.resolve(path.toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the copy. */
    public Path file(String relative) {
        return root.resolve(relative);
    }

    /** Root of the copy. */
    public Path root() {
        return root;
    }

    /** Edits the first sheet of a workbook, as a spreadsheet program would. */
    public RulebookCopy edit(String relative, Consumer<Sheet> edit) {
        return rewrite(relative, workbook -> edit.accept(workbook.getSheetAt(0)));
    }

    /** Edits a workbook, as a spreadsheet program would. */
    public RulebookCopy rewrite(String relative, Consumer<Workbook> edit) {
        try {
            Workbook workbook;
            try (InputStream in = Files.newInputStream(file(relative))) {
                workbook = new XSSFWorkbook(in);
            }
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(RulebookCopy::share)));
            edit.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file(relative))) {
                workbook.write(out);
            }
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Texts that stand in their cell would stay there beside a new value: POI writes that beside them. */
    private static void share(Cell cell) {
        if (cell instanceof XSSFCell text && text.getCTCell().isSetIs()) {
            String said = text.getStringCellValue();
            text.setBlank();
            text.setCellValue(said);
        }
    }

    /** Writes a file. */
    public RulebookCopy write(String relative, byte[] content) {
        try {
            Files.createDirectories(file(relative).getParent());
            Files.write(file(relative), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a text in UTF-8. */
    public RulebookCopy write(String relative, String text) {
        return write(relative, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Renames a file. */
    public RulebookCopy rename(String relative, String to) {
        try {
            Files.createDirectories(file(to).getParent());
            Files.move(file(relative), file(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Bytes of a file. */
    public byte[] read(String relative) {
        try {
            return Files.readAllBytes(file(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and judges the copy. */
    public Rulebook load() throws RulebookInvalid {
        return RulebookLoader.load(new RulebookLocation(root, List.of(), cache));
    }

    /** Reads, judges and compiles the copy. */
    public Rulebook compiled() throws RulebookInvalid {
        Rulebook rulebook = load();
        rulebook.bases();
        return rulebook;
    }

    /** Every mistake; none if it is good. */
    public List<RulebookProblem> problems() {
        try {
            compiled();
            return List.of();
        } catch (RulebookInvalid e) {
            return e.problems();
        }
    }

    /** Bytes of a workbook. */
    public static byte[] bytes(Workbook workbook) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
