package fr.optam.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.Shipped;
import fr.optam.scenario.sheet.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a workbook is a scenario; whatever is wrong in it is named by its cell. */
class ScenarioWorkbookTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(Shipped.base());

    /** Stands for a formula of a cell. */
    private record Formula(String text) {}

    @TempDir
    private Path root;

    @BeforeEach
    void bases() throws IOException {
        Files.createDirectories(root.resolve("bases"));
        Files.writeString(root.resolve("bases/surgeon.yaml"), """
                practitioner: { id: "9", sector: "2", specialty: "04", installedOn: 2005-09-01 }
                memberships: [ { option: OPTAM, from: 2017-01-01, to: null } ]
                activity: [ { year: 2024, overruns: 5.00 } ]
                acts: []
                """);
        Files.writeString(root.resolve("bases/act.yaml"), "code: HHFA016\nquantity: 1\n");
    }

    /** Writes rows below a French row of headers and a row of technical names, and reads them. */
    private List<Scenario> read(List<Object> names, List<List<Object>> rows) throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Cas");
            sheet.createRow(0).createCell(0).setCellValue("Ce que l’analyste lit");
            List<List<Object>> all = new ArrayList<>(List.of(names));
            all.addAll(rows);
            for (int r = 0; r < all.size(); r++) {
                for (int c = 0; c < all.get(r).size(); c++) {
                    set(workbook, sheet, r + 1, c, all.get(r).get(c));
                }
            }
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("id");
            return write(workbook);
        }
    }

    private List<Scenario> write(Workbook workbook) throws IOException {
        Files.createDirectories(root.resolve("prime"));
        try (OutputStream out = Files.newOutputStream(root.resolve("prime/marches.scenarios.xlsx"))) {
            workbook.write(out);
        }
        return Scenarios.read(root, Selection.all(), VOCABULARY);
    }

    private static void set(Workbook workbook, Sheet sheet, int row, int column, Object value) {
        Cell cell = (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes);
        } else if (value instanceof Formula formula) {
            cell.setCellFormula(formula.text());
            cell.setCellValue(1);
        } else if (value instanceof LocalDate day) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            cell.setCellStyle(style);
            cell.setCellValue(day);
        } else if (!value.equals("")) {
            cell.setCellValue(value.toString());
        }
    }

    private String facts(List<Object> names, List<Object> values) throws IOException {
        Scenario scenario = read(all(names, "id", "title", "prime"), List.of(all(values, "one", "T.", "DUE")))
                .get(0);
        assertEquals(List.of(), scenario.problems());
        return new String(scenario.given().orElseThrow().facts(), StandardCharsets.UTF_8);
    }

    private static List<Object> all(List<Object> list, Object... more) {
        List<Object> all = new ArrayList<>(List.of(more));
        all.addAll(list);
        return all;
    }

    private List<String> mistakes(List<Object> names, List<Object> values) throws IOException {
        return read(all(names, "id", "title", "prime"), List.of(all(values, "one", "T.", "DUE"))).stream()
                .flatMap(s -> s.problems().stream())
                .map(p -> p.text(false))
                .toList();
    }

    @Test
    void facts_are_laid_over_a_base_by_path() throws IOException {
        assertEquals(
                "{\"practitioner\":{\"id\":\"9\",\"sector\":\"1DP\",\"specialty\":\"04\"},"
                        + "\"memberships\":[{\"option\":\"OPTAM_ACO\",\"from\":\"2017-01-01\",\"to\":\"2025-06-30\"}],"
                        + "\"activity\":[{\"year\":2024,\"overruns\":98400.5,\"actCounts\":{\"ADC\":49}},"
                        + "{\"year\":2025,\"overruns\":\"12.00\"}],\"acts\":[{\"code\":\"HHFA016\",\"quantity\":1,"
                        + "\"id\":\"a1\",\"modifiers\":\"\",\"association\":null,\"emergency\":true}],\"year\":2025,"
                        + "\"events\":[{\"type\":\"QUARTER_BREACHED\",\"on\":\"2025-04-01\"},"
                        + "{\"type\":\"QUARTER_BREACHED\",\"on\":\"2025-07-01\"},"
                        + "{\"type\":\"AMENDMENT_SENT\",\"on\":\"2025-08-01\"}],"
                        + "\"schema\":\"optam/practitioner-year/1\"}",
                facts(
                        List.of(
                                "base",
                                "practitioner.sector",
                                "practitioner.installedOn",
                                "memberships[0].option",
                                "memberships[OPTAM_ACO].to",
                                "activity[year-1].overruns",
                                "activity[2024].actCounts.ADC",
                                "activity[year].overruns",
                                "acts[a1]",
                                "acts[a1].modifiers",
                                "acts[a1].association",
                                "acts[a1].emergency",
                                "year",
                                "events[QUARTER_BREACHED].on",
                                "events[QUARTER_BREACHED#2].on",
                                "events[+]",
                                "acts[a2].modifiers"),
                        List.of(
                                "surgeon",
                                "1DP",
                                "INCONNU",
                                "OPTAM_ACO",
                                LocalDate.of(2025, 6, 30),
                                98400.50,
                                49,
                                "12.00",
                                "act",
                                "AUCUN",
                                "AUCUN",
                                "OUI",
                                2025,
                                "2025-04-01",
                                "2025-07-01",
                                "{ type: AMENDMENT_SENT, on: 2025-08-01 }",
                                "")));
    }

    @Test
    void expected_answers_are_columns_and_a_blank_cell_states_nothing() throws IOException {
        Scenario scenario = read(
                        List.of("id", "title", "prime", "prime.amount", "prime.details.rate", "respect", "fires", "#r"),
                        List.of(List.of("one", "T.", "REDUCED", 6300, "", "AUCUN", "PRIM-SHARE-020; PRIM-X", "note")))
                .get(0);
        assertEquals("prime/marches/one", scenario.name());
        assertEquals("prime/marches.scenarios.xlsx!Cas!A3", scenario.at());
        assertEquals(
                List.of("fires: expected PRIM-X, was silent"),
                scenario.judge(given -> Decisions.reducedPrime()).lines());
    }

    @Test
    void each_mistake_is_named_by_its_cell() throws IOException {
        String at = "prime/marches.scenarios.xlsx!Cas!";
        assertEquals(
                List.of(
                        at + "D2: column «primee»: neither a fact nor a question. Maybe prime.",
                        at + "E2: facts have no place «practitioner.speciality». Maybe practitioner.specialty.",
                        at + "D3: value «DUE» stands in a column that means nothing."),
                mistakes(List.of("primee", "practitioner.speciality"), List.of("DUE")));
        assertEquals(
                List.of(at + "D2: facts have no place «activity[2024].overrun». Maybe activity[2024].overruns."),
                mistakes(List.of("activity[2024].overrun"), List.of("")));
        assertEquals(
                List.of(at + "D2: column «eligibility.OPTAM_AC0»: neither a fact nor a question. Maybe"
                        + " eligibility.OPTAM_ACO."),
                mistakes(List.of("eligibility.OPTAM_AC0"), List.of("")));
        assertEquals(
                List.of(at + "E2: column «year» is also at Cas!D2."), mistakes(List.of("year", "year"), List.of()));
        assertEquals(
                List.of(
                        at + "J3: a formula: its saved value may be out of date. Maybe paste its value 1.",
                        at + "D3: no base «surgon». Maybe surgeon.",
                        at + "E3: value «3» does not fit, expected one of 1, 1DP, 2, NONE.",
                        at + "F3: value «4» does not fit, expected text of the form ^[0-9]{2}$. Maybe '04.",
                        at + "G3: value «31/12/2024» does not fit, expected a date such as 2025-01-31. Maybe"
                                + " 2024-12-31.",
                        at + "H3: value «0,40» does not fit, expected a number such as 6300.00 or 0.4000. Maybe 0.40.",
                        at + "I3: value «9 h 05» does not fit, expected a time such as 21:30. Maybe 09:05.",
                        at + "K3: «Due» is no code. Maybe DUE."),
                mistakes(
                        List.of(
                                "base",
                                "practitioner.sector",
                                "practitioner.specialty",
                                "request.on",
                                "memberships[0].commitment.overrunRate",
                                "acts[a1].at",
                                "year",
                                "respect"),
                        List.of("surgon", 3, 4, "31/12/2024", "0,40", "9 h 05", new Formula("1"), "Due")));
        assertEquals(
                List.of(at + "D3: unknown code «BREACHD». Maybe BREACHED."),
                mistakes(List.of("respect"), List.of("BREACHD")));
        assertEquals(List.of(), mistakes(List.of("respect"), List.of("NEW_VERDICT_LIKE_NO_OTHER")));
        assertEquals(
                List.of(at + "D3: «memberships[2].option»: list memberships has only 0 entries here."),
                mistakes(List.of("memberships[2].option"), List.of("OPTAM")));
        assertEquals(
                List.of(at + "D3: value «7» stands in a column without a technical name. Maybe name it #remark."),
                mistakes(List.of(""), List.of(7)));
    }

    @Test
    void an_id_may_not_be_blank_nor_stand_twice_and_a_row_must_state_something() throws IOException {
        List<String> lines = read(
                        List.of("id", "title", "prime"),
                        List.of(
                                List.of("one", "T.", "DUE"),
                                List.of("one", "T.", "DUE"),
                                List.of("# Une partie"),
                                List.of("", "T.", "DUE"),
                                List.of("two", "T."),
                                List.of("three", "", "DUE")))
                .stream()
                .flatMap(s -> s.problems().stream())
                .map(p -> p.text(false))
                .sorted()
                .toList();
        String at = "prime/marches.scenarios.xlsx!Cas!";
        assertEquals(
                List.of(
                        at + "A4: id «one» is also that of Cas!A3.",
                        at + "A6: id «» does not fit: letters, digits, point, hyphen.",
                        at + "A7: states nothing: it cannot fail. Maybe add a verdict.",
                        at + "A8: no title. Maybe add the sentence that must stay true."),
                lines);
    }

    @Test
    void a_workbook_without_technical_names_or_with_merged_rows_is_named() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Cas").createRow(0).createCell(0).setCellValue("Id");
            assertEquals(
                    List.of("prime/marches.scenarios.xlsx!Cas!A1: the sheet has no row of technical names: no cell says"
                            + " «id». Maybe name the sheet Notes if it holds no scenarios."),
                    write(workbook).get(0).problems().stream()
                            .map(p -> p.text(false))
                            .toList());
        }
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Cas");
            List<String> names = List.of("id", "title", "prime");
            for (int c = 0; c < names.size(); c++) {
                set(workbook, sheet, 0, c, names.get(c));
                set(workbook, sheet, 1, c, List.of("one", "T.", "DUE").get(c));
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            assertTrue(write(workbook).stream()
                    .anyMatch(s -> s.problems().toString().contains("MERGED")));
        }
        Files.writeString(root.resolve("prime/marches.scenarios.xlsx"), "no workbook");
        assertEquals(
                "NOT_A_WORKBOOK",
                Scenarios.read(root, Selection.all()).get(0).problems().get(0).code());
    }

    @Test
    void a_spreadsheet_that_would_be_ignored_is_a_failure() throws IOException {
        Files.createDirectories(root.resolve("overlays/o/reference"));
        Files.writeString(root.resolve("overlays/o/reference/list.xlsx"), "");
        Files.writeString(root.resolve("bases/~$open.scenarios.xlsx"), "");
        Files.writeString(root.resolve("bases/cases.scenario.xlsx"), "");
        Files.writeString(root.resolve("bases/cases.scenarios.ods"), "");
        assertEquals(
                List.of(
                        "bases/cases.scenario.xlsx: this spreadsheet would be read by nobody. Maybe bases/cases.scenarios"
                                + ".xlsx.",
                        "bases/cases.scenarios.ods: this spreadsheet would be read by nobody. Maybe bases/cases.scenarios"
                                + ".xlsx."),
                Scenarios.read(root, Selection.all()).stream()
                        .map(s -> s.problems().get(0).text(false))
                        .toList());
    }

    @Test
    void a_row_is_selected_by_its_id_its_workbook_or_a_pattern() throws IOException {
        read(
                List.of("id", "title", "prime"),
                List.of(List.of("marche-1", "T.", "DUE"), List.of("marche-2", "T.", "DUE")));
        assertEquals(
                2,
                Scenarios.read(root, new Selection(List.of("prime/marches")), VOCABULARY)
                        .size());
        assertEquals(
                1,
                Scenarios.read(root, new Selection(List.of("marche-2")), VOCABULARY)
                        .size());
        assertEquals(
                2,
                Scenarios.read(root, new Selection(List.of("*marche-*")), VOCABULARY)
                        .size());
    }
}
