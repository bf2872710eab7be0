package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do to workbooks without meaning anything else, and what only shows when all else is right. */
class ReadRightTest {
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String SCALE = "decision-tables/consequence/prime-bareme.drl.xlsx";

    @TempDir
    private Path folder;

    private RulebookCopy copy;

    @BeforeEach
    void copy() {
        copy = new RulebookCopy(folder);
    }

    private static void number(Sheet sheet, int row, int column, double value, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        Cell cell = sheet.getRow(row - 1).getCell(column - 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    @Test
    void numbers_in_any_money_or_thousands_format_are_the_number() throws RulebookInvalid {
        copy.edit(SCALE, s -> number(s, 11, 4, 1.25, "#,##0.00 €"));
        copy.edit(SCALE, s -> number(s, 11, 5, 1234.5, "# ##0,00"));
        RuleTable table = copy.load().tables().get("consequence/prime-bareme");
        assertEquals(new BigDecimal("1.25"), operand(table, 11, "D11"));
        assertEquals(new BigDecimal("1234.5"), operand(table, 11, "E11"));
    }

    @Test
    void a_percentage_in_a_rate_of_a_list_is_the_rate() throws RulebookInvalid {
        copy.edit("decision-tables/reference/engagement.xlsx", s -> number(s, 4, 3, 0.7, "0%"));
        assertEquals(
                new BigDecimal("0.7"),
                copy.load()
                        .list("reference/engagement")
                        .orElseThrow()
                        .rows()
                        .get(0)
                        .values()
                        .get("value"));
    }

    @Test
    void dates_as_text_and_as_dates_of_any_format_are_the_day() throws RulebookInvalid {
        copy.edit(RIGHTS, s -> {
            s.getRow(9).getCell(1).setCellValue("2018-03-01");
            number(s, 11, 2, 43160, "dd/mm/yyyy");
            number(s, 12, 2, 43160, "[$-40C]d mmmm yyyy;@");
        });
        RuleTable table = copy.load().tables().get("modifiers/droits");
        for (int row = 10; row <= 12; row++) {
            assertEquals(LocalDate.of(2018, 3, 1), operand(table, row, "B" + row));
            assertEquals(
                    LocalDate.of(2018, 3, 1),
                    table.rows().get(row - 10).citation().from().orElseThrow());
        }
    }

    @Test
    void lists_separated_by_commas_or_semicolons_are_the_same() throws RulebookInvalid {
        copy.edit(RIGHTS, s -> s.getRow(10).getCell(6).setCellValue("1DP, 2"));
        assertEquals(List.of("1DP", "2"), operand(copy.load().tables().get("modifiers/droits"), 11, "G11"));
    }

    @Test
    void notes_may_hold_any_character_and_long_lists_any_length() throws RulebookInvalid {
        copy.edit(RIGHTS, s -> {
            s.getRow(10)
                    .getCell(16, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue("Une \"note\" \\ */ rule // d’un\nmédecin\u00A0: 70 %");
            s.getRow(10).getCell(6).setCellValue("1DP;".repeat(200) + "2");
        });
        assertEquals(201, ((List<?>) operand(copy.compiled().tables().get("modifiers/droits"), 11, "G11")).size());
    }

    private static Object operand(RuleTable table, int row, String address) {
        return table.rows().stream()
                .filter(r -> r.row() == row)
                .flatMap(r -> r.conditions().stream())
                .filter(c -> c.address().equals(address))
                .map(ConditionCell::operand)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void columns_in_another_order_say_the_same() throws RulebookInvalid {
        copy.edit(RIGHTS, s -> {
            for (int row = 5; row <= s.getLastRowNum(); row++) {
                swap(s.getRow(row), 10, 11);
                if (row != 6) {
                    swap(s.getRow(row), 3, 5);
                }
            }
        });
        RuleTable table = copy.load().tables().get("modifiers/droits");
        assertEquals("profession", table.conditions().get(2).field());
        assertEquals("rightReason", table.actions().get(0).field());
        assertEquals(
                Shipped.base().tables().get("modifiers/droits").rows().size(),
                table.rows().size());
    }

    private static void swap(Row row, int a, int b) {
        Cell one = row.getCell(a, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        Cell other = row.getCell(b, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        String text = one.getStringCellValue();
        one.setCellValue(other.getStringCellValue());
        other.setCellValue(text);
        if (one.getStringCellValue().isEmpty()) {
            one.setBlank();
        }
        if (other.getStringCellValue().isEmpty()) {
            other.setBlank();
        }
    }

    @Test
    void a_table_alone_in_its_stage_runs() throws RulebookInvalid {
        copy.edit(SCALE, s -> s.getRow(0).getCell(1).setCellValue("consequence.prepare"));
        Rulebook rulebook = copy.compiled();
        List<String> fired = new ArrayList<>();
        Fact year = RandomFacts.fact(rulebook.dictionary(), Kind.YEAR);
        year.put("yearEnd", LocalDate.of(2023, 12, 31), null);
        year.put("gap", new BigDecimal("1.50"), null);
        rulebook.bases()
                .get(Stage.of("consequence.prepare").orElseThrow())
                .run(List.of(year), (rule, fact) -> fired.add(rule));
        assertEquals(List.of("PRIM-SHARE-020"), fired);
    }

    @Test
    void a_field_that_no_fact_has_is_refused_with_the_nearest_one() {
        copy.edit(
                "decision-tables/consequence/recuperation.drl.xlsx",
                s -> s.getRow(7).getCell(6).setCellValue("yes(\"leftThisYaer\", \"$param\")"));
        RulebookProblem problem = only(copy.problems());
        assertEquals(
                "FIELD_UNKNOWN decision-tables/consequence/recuperation.drl.xlsx Table!G8 Maybe leftThisYear.",
                problem.code() + " " + problem.file() + " " + problem.place() + " "
                        + problem.hint().en());
    }

    @Test
    void a_number_where_a_day_is_compared_is_refused_and_so_is_a_day_where_points_are() {
        copy.edit("decision-tables/eligibility/secteurs.drl.xlsx", s -> {
            for (int row = 10; row <= 18; row++) {
                Cell cell = s.getRow(row - 1).getCell(5);
                if (cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                    number(s, row, 6, 2017, "0");
                }
            }
        });
        copy.edit(SCALE, s -> number(s, 11, 4, 1, "dd/mm/yyyy"));
        List<RulebookProblem> problems = copy.problems();
        assertTrue(
                problems.stream()
                        .allMatch(p -> p.code().equals("CELL_UNIT") || p.code().equals("CELL_VALUE")),
                problems.toString());
        assertTrue(problems.size() >= 1, problems.toString());
    }

    @Test
    void a_column_whose_test_never_holds_for_its_field_is_refused() {
        copy.edit(
                "decision-tables/consequence/recuperation.drl.xlsx",
                s -> s.getRow(7).getCell(6).setCellValue("yes(\"component\", \"$param\")"));
        RulebookProblem problem = only(copy.problems());
        assertEquals("FIELD_UNIT Table!G8", problem.code() + " " + problem.place());
    }

    @Test
    void a_reading_that_never_holds_for_its_field_is_refused_at_its_rule() {
        copy.write("rules-drl/derive/x.drl", """
                package derive
                import fr.optam.fact.flat.Year
                rule "DER-X-1" @source("L1") @confidence("LAW") @from("2017-01-01")
                when
                  $y : Year( num("installedOn") > 0 )
                then
                  out.say($y, "SECTOR_OPEN");
                end
                """);
        RulebookProblem problem = only(copy.problems());
        assertEquals(
                "FIELD_UNIT rules-drl/derive/x.drl 5 Maybe day(\"installedOn\").",
                problem.code() + " " + problem.file() + " " + problem.place() + " "
                        + problem.hint().en());
    }

    @Test
    void an_id_that_stands_in_two_tables_is_refused() {
        copy.edit(
                "decision-tables/consequence/prime-options.drl.xlsx",
                s -> s.getRow(9).getCell(0).setCellValue("MODI-K-010"));
        RulebookProblem problem = only(copy.problems());
        assertEquals("ID_TWICE", problem.code());
        assertTrue(problem.message().en().contains("MODI-K-010"), problem.text());
    }

    @Test
    void an_unknown_source_of_a_rule_row_is_refused_at_its_cell() {
        copy.edit(RIGHTS, s -> s.getRow(10).getCell(13).setCellValue("L5, ZZ9"));
        RulebookProblem problem = only(copy.problems());
        assertEquals("SOURCE_UNKNOWN Table!N11", problem.code() + " " + problem.place());
    }

    @Test
    void an_empty_folder_and_a_missing_overlay_are_refused(@TempDir Path empty) {
        try {
            RulebookLoader.load(new RulebookLocation(empty, List.of(empty.resolve("nowhere")), Shipped.CACHE));
            throw new AssertionError("it passed");
        } catch (RulebookInvalid e) {
            assertEquals(
                    List.of("FOLDER_MISSING", "OVERLAY_MISSING", "FOLDER_MISSING"),
                    e.problems().stream().map(RulebookProblem::code).limit(3).toList());
        }
    }

    private static RulebookProblem only(List<RulebookProblem> problems) {
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }
}
