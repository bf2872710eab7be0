package fr.optam.rulebook.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tables that others wrote, and tables in other formats: each is loaded, or refused with a cell and a reason. */
class ForeignTablesTest {
    private static final String PHASE = "decision-tables/modifiers/";
    private static final String RIGHTS = PHASE + "droits.drl.xlsx";

    @TempDir
    private Path folder;

    private RulebookCopy copy;

    @BeforeEach
    void copy() {
        copy = new RulebookCopy(folder);
    }

    private static List<Path> foreign() throws IOException, URISyntaxException {
        Path home = Path.of(
                ForeignTablesTest.class.getResource("drools-decisiontables").toURI());
        try (Stream<Path> list = Files.list(home)) {
            return list.filter(path ->
                            WorkbookReader.end(path.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_table_of_drools_is_refused_with_a_cell_and_a_reason() throws Exception {
        List<Path> foreign = foreign();
        for (Path path : foreign) {
            copy.write(PHASE + path.getFileName(), Files.readAllBytes(path));
        }
        List<RulebookProblem> problems = copy.problems();
        for (Path path : foreign) {
            assertRefused(PHASE + path.getFileName(), problems);
        }
        assertTrue(foreign.size() > 20);
        assertEquals(
                List.of(),
                problems.stream()
                        .filter(p -> p.message().en().contains("ignored"))
                        .toList());
    }

    @Test
    void without_drl_in_their_names_they_are_judged_too() throws Exception {
        List<Path> foreign = foreign();
        List<String> names = new ArrayList<>();
        for (Path path : foreign) {
            names.add(PHASE + path.getFileName().toString().replace(".drl.", "."));
            copy.write(names.get(names.size() - 1), Files.readAllBytes(path));
        }
        List<RulebookProblem> problems = copy.problems();
        names.forEach(name -> assertRefused(name, problems));
        assertTrue(problems.stream().anyMatch(p -> p.code().equals("IMPORT")));
    }

    private static void assertRefused(String file, List<RulebookProblem> problems) {
        List<RulebookProblem> own =
                problems.stream().filter(p -> p.file().equals(file)).toList();
        assertTrue(own.stream().anyMatch(p -> p.place().matches("[^!]+![A-Z]+[0-9]+")), file + " " + own);
        for (RulebookProblem each : own) {
            String said = each.text();
            assertTrue(!said.contains("Exception") && !said.contains("org.apache"), said);
            assertTrue(!each.hint().fr().isEmpty() && !each.hint().en().isEmpty(), said);
        }
    }

    @Test
    void an_import_of_another_class_is_refused_at_its_cell() throws Exception {
        copy.write(PHASE + "boire.drl.xls", Files.readAllBytes(named("CanDrink.drl.xls")));
        assertTrue(copy.problems().stream()
                .anyMatch(p -> p.code().equals("IMPORT") && p.place().endsWith("!B3")));
    }

    private static Path named(String name) throws Exception {
        return Path.of(ForeignTablesTest.class
                .getResource("drools-decisiontables/" + name)
                .toURI());
    }

    @Test
    void a_table_that_begins_in_another_column_is_refused_where_it_begins_and_its_head_is_judged() throws Exception {
        copy.write(PHASE + "base.drl.xls", Files.readAllBytes(named("BasicWorkbook.drl.xls")));
        List<RulebookProblem> own = copy.problems().stream()
                .filter(p -> p.file().equals(PHASE + "base.drl.xls"))
                .toList();
        assertTrue(own.stream().anyMatch(p -> p.code().equals("RULE_TABLE_PLACE")), own.toString());
        assertTrue(own.stream().anyMatch(p -> p.code().equals("RULE_SET")), own.toString());
    }

    // ---- our own tables in other formats ----------------------------------------------------------------------

    /** The same cells as an xls file, typed as they were. */
    private static byte[] xls(List<Sheet> sheets) {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat((short) 9);
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat((short) 20);
            for (Sheet from : sheets) {
                org.apache.poi.ss.usermodel.Sheet to = workbook.createSheet(from.name());
                from.merged().forEach(range -> to.addMergedRegion(CellRangeAddress.valueOf(range)));
                from.hiddenRows().forEach(row -> row(to, row).setZeroHeight(true));
                from.rows().values().forEach(row -> row.values().forEach(cell -> {
                    org.apache.poi.ss.usermodel.Cell made = row(to, cell.row()).createCell(cell.column() - 1);
                    switch (cell.kind()) {
                        case DATE -> {
                            boolean clock = cell.text().indexOf(':') >= 0;
                            made.setCellStyle(clock ? time : day);
                            if (clock) {
                                String[] parts = cell.text().split(":");
                                made.setCellValue(
                                        (Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1])) / 1440.0);
                            } else {
                                made.setCellValue(LocalDate.parse(cell.text()));
                            }
                        }
                        case NUMBER -> made.setCellValue(Double.parseDouble(cell.text()));
                        case PERCENT -> {
                            made.setCellStyle(percent);
                            made.setCellValue(Double.parseDouble(cell.text()));
                        }
                        default -> made.setCellValue(cell.text());
                    }
                }));
            }
            return RulebookCopy.bytes(workbook);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Row row(org.apache.poi.ss.usermodel.Sheet sheet, int number) {
        Row row = sheet.getRow(number - 1);
        return row == null ? sheet.createRow(number - 1) : row;
    }

    /** The first sheet as csv; merged cells repeat their text and end with three points, as Drools wants it. */
    private static String csv(Sheet sheet, char separator) {
        StringBuilder csv = new StringBuilder();
        for (int row = 1; row <= sheet.lastRow(); row++) {
            int last = sheet.rows().getOrDefault(row, new java.util.TreeMap<>()).isEmpty()
                    ? 0
                    : sheet.rows().get(row).lastKey();
            String merged = "";
            int until = 0;
            for (CellRangeAddress range :
                    sheet.merged().stream().map(CellRangeAddress::valueOf).toList()) {
                if (range.getFirstRow() == row - 1) {
                    merged = sheet.text(row, range.getFirstColumn() + 1) + "...";
                    until = range.getLastColumn() + 1;
                }
            }
            for (int column = 1; column <= Math.max(last, until); column++) {
                boolean inside =
                        column <= until && (column > 1 || sheet.cell(row, 1).isPresent());
                String text = inside ? merged : sheet.text(row, column);
                csv.append(column > 1 ? String.valueOf(separator) : "")
                        .append('"')
                        .append(text.replace("\"", "\"\""))
                        .append('"');
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private List<String> ours() {
        try (Stream<Path> walk = Files.walk(copy.file("decision-tables"))) {
            return walk.map(path -> copy.root().relativize(path).toString())
                    .filter(name -> name.endsWith(".xlsx") && !name.contains("/overlays/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void our_tables_and_lists_in_xls_say_the_same() throws Exception {
        Rulebook before = copy.load();
        for (String name : ours()) {
            List<Sheet> sheets = XlsxReader.read(copy.read(name));
            String to = name.replace(".xlsx", ".xls");
            copy.rename(name, to).write(to, xls(sheets));
        }
        assertSame(before, copy.load());
    }

    @Test
    void our_tables_and_lists_in_csv_say_the_same_whatever_the_separator() throws Exception {
        Rulebook before = copy.load();
        char[] separators = {',', ';', '\t'};
        int i = 0;
        for (String name : ours()) {
            List<Sheet> sheets = XlsxReader.read(copy.read(name));
            if (sheets.stream().noneMatch(sheet -> sheet.name().equals("Voulus"))) {
                String to = name.replace(".xlsx", ".csv");
                String text = (i % 2 == 0 ? "\uFEFF" : "") + csv(sheets.get(0), separators[i++ % 3]);
                copy.rename(name, to).write(to, text);
            }
        }
        assertTrue(i > 20);
        assertSame(before, copy.load());
    }

    private static void assertSame(Rulebook before, Rulebook after) {
        assertNotEquals(before.id().digest(), after.id().digest(), "files have other names");
        assertEquals(before.rules().keySet(), after.rules().keySet());
        before.tables().forEach((name, table) -> {
            List<RuleRow> rows = after.tables().get(name).rows();
            assertEquals(table.rows().size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(table.rows().get(i).conditions(), rows.get(i).conditions(), name);
                assertEquals(table.rows().get(i).actions(), rows.get(i).actions(), name);
                assertEquals(table.rows().get(i).citation(), rows.get(i).citation(), name);
            }
        });
        before.lists().forEach((name, list) -> {
            for (int i = 0; i < list.rows().size(); i++) {
                assertEquals(
                        list.rows().get(i).values(),
                        after.lists().get(name).rows().get(i).values(),
                        name);
            }
        });
    }

    @Test
    void the_digest_of_an_xls_table_is_taken_over_its_cells() throws Exception {
        String name = PHASE + "droits.drl.xls";
        List<Sheet> sheets = XlsxReader.read(copy.read(RIGHTS));
        copy.rename(RIGHTS, name).write(name, xls(sheets));
        String digest = copy.load().id().digest();
        restyled(name, workbook -> workbook.getSheetAt(0).setColumnWidth(0, 9999));
        assertEquals(digest, copy.load().id().digest());
        restyled(name, workbook -> workbook.getSheetAt(0)
                .getRow(9)
                .getCell(16, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellValue("Une remarque."));
        assertNotEquals(digest, copy.load().id().digest());
    }

    private void restyled(String name, java.util.function.Consumer<Workbook> edit) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(copy.read(name)))) {
            edit.accept(workbook);
            copy.write(name, RulebookCopy.bytes(workbook));
        }
    }

    @Test
    void one_table_in_two_formats_is_refused() throws Exception {
        copy.write(
                PHASE + "droits.drl.csv", csv(XlsxReader.read(copy.read(RIGHTS)).get(0), ';'));
        assertTrue(
                copy.problems().stream().anyMatch(p -> p.code().equals("TABLE_TWICE")),
                copy.problems().toString());
    }

    // ---- what is no such file ----------------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicTest> a_file_that_is_not_what_its_name_says_is_refused_in_words() throws Exception {
        byte[] xls = Files.readAllBytes(named("CanDrink.drl.xls"));
        byte[] xlsx = copy.read(RIGHTS);
        return Stream.of(
                refused("html.drl.xls", bytes("<html><table><tr><td>RuleSet</td></tr></table></html>"), "HTML"),
                refused("texte.drl.xls", bytes("RuleSet;modifiers\n"), "CSV"),
                refused("neuf.drl.xls", xlsx, "xlsx"),
                refused("vide.drl.xls", new byte[0], "vide"),
                refused("coupe.drl.xls", Arrays.copyOf(xls, xls.length / 2), "tronqué"),
                refused("tete.drl.xls", Arrays.copyOf(xls, 40), "tronqué"),
                refused("secret.drl.xls", locked(), "mot de passe"),
                refused("vieux.drl.xls", new byte[] {9, 4, 6, 0, 0, 0, 16, 0, 0, 0}, "1997"),
                refused("html.drl.csv", bytes("<html></html>"), "HTML"),
                refused("binaire.drl.csv", new byte[] {1, 2, 3}, "binaire"),
                refused("ansi.drl.csv", "RuleSet;modifiers;é\n".getBytes(Charset.forName("windows-1252")), "UTF-8"),
                refused("guillemet.drl.csv", bytes("RuleSet,modifiers\n\"RuleTable droits,\n"), "guillemet"),
                refused("vide.drl.csv", new byte[0], "vide"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DynamicTest refused(String name, byte[] content, String word) {
        return DynamicTest.dynamicTest(name, () -> {
            copy.write(PHASE + name, content);
            List<RulebookProblem> own = copy.problems().stream()
                    .filter(p -> p.file().equals(PHASE + name))
                    .toList();
            assertEquals(1, own.size(), own.toString());
            assertTrue(own.get(0).message().fr().contains(word), own.toString());
        });
    }

    private static byte[] locked() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Table").createRow(0).createCell(0).setCellValue("RuleTable");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            return RulebookCopy.bytes(workbook);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void an_xls_file_damaged_anywhere_is_read_or_refused_and_never_breaks_the_reader() throws Exception {
        byte[] xls = Files.readAllBytes(named("CanDrink.drl.xls"));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = xls.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                WorkbookReader.read("x.xls", damaged);
            } catch (fr.optam.rulebook.xlsx.WorkbookRefused told) {
                assertTrue(!told.said().fr().isEmpty());
            }
        }
    }

    @Test
    void cells_of_csv_are_where_a_spreadsheet_program_shows_them() throws Exception {
        Sheet sheet = WorkbookReader.read("dossier/essai.csv", bytes("a,,b\n\n\"c\nd\",\"e\"\"f\",\nx...,x...,y...\n"))
                .get(0);
        assertEquals("essai", sheet.name());
        assertEquals("b", sheet.text(1, 3));
        assertEquals("c\nd", sheet.text(3, 1));
        assertEquals("e\"f", sheet.text(3, 2));
        assertEquals("x", sheet.text(4, 1));
        assertEquals("", sheet.text(4, 2));
        assertEquals("y...", sheet.text(4, 3));
        assertEquals(List.of("A4:B4"), sheet.merged());
        assertEquals(Cell.Kind.TEXT, sheet.cell(1, 1).orElseThrow().kind());
    }
}
