package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an analyst may do to the shipped files, one mistake a file: each is named by code, file, sheet and cell or line, in
 * French and English, and nothing else is. Mistakes of different files are made together, so that a run shows all of them.
 */
abstract class MistakesMade {
    /** A mistake, how it is made, and how it is told. */
    private record Mistake(
            String file, String code, String place, String fr, String en, boolean alone, Consumer<RulebookCopy> make) {
        String name() {
            return code + " " + file + " " + place + " " + en;
        }

        boolean is(RulebookProblem p) {
            return p.code().equals(code)
                    && p.file().equals(file)
                    && p.place().equals(place)
                    && p.text(true).contains(fr)
                    && p.text(false).contains(en);
        }
    }

    static final String TABLES = "decision-tables/";
    private final List<Mistake> mistakes = new ArrayList<>();

    /** Names the mistakes, one call each. */
    abstract void mistakes();

    @TestFactory
    Stream<DynamicTest> every_mistake_is_named_and_nothing_else(@TempDir Path folder) {
        mistakes();
        List<List<Mistake>> runs = runs();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Mistake> run = runs.get(i);
            Path own = folder.resolve("run" + i);
            RulebookCopy copy = new RulebookCopy(own);
            run.forEach(m -> m.make().accept(copy));
            List<RulebookProblem> found = found(copy);
            delete(own);
            for (Mistake m : run) {
                tests.add(DynamicTest.dynamicTest(m.name(), () -> assertNamed(m, found)));
            }
            tests.add(DynamicTest.dynamicTest("nothing else in run " + i, () -> assertNothingElse(run, found)));
        }
        return tests.stream();
    }

    /** Mistakes of different files in one run; some need a rulebook of their own. */
    private List<List<Mistake>> runs() {
        List<List<Mistake>> runs = new ArrayList<>();
        for (Mistake m : mistakes) {
            runs.stream()
                    .filter(r -> !m.alone() && !r.get(0).alone())
                    .filter(r -> r.stream().noneMatch(o -> o.file().equals(m.file())))
                    .findFirst()
                    .ifPresentOrElse(r -> r.add(m), () -> runs.add(new ArrayList<>(List.of(m))));
        }
        return runs;
    }

    private static void assertNamed(Mistake m, List<RulebookProblem> found) {
        List<RulebookProblem> own =
                found.stream().filter(p -> p.file().equals(m.file())).toList();
        assertEquals(1, found.stream().filter(m::is).count(), m.name() + " is not among " + lines(own));
    }

    private static void assertNothingElse(List<Mistake> run, List<RulebookProblem> found) {
        List<RulebookProblem> strange =
                found.stream().filter(p -> run.stream().noneMatch(o -> o.is(p))).toList();
        assertTrue(strange.isEmpty(), "told besides: " + lines(strange));
        assertFalse(found.stream()
                .anyMatch(p -> p.hint().fr().isEmpty() || !p.hint().en().startsWith("Maybe ")));
    }

    private static String lines(List<RulebookProblem> found) {
        return String.join(
                "\n",
                found.stream()
                        .map(p -> p.code() + " " + p.text() + " | " + p.text(true))
                        .toList());
    }

    private static List<RulebookProblem> found(RulebookCopy copy) {
        try {
            return copy.load().findings();
        } catch (RulebookInvalid e) {
            return e.problems();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mistake in a workbook, at a cell of its first sheet if no other is named. */
    void sheet(String file, String code, String cell, String fr, String en, Consumer<Sheet> edit) {
        String place = cell.contains("!") ? cell : "Table!" + cell;
        mistakes.add(new Mistake(TABLES + file, code, place, fr, en, false, c -> c.edit(TABLES + file, edit)));
    }

    /** A mistake in a DRL file, at a line. */
    void drl(String file, String code, int line, String fr, String en, UnaryOperator<String> edit) {
        String path = "rules-drl/" + file;
        mistakes.add(new Mistake(path, code, String.valueOf(line), fr, en, false, c -> {
            String before = new String(c.read(path), StandardCharsets.UTF_8);
            String after = edit.apply(before);
            assertFalse(before.equals(after), path + " " + code + " " + line + " changes nothing");
            c.write(path, after);
        }));
    }

    /** A mistake that is made otherwise than in the file that it is told of. */
    void made(String file, String code, String place, String fr, String en, Consumer<RulebookCopy> make) {
        mistakes.add(new Mistake(file, code, place, fr, en, false, make));
    }

    /** The last mistake needs a rulebook of its own. */
    void alone() {
        Mistake m = mistakes.remove(mistakes.size() - 1);
        mistakes.add(new Mistake(m.file(), m.code(), m.place(), m.fr(), m.en(), true, m.make()));
    }

    static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static Consumer<Sheet> text(String address, String text) {
        return sheet -> {
            cell(sheet, address).setBlank();
            cell(sheet, address).setCellValue(text);
        };
    }

    static Consumer<Sheet> blank(String... addresses) {
        return sheet -> Stream.of(addresses).forEach(a -> cell(sheet, a).setBlank());
    }

    static Consumer<Sheet> number(String address, double number, String format) {
        return sheet -> {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell(sheet, address).setBlank();
            cell(sheet, address).setCellValue(number);
            cell(sheet, address).setCellStyle(style);
        };
    }

    static UnaryOperator<String> swap(String from, String to) {
        return text ->
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    }

    /** The text with one line changed; first is 1. */
    static UnaryOperator<String> line(int number, String from, String to) {
        return text -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            assertTrue(lines.get(number - 1).contains(from), number + ": " + lines.get(number - 1));
            lines.set(number - 1, lines.get(number - 1).replace(from, to));
            return String.join("\n", lines);
        };
    }

    static UnaryOperator<String> without(int number) {
        return text -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            lines.remove(number - 1);
            return String.join("\n", lines);
        };
    }

    /** A DRL file whose first line that holds some words holds others instead. */
    void word(String file, String from, String code, String fr, String en, String to) {
        int at = line("rules-drl/" + file, from);
        drl(file, code, at, fr, en, line(at, from, to));
    }

    static int line(String file, String word) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int i = 0; i < lines.size(); i++) {
                boolean whole = word.matches("\\w+")
                        ? lines.get(i).strip().equals(word)
                        : lines.get(i).contains(word);
                if (whole) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(file + " does not say " + word);
    }
}
