package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file beside the one it was copied from: said once, and none of its own mistakes is hidden by that. */
class CopiedFileTest {
    private static final String TABLE = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String LIST = "decision-tables/reference/regions.xlsx";
    private static final String TABLE_COPY = "decision-tables/modifiers/droits (copie).drl.xlsx";
    private static final String LIST_COPY = "decision-tables/reference/regions (copie).xlsx";

    @TempDir
    private Path folder;

    @Test
    void a_copy_is_one_mistake_and_not_one_a_row() {
        assertEquals(List.of(TABLE_COPY + " FILE_COPY ", LIST_COPY + " FILE_COPY "), found(sheet -> {}, sheet -> {}));
    }

    @Test
    void the_cells_of_a_copy_are_judged_all_the_same() {
        assertEquals(
                List.of(
                        TABLE_COPY + " FILE_COPY ",
                        TABLE_COPY + " ID_GRAMMAR Table!A10",
                        TABLE_COPY + " CODE_UNKNOWN Table!D11",
                        TABLE_COPY + " UNCITED_ROW Table!N12",
                        LIST_COPY + " FILE_COPY ",
                        LIST_COPY + " ID_MISSING Table!A5"),
                found(
                        sheet -> {
                            set(sheet, 10, 1, "modi-k-010");
                            set(sheet, 11, 4, "ZZ");
                            set(sheet, 12, 14, "");
                        },
                        sheet -> set(sheet, 5, 1, "")));
    }

    @Test
    void the_head_of_a_copy_is_judged_all_the_same() {
        assertEquals(
                List.of(
                        TABLE_COPY + " FILE_COPY ",
                        TABLE_COPY + " RULE_TABLE_NAME Table!A5",
                        LIST_COPY + " FILE_COPY ",
                        LIST_COPY + " NOT_A_LIST Table!A1"),
                found(sheet -> set(sheet, 5, 1, "RuleTabel droits"), sheet -> set(sheet, 1, 1, "Tabl")));
    }

    @Test
    void a_copy_that_bears_a_third_name_is_told_so() {
        assertEquals(
                List.of(TABLE_COPY + " FILE_COPY ", LIST_COPY + " FILE_COPY ", LIST_COPY + " NOT_A_LIST Table!B1"),
                found(sheet -> {}, sheet -> set(sheet, 1, 2, "reference/autre")));
    }

    private List<String> found(Consumer<Sheet> inTable, Consumer<Sheet> inList) {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.write(TABLE_COPY, copy.read(TABLE)).edit(TABLE_COPY, inTable);
        copy.write(LIST_COPY, copy.read(LIST)).edit(LIST_COPY, inList);
        return copy.problems().stream()
                .map(p -> p.file() + " " + p.code() + " " + p.place())
                .toList();
    }

    private static void set(Sheet sheet, int row, int column, String text) {
        sheet.getRow(row - 1).getCell(column - 1).setCellValue(text);
    }
}
