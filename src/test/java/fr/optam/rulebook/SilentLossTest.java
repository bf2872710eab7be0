package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Drools drops, guesses or joins without a word, one mistake a file. All spoilt files stand in one copy of the
 * rulebook, so that one load shows that each is refused at its own place.
 */
class SilentLossTest {
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String SCALE = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final String CLAWBACK = "decision-tables/consequence/recuperation.drl.xlsx";
    private static final String SPECIALTIES = "decision-tables/reference/specialites.xlsx";
    private static final String REGIONS = "decision-tables/reference/corrections-regionales.xlsx";
    private static final String COUNTS = "decision-tables/reference/eligibilite-actes.xlsx";

    /** A mistake: in which file it is made, what it should be called, and where. */
    private record Mistake(String name, String file, String code, String place) {}

    private static final List<Mistake> MISTAKES = new ArrayList<>();
    private static List<RulebookProblem> problems;
    private static RulebookCopy copy;

    @BeforeAll
    static void spoil(@TempDir Path folder) {
        MISTAKES.clear();
        copy = new RulebookCopy(folder);
        headers();
        rows();
        cells();
        hidden();
        lists();
        sheets();
        files();
        problems = copy.problems();
    }

    @TestFactory
    Stream<DynamicTest> is_refused_with_file_sheet_cell_and_a_hint() {
        return MISTAKES.stream()
                .map(m -> DynamicTest.dynamicTest(m.name, () -> {
                    List<RulebookProblem> own = problems.stream()
                            .filter(p -> p.file().equals(m.file))
                            .toList();
                    assertTrue(
                            own.stream()
                                    .anyMatch(p ->
                                            p.code().equals(m.code) && p.place().equals(m.place)),
                            m.code + " at " + m.place + " is not among " + own);
                    own.forEach(p -> assertTrue(
                            p.hint().en().startsWith("Maybe ") || p.hint().en().startsWith("Ids "), p.toString()));
                    assertTrue(own.size() <= 8, "one mistake is told " + own.size() + " times: " + own);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_good_file_beside_them_is_not_blamed() {
        return Stream.of(RIGHTS, SCALE, SPECIALTIES)
                .map(file -> DynamicTest.dynamicTest(
                        file,
                        () -> assertEquals(
                                List.of(),
                                problems.stream()
                                        .filter(p -> p.file().equals(file))
                                        .toList())));
    }

    // ---- how mistakes are made ---------------------------------------------------------------------------------

    private static void table(String name, String base, String code, String place, Consumer<Sheet> edit) {
        boolean list = base.contains("/reference/");
        String subject = "faute-" + MISTAKES.size();
        String file = base.substring(0, base.lastIndexOf('/') + 1) + subject + (list ? ".xlsx" : ".drl.xlsx");
        copy.write(file, copy.read(base));
        copy.edit(file, sheet -> {
            if (list) {
                sheet.getRow(0).getCell(1).setCellValue("reference/" + subject);
            }
            for (int i = list ? 3 : 9; i <= sheet.getLastRowNum(); i++) {
                sheet.getRow(i)
                        .getCell(0)
                        .setCellValue(sheet.getRow(i).getCell(0).getStringCellValue() + "-F" + MISTAKES.size());
            }
            edit.accept(sheet);
        });
        MISTAKES.add(new Mistake(name, file, code, place));
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        org.apache.poi.ss.usermodel.Cell cell = row.getCell(at.getCol());
        return cell == null ? row.createCell(at.getCol()) : cell;
    }

    private static Consumer<Sheet> text(String address, String text) {
        return sheet -> cell(sheet, address).setCellValue(text);
    }

    private static Consumer<Sheet> blank(String... addresses) {
        return sheet -> Arrays.stream(addresses).forEach(a -> cell(sheet, a).setBlank());
    }

    private static Consumer<Sheet> number(String address, double number, String format) {
        return sheet -> {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell(sheet, address).setCellValue(number);
            cell(sheet, address).setCellStyle(style);
        };
    }

    private static Consumer<Sheet> formula(String address, String formula, String value) {
        return sheet -> {
            cell(sheet, address).setCellFormula(formula);
            cell(sheet, address).setCellValue(value);
        };
    }

    private static Consumer<Sheet> merge(String range) {
        return sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }

    private static void remove(Sheet sheet, int row) {
        sheet.removeRow(sheet.getRow(row - 1));
        sheet.shiftRows(row, sheet.getLastRowNum(), -1);
    }

    // ---- the mistakes ------------------------------------------------------------------------------------------

    private static void headers() {
        for (String word : List.of(
                "Remarque",
                "Base légale",
                "Xx",
                "Libellé",
                "Notes",
                "NOLOOP",
                "Version",
                "Zone",
                "METADATAS",
                "metadata",
                "PRIORITY",
                "SALIENCE")) {
            table("keyword " + word, RIGHTS, "KEYWORD", "Table!Q6", text("Q6", word));
        }
        table("keyword CONDTION", RIGHTS, "KEYWORD", "Table!D6", text("D6", "CONDTION"));
        table("keyword Actions autorisées", RIGHTS, "KEYWORD", "Table!K6", text("K6", "Actions autorisées"));
        table("column without a keyword", RIGHTS, "CELL_OUTSIDE", "Table!R11", text("R11", "à revoir"));
        table("snippet without a keyword", RIGHTS, "KEYWORD_MISSING", "Table!Q6", blank("Q6"));
        table("no id column", RIGHTS, "NAME_MISSING", "Table!A6", blank("A6"));
        table("two id columns", RIGHTS, "SNIPPET_TWICE", "Table!Q6", text("Q6", "NAME"));
        table("RuleTableBis", RIGHTS, "RULE_TABLE_NAME", "Table!A5", text("A5", "RuleTableBis"));
        table("Rule Set misspelt", RIGHTS, "PROPERTY", "Table!A1", text("A1", "RulSet"));
        table("property Functions", RIGHTS, "PROPERTY", "Table!A4", text("A4", "Functions"));
        table("property AGENDA-GROUP, which leaks", RIGHTS, "PROPERTY", "Table!A4", text("A4", "AGENDA-GROUP"));
        table("property PRIORITY", RIGHTS, "PROPERTY", "Table!A4", text("A4", "PRIORITY"));
        table("property Queries", RIGHTS, "PROPERTY", "Table!A4", text("A4", "Queries"));
        table("property beside a property", RIGHTS, "PROPERTY", "Table!D2", text("D2", "Functions"));
        table("property twice", RIGHTS, "PROPERTY", "Table!A4", text("A4", "RuleSet"));
        table("number format not ignored", RIGHTS, "PROPERTY", "Table!B4", text("B4", "false"));
        table("import of another class", RIGHTS, "IMPORT", "Table!B2", text("B2", "java.lang.Runtime"));
        table("import of a package", RIGHTS, "IMPORT", "Table!B2", text("B2", "fr.optam.fact.flat.*"));
        table("import of another fact", RIGHTS, "IMPORT", "Table!B7", text("B2", "fr.optam.fact.flat.Act"));
        table("stage of another phase", RIGHTS, "RULE_SET", "Table!B1", text("B1", "consequence"));
        table("no such stage", RIGHTS, "RULE_SET", "Table!B1", text("B1", "modificateurs"));
        table("other variables", RIGHTS, "VARIABLES", "Table!B3", text("B3", "java.lang.Runtime out"));
        table("pattern of no fact", RIGHTS, "PATTERN", "Table!B7", text("B7", "$f : Dossier"));
        table("pattern with a constraint", RIGHTS, "PATTERN", "Table!B7", text("B7", "$f : Letter(eval(true))"));
        table("pattern repeated instead of merged", RIGHTS, "PATTERN_TWICE", "Table!C7", sheet -> {
            sheet.removeMergedRegion(0);
            "CDEFGHIJ".chars().forEach(c -> cell(sheet, (char) c + "7").setCellValue("$f : Letter"));
        });
        table("pattern over some of the conditions", RIGHTS, "PATTERN_RANGE", "Table!B7", sheet -> {
            sheet.removeMergedRegion(0);
            sheet.addMergedRegion(CellRangeAddress.valueOf("B7:H7"));
        });
        table(
                "code in a condition snippet",
                RIGHTS,
                "SNIPPET",
                "Table!D8",
                text("D8", "eval(System.exit(0) == \"$param\")"));
        table(
                "second test in a snippet",
                RIGHTS,
                "SNIPPET",
                "Table!D8",
                text("D8", "among(\"letter\", \"$param\") || true"));
        table(
                "code in an outcome snippet",
                RIGHTS,
                "SNIPPET",
                "Table!K8",
                text("K8", "out.set($f, \"a\", \"$param\"); System.exit(0);"));
        table(
                "code in a metadata snippet",
                RIGHTS,
                "SNIPPET",
                "Table!N8",
                text("N8", "source(\"$param\") when eval(true)"));
        table("same test twice", RIGHTS, "SNIPPET_TWICE", "Table!E8", text("E8", "among(\"letter\", \"$param\")"));
        table("header row lost", RIGHTS, "HEADER_ROW", "Table!A9", sheet -> remove(sheet, 9));
        table("header Début mistyped", RIGHTS, "COLUMN_MISSING", "Table!B9", text("B9", "Debut"));
        table("header Fin mistyped", RIGHTS, "COLUMN_MISSING", "Table!C9", text("C9", "fin"));
        table(
                "first day compared otherwise",
                RIGHTS,
                "COLUMN_MISSING",
                "Table!B8",
                text("B8", "above(\"on\", $param)"));
    }

    private static void rows() {
        table("blank row", RIGHTS, "BLANK_ROW", "Table!A13", sheet -> sheet.removeRow(sheet.getRow(12)));
        table(
                "blank row below the header",
                RIGHTS,
                "BLANK_ROW",
                "Table!A10",
                sheet -> sheet.removeRow(sheet.getRow(9)));
        table("far cell", RIGHTS, "BLANK_ROW", "Table!A21", text("A50000", "MODI-FAR-1"));
        table("Total glued below", RIGHTS, "ID_GRAMMAR", "Table!A21", sheet -> {
            text("A21", "Total").accept(sheet);
            text("K21", "12").accept(sheet);
        });
        table("second table below", RIGHTS, "ID_GRAMMAR", "Table!A21", text("A21", "RuleTable autre"));
        table("row without an outcome", RIGHTS, "NO_OUTCOME", "Table!K10", blank("K10", "L10", "M10"));
        table(
                "row without a condition",
                RIGHTS,
                "NO_CONDITION",
                "Table!D10",
                blank("D10", "E10", "F10", "G10", "H10", "I10", "J10"));
        table("row without a source", RIGHTS, "UNCITED_ROW", "Table!N10", blank("N10"));
        table("row without a confidence", RIGHTS, "CONFIDENCE_UNKNOWN", "Table!P10", blank("P10"));
        table("confidence in French", RIGHTS, "CONFIDENCE_UNKNOWN", "Table!P10", text("P10", "LOI"));
        table("row without a first day", RIGHTS, "VALIDITY_MISSING", "Table!B10", blank("B10"));
        table(
                "validity that ends before it starts",
                RIGHTS,
                "VALIDITY_ORDER",
                "Table!C10",
                number("C10", 40000, "yyyy-mm-dd"));
        table("row without an id", RIGHTS, "ID_GRAMMAR", "Table!A10", blank("A10"));
        table("id twice", RIGHTS, "ID_TWICE", "Table!A11", sheet -> text(
                        "A11", cell(sheet, "A10").getStringCellValue())
                .accept(sheet));
        table("quote in an id", RIGHTS, "ID_GRAMMAR", "Table!A10", text("A10", "MODI-\"K"));
        table(
                "DESCRIPTION that breaks out",
                RIGHTS,
                "ID_GRAMMAR",
                "Table!A10",
                text("A10", "A-1\" when then System.exit(0); end rule \"B-1"));
        table("bounds exchanged", SCALE, "EMPTY_RANGE", "Table!E11", sheet -> {
            text("D11", "2.00").accept(sheet);
            text("E11", "1.00").accept(sheet);
        });
        table("bounds that leave nothing", SCALE, "EMPTY_RANGE", "Table!E11", sheet -> {
            text("D11", "1.00").accept(sheet);
            text("E11", "1.00").accept(sheet);
        });
    }

    private static void cells() {
        table("list of decimal commas", SCALE, "CELL_VALUE", "Table!D11", text("D11", "12,5,20,5"));
        table("decimal comma", SCALE, "CELL_VALUE", "Table!D11", text("D11", "12,5"));
        table("two bounds in a cell", SCALE, "CELL_VALUE", "Table!D11", text("D11", "1.00 2.00"));
        table("thousands with a space", SCALE, "CELL_VALUE", "Table!D11", text("D11", "1 000"));
        table("thousands with a no-break space", SCALE, "INVISIBLE_CHARACTER", "Table!D11", text("D11", "1\u00A0000"));
        table("thousands with a narrow space", SCALE, "INVISIBLE_CHARACTER", "Table!D11", text("D11", "1\u202F000"));
        table("unit beside a number", SCALE, "CELL_VALUE", "Table!D11", text("D11", "10 points"));
        table("percent in a condition", SCALE, "PERCENT_CELL", "Table!D11", number("D11", 0.25, "0%"));
        table("100 percent in an outcome", SCALE, "PERCENT_CELL", "Table!F11", number("F11", 1, "0.00%"));
        table("a date where a number is wanted", SCALE, "CELL_VALUE", "Table!F11", number("F11", 45000, "yyyy-mm-dd"));
        table(
                "formula in an outcome, as text",
                SCALE,
                "CELL_VALUE",
                "Table!F11",
                text("F11", "lookup('reference/options', 'next', yearEnd)"));
        table("code in an outcome, as text", SCALE, "CELL_VALUE", "Table!F11", text("F11", "1\"); System.exit(0); //"));
        table("number too large", SCALE, "CELL_VALUE", "Table!D11", number("D11", 1e20, "0"));
        table("number far too large", SCALE, "NUMBER_TOO_LARGE", "Table!D11", number("D11", 1e300, "0"));
        table("true or true", CLAWBACK, "CELL_VALUE", "Table!G11", text("G11", "true || true"));
        table("VRAI as a truth value", CLAWBACK, "CELL_VALUE", "Table!G11", sheet -> cell(sheet, "G11")
                .setCellValue(true));
        table("VRAI as text", CLAWBACK, "CELL_VALUE", "Table!G11", text("G11", "VRAI"));
        table("no-break space in a code", RIGHTS, "INVISIBLE_CHARACTER", "Table!H11", text("H11", "OPTAM_CO\u00A0"));
        table("zero-width space in a code", RIGHTS, "INVISIBLE_CHARACTER", "Table!H11", text("H11", "OPTAM\u200B_CO"));
        table("line break in a code", RIGHTS, "INVISIBLE_CHARACTER", "Table!H11", text("H11", "OPTAM_\nCO"));
        table("space behind a code", RIGHTS, "OUTER_SPACES", "Table!H11", text("H11", "OPTAM_CO "));
        table("Cyrillic letter in a code", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "\u041EPTAM_CO"));
        table("accent in a code", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "OPTÄM"));
        table("typographic quotes around a code", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "“OPTAM”"));
        table("straight quotes around a code", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "\"OPTAM\""));
        table("backslash in a code", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "OPTAM\\"));
        table("asterisk for any", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "*"));
        table("dash for any", RIGHTS, "CELL_VALUE", "Table!H11", text("H11", "-"));
        table("capitals of a code", RIGHTS, "CODE_CAPITALS", "Table!H11", text("H11", "optam_co"));
        table("capitals of a code in a list", RIGHTS, "CODE_CAPITALS", "Table!H11", text("H11", "AUCUNE;Optam"));
        table("number in a code column", RIGHTS, "NOT_TEXT", "Table!G11", number("G11", 2, "General"));
        table("date in a code column", RIGHTS, "NOT_TEXT", "Table!G11", number("G11", 45000, "yyyy-mm-dd"));
        table("number as an outcome code", RIGHTS, "NOT_TEXT", "Table!M11", number("M11", 3, "General"));
        table("outcome with a space", RIGHTS, "CELL_VALUE", "Table!K11", text("K11", "A PAYER"));
        table("French date as text", RIGHTS, "CELL_VALUE", "Table!B11", text("B11", "01/02/2025"));
        table("date that does not exist", RIGHTS, "CELL_VALUE", "Table!B11", text("B11", "2025-02-30"));
        table("date with a time", RIGHTS, "CELL_VALUE", "Table!B11", number("B11", 45000.5, "yyyy-mm-dd hh:mm"));
        table("date not formatted as one", RIGHTS, "CELL_VALUE", "Table!B11", number("B11", 45000, "0"));
        table("ANY where a date is wanted", RIGHTS, "CELL_VALUE", "Table!B11", text("B11", "ANY"));
        table("formula", RIGHTS, "FORMULA_CELL", "Table!H11", formula("H11", "H10", "OPTAM_CO"));
        table("formula without a value", RIGHTS, "FORMULA_CELL", "Table!H11", formula("H11", "\"\"", ""));
        table("formula in the source", RIGHTS, "FORMULA_CELL", "Table!N11", formula("N11", "N10", "L5"));
        table("formula in a note", RIGHTS, "FORMULA_CELL", "Table!Q11", formula("Q11", "A10", "Note"));
        table("formula in a header", RIGHTS, "FORMULA_CELL", "Table!D9", formula("D9", "A9", "Lettre"));
        table("error value", RIGHTS, "ERROR_CELL", "Table!H11", sheet -> cell(sheet, "H11")
                .setCellErrorValue(FormulaError.NA.getCode()));
        table("no-break space in a source", RIGHTS, "INVISIBLE_CHARACTER", "Table!N11", text("N11", "L5\u00A0"));
        table("data merged downwards", RIGHTS, "MERGED_CELLS", "Table!H11", merge("H11:H12"));
        table("data merged sideways", RIGHTS, "MERGED_CELLS", "Table!G11", merge("G11:H11"));
        table("header merged", RIGHTS, "MERGED_CELLS", "Table!K9", merge("K9:L9"));
    }

    private static void hidden() {
        table("hidden row", RIGHTS, "HIDDEN_ROW", "Table!A12", sheet -> sheet.getRow(11)
                .setZeroHeight(true));
        table("row of no height", RIGHTS, "HIDDEN_ROW", "Table!A12", sheet -> sheet.getRow(11)
                .setHeight((short) 0));
        table("hidden header", RIGHTS, "HIDDEN_ROW", "Table!A9", sheet -> sheet.getRow(8)
                .setZeroHeight(true));
        table("hidden condition", RIGHTS, "HIDDEN_COLUMN", "Table!H9", sheet -> sheet.setColumnHidden(7, true));
        table("hidden source", RIGHTS, "HIDDEN_COLUMN", "Table!N9", sheet -> sheet.setColumnHidden(13, true));
        table("hidden sheet", RIGHTS, "HIDDEN_SHEET", "Table!A1", sheet -> {
            sheet.getWorkbook().setActiveSheet(1);
            sheet.getWorkbook().setSheetHidden(0, true);
        });
    }

    private static void lists() {
        table("list: number in a code column", SPECIALTIES, "NOT_TEXT", "Table!B5", number("B5", 4, "00"));
        table("list: truth value in a code column", SPECIALTIES, "NOT_TEXT", "Table!B5", sheet -> cell(sheet, "B5")
                .setCellValue(true));
        table("list: no-break space in a code", SPECIALTIES, "INVISIBLE_CHARACTER", "Table!B5", text("B5", "04\u00A0"));
        table("list: blank row", SPECIALTIES, "BLANK_ROW", "Table!A7", sheet -> sheet.removeRow(sheet.getRow(6)));
        table("list: header row lost", SPECIALTIES, "HEADER_ROW", "Table!A3", sheet -> remove(sheet, 3));
        table("list: technical rows lost", SPECIALTIES, "NOT_A_LIST", "Table!A1", sheet -> {
            remove(sheet, 2);
            remove(sheet, 1);
        });
        table("list: name of another list", SPECIALTIES, "NOT_A_LIST", "Table!B1", text("B1", "reference/options"));
        table("list: unknown type", SPECIALTIES, "COLUMN_TYPE", "Table!B2", text("B2", "specialty:kode"));
        table("list: column without a type", SPECIALTIES, "COLUMN_TYPE", "Table!B2", text("B2", "specialty"));
        table("list: column twice", SPECIALTIES, "COLUMN_TWICE", "Table!C2", text("C2", "specialty:code"));
        table("list: column without a name", SPECIALTIES, "COLUMN_TYPE", "Table!B2", blank("B2"));
        table("list: value beside the table", SPECIALTIES, "CELL_OUTSIDE", "Table!Z5", text("Z5", "à revoir"));
        table("list: id twice", SPECIALTIES, "ID_TWICE", "Table!A6", sheet -> text(
                        "A6", cell(sheet, "A5").getStringCellValue())
                .accept(sheet));
        table("list: remark glued below", SPECIALTIES, "ID_MISSING", "Table!C58", text("C58", "Total"));
        table("list: formula in a text", SPECIALTIES, "FORMULA_CELL", "Table!C5", formula("C5", "C4", "Chirurgie"));
        table("list: error value in a text", SPECIALTIES, "ERROR_CELL", "Table!C5", sheet -> cell(sheet, "C5")
                .setCellErrorValue(FormulaError.REF.getCode()));
        table("list: hidden row", SPECIALTIES, "HIDDEN_ROW", "Table!A8", sheet -> sheet.getRow(7)
                .setZeroHeight(true));
        table("list: hidden column", SPECIALTIES, "HIDDEN_COLUMN", "Table!B3", sheet -> sheet.setColumnHidden(1, true));
        table("list: merged cells", SPECIALTIES, "MERGED_CELLS", "Table!D5", merge("D5:D6"));
        table("list: unknown source", SPECIALTIES, "SOURCE_UNKNOWN", "Table!H5", sheet -> {
            int column = column(sheet, "source:text");
            sheet.getRow(4).getCell(column).setCellValue("ZZ99");
        });
        table("list: percentage for points", REGIONS, "PERCENT_CELL", "Table!C4", number("C4", 0.1, "0%"));
        table("list: decimal comma", REGIONS, "CELL_VALUE", "Table!C4", text("C4", "2,50"));
        table("list: text in a number", COUNTS, "CELL_VALUE", "Table!C4", text("C4", "cinquante"));
        table("list: decimals in a whole number", COUNTS, "CELL_VALUE", "Table!C4", number("C4", 49.5, "0"));
        table("list: percentage for a whole number", COUNTS, "PERCENT_CELL", "Table!C4", number("C4", 50, "0%"));
    }

    private static int column(Sheet sheet, String name) {
        for (org.apache.poi.ss.usermodel.Cell cell : sheet.getRow(1)) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(name);
    }

    private static void sheets() {
        workbook("rules on a second sheet", "SECOND_TABLE", "Autre!A1", w -> w.createSheet("Autre")
                .createRow(0)
                .createCell(0)
                .setCellValue("RuleTable autre"));
        workbook("rules on the notes", "SECOND_TABLE", "Notes!A71", w -> w.getSheet("Notes")
                .createRow(70)
                .createCell(0)
                .setCellValue("RuleTable autre"));
        workbook("notes first", "NO_RULE_TABLE", "Notes!A1", w -> w.setSheetOrder("Notes", 0));
    }

    private static void workbook(String name, String code, String place, Consumer<Workbook> edit) {
        String file = "decision-tables/modifiers/faute-" + MISTAKES.size() + ".drl.xlsx";
        copy.write(file, copy.read(RIGHTS));
        copy.rewrite(file, edit);
        MISTAKES.add(new Mistake(name, file, code, place));
    }

    private static void files() {
        byte[] rights = copy.read(RIGHTS);
        file("plain xlsx in a phase", "decision-tables/modifiers/droits-b.xlsx", "FILE_IGNORED", "Table!A5", rights);
        file("ending in capitals", "decision-tables/modifiers/DROITS.DRL.XLSX", "FILE_IGNORED", "Table!A5", rights);
        file("browser's copy", "decision-tables/modifiers/droits.drl (1).xlsx", "FILE_IGNORED", "Table!A5", rights);
        file("backup", "decision-tables/modifiers/droits.drl.xlsx~", "FILE_IGNORED", "", rights);
        file(
                "lock of a spreadsheet program",
                "decision-tables/modifiers/~$droits.drl.xlsx",
                "WORKBOOK_OPEN",
                "",
                new byte[165]);
        file(
                "lock of LibreOffice",
                "decision-tables/modifiers/.~lock.droits.drl.xlsx#",
                "WORKBOOK_OPEN",
                "",
                new byte[10]);
        file(
                "sidecar of properties",
                "decision-tables/modifiers/droits.drl.xlsx.properties",
                "FILE_IGNORED",
                "",
                new byte[10]);
        file("csv table of no text", "decision-tables/modifiers/binaire.drl.csv", "NOT_A_WORKBOOK", "", new byte[10]);
        file("rule table among lists", "decision-tables/reference/droits.drl.xlsx", "FILE_IGNORED", "Table!A5", rights);
        file("table in no phase", "decision-tables/droits.drl.xlsx", "FILE_IGNORED", "Table!A5", rights);
        file(
                "table in an unknown phase",
                "decision-tables/modifier/droits.drl.xlsx",
                "FILE_IGNORED",
                "Table!A5",
                rights);
        file(
                "csv renamed",
                "decision-tables/modifiers/texte.drl.xlsx",
                "NOT_A_WORKBOOK",
                "",
                "RuleSet;modifiers\n".getBytes(StandardCharsets.UTF_8));
        file("empty workbook", "decision-tables/modifiers/vide.drl.xlsx", "NOT_A_WORKBOOK", "", new byte[0]);
        file(
                "truncated workbook",
                "decision-tables/modifiers/coupe.drl.xlsx",
                "NOT_A_WORKBOOK",
                "",
                Arrays.copyOf(rights, rights.length / 2));
        file("old xls", "decision-tables/modifiers/ancien.drl.xlsx", "NOT_A_WORKBOOK", "", new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0
        });
        file("drl as text", "rules-drl/derive/regle.drl.txt", "FILE_IGNORED", "", new byte[0]);
        file("drl in no phase", "rules-drl/regle.drl", "FILE_IGNORED", "", new byte[0]);
        file("drl in an unknown phase", "rules-drl/eligibilite/regle.drl", "FILE_IGNORED", "", new byte[0]);
        file(
                "drl in windows-1252",
                "rules-drl/derive/ansi.drl",
                "NOT_UTF8",
                "1",
                "package derive // générale".getBytes(Charset.forName("windows-1252")));
        file(
                "drl in UTF-16",
                "rules-drl/derive/utf16.drl",
                "NOT_UTF8",
                "1",
                "package derive".getBytes(StandardCharsets.UTF_16));
        file(
                "drl without a package",
                "rules-drl/derive/sans.drl",
                "PACKAGE",
                "1",
                "import fr.optam.fact.flat.Year\n".getBytes(StandardCharsets.UTF_8));
        file(
                "drl of another package",
                "rules-drl/derive/autre.drl",
                "PACKAGE",
                "1",
                "package decide\n".getBytes(StandardCharsets.UTF_8));
        file("drl too large", "rules-drl/derive/grand.drl", "FILE_TOO_LARGE", "", new byte[300 << 10]);
    }

    private static void file(String name, String path, String code, String place, byte[] content) {
        copy.write(path, content);
        MISTAKES.add(new Mistake(name, path, code, place));
    }

    /** POI reads what was spoilt, so the mistakes are in sheets that a spreadsheet program would show. */
    @TestFactory
    Stream<DynamicTest> a_spoilt_workbook_is_one_that_opens() {
        return MISTAKES.stream()
                .filter(m -> m.file.contains("/faute-"))
                .limit(5)
                .map(m -> DynamicTest.dynamicTest(m.name, () -> {
                    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(copy.read(m.file)))) {
                        assertTrue(workbook.getNumberOfSheets() >= 2);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }));
    }
}
