package fr.optam.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that an analyst changes in a copy of a workbook, and what the analysis says of them. */
class WorkbookCellsTest {
    @TempDir
    Path folder;

    private List<String> findings(RulebookCopy copy) throws RulebookInvalid {
        Rulebook rulebook = copy.load();
        return TableAnalysis.of(rulebook).stream()
                .map(f -> f.kind() + " " + f.place())
                .toList();
    }

    @Test
    void a_code_of_the_domain_is_known_though_no_row_had_it() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.rewrite(
                "decision-tables/modifiers/urgence.drl.xlsx",
                book -> book.getSheet("Table").getRow(9).getCell(6).setCellValue("ORDINARY;SUNDAY_OR_HOLIDAY"));
        assertEquals(
                List.of("INTENT Voulus!A4"),
                findings(copy).stream().filter(f -> f.startsWith("INTENT ")).toList());
    }

    @Test
    void a_declaration_with_an_unknown_code_is_told_at_the_cell_of_the_code() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.rewrite(
                "decision-tables/modifiers/droits.drl.xlsx",
                book -> book.getSheet("Voulus").getRow(20).getCell(6).setCellValue("SURGERIE"));
        assertEquals(List.of("INTENT Voulus!G21"), findings(copy));
    }

    @Test
    void a_declaration_that_can_not_be_read_is_told_once_and_what_it_may_mean_is_not() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        voulus(copy, "modifiers/droits", "C21", "MODI-K-010;MODI-K-999");
        voulus(copy, "consequence/prime-bareme", "B2", "TROUS");
        voulus(copy, "consequence/prime-options", "E4", "31/12/2024");
        voulus(copy, "consequence/readhesion", "H2", "");
        voulus(copy, "consequence/recuperation", "F1", "Composantes");
        voulus(copy, "eligibility/specialites", "A4", "ELIG-SPEC-V020");
        assertEquals(
                List.of(
                        "INTENT Voulus!B2",
                        "INTENT Voulus!E4",
                        "INTENT Voulus!H2",
                        "INTENT Voulus!F1",
                        "INTENT Voulus!A4",
                        "INTENT Voulus!C21"),
                findings(copy));
    }

    private static void voulus(RulebookCopy copy, String table, String address, String text) {
        CellReference at = new CellReference(address);
        copy.rewrite("decision-tables/" + table + ".drl.xlsx", book -> book.getSheet("Voulus")
                .getRow(at.getRow())
                .getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellValue(text));
    }

    @Test
    void a_step_that_the_kind_of_a_domain_does_not_have_is_told_in_its_cell() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.edit(
                "decision-tables/reference/domaines.xlsx",
                sheet -> sheet.getRow(4).getCell(8).setCellValue("MINUTES"));
        assertEquals("DOMAIN Table!I5", findings(copy).get(0));
    }

    @Test
    void a_covered_row_may_be_declared_with_its_overlap() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.rewrite("decision-tables/eligibility/specialites.drl.xlsx", book -> {
            book.getSheet("Table").getRow(9).getCell(4).setCellValue("SURGERY;OTHER");
            String[][] rows = {
                {"ELIG-SPEC-V900", "COUVERTE", "ELIG-SPEC-013"},
                {"ELIG-SPEC-V910", "RECOUVREMENT", "ELIG-SPEC-010;ELIG-SPEC-013"}
            };
            for (int i = 0; i < rows.length; i++) {
                var row = book.getSheet("Voulus").createRow(6 + i);
                for (int c = 0; c < 3; c++) {
                    row.createCell(c).setCellValue(rows[i][c]);
                }
                row.createCell(7).setCellValue("Essai.");
            }
        });
        assertEquals(List.of(), findings(copy));
    }

    /** OPTAM in two periods, the one until the end of 2024, the other from 2025 on, with one of the dates changed. */
    private List<String> yearEnds(String from, String to) throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.rewrite("decision-tables/consequence/prime-options.drl.xlsx", book -> {
            var sheet = book.getSheet("Table");
            sheet.getRow(9).getCell(2, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(LocalDate.parse(to));
            sheet.getRow(9).getCell(2).setCellStyle(sheet.getRow(9).getCell(1).getCellStyle());
            sheet.getRow(11).getCell(1).setCellValue(LocalDate.parse(from));
            sheet.getRow(11).getCell(3).setCellValue("OPTAM");
        });
        return TableAnalysis.of(copy.load()).stream()
                .filter(f -> f.kind() == FindingKind.OFF_YEAR_END)
                .map(f -> f.place() + " " + f.message().en())
                .toList();
    }

    @Test
    void days_that_two_periods_share_but_on_which_no_year_ends_are_noted() throws RulebookInvalid {
        assertEquals(
                List.of("Table!A12 the periods of rows PRIM-OPT-001 (A10) and PRIM-OPT-003 (A12) overlap on 2025-01-01,"
                        + " without effect: «last day of the year» is always a 31 December"),
                yearEnds("2025-01-01", "2025-01-01"));
    }

    @Test
    void days_between_two_periods_on_which_no_year_ends_are_noted() throws RulebookInvalid {
        assertEquals(
                List.of("Table!A12 the periods of rows PRIM-OPT-001 (A10) and PRIM-OPT-003 (A12) leave a hole from"
                        + " 2025-01-01 to 2025-01-04, without effect: «last day of the year» is always a 31 December"),
                yearEnds("2025-01-05", "2024-12-31"));
    }

    @Test
    void periods_that_touch_are_not_noted() throws RulebookInvalid {
        assertEquals(List.of(), yearEnds("2025-01-01", "2024-12-31"));
    }

    @Test
    void days_on_which_a_year_ends_are_no_note_but_a_gap() throws RulebookInvalid {
        assertEquals(List.of(), yearEnds("2025-01-01", "2024-12-30"));
    }
}
