package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Mistakes that lie between files: what one of them says, another does not. */
class FileMistakesTest extends MistakesMade {
    private static final String CHANGES = "rules-drl/CHANGES.md";
    private static final String REGIONS = TABLES + "reference/regions.xlsx";

    @Override
    void mistakes() {
        made(
                TABLES + "modifiers/droits.drl.xlsx",
                "ID_REUSED",
                "Table!A10",
                "MODI-K-010 a été retiré",
                "Maybe a new id",
                c -> append(c, CHANGES, "| withdrawn | from 2026-01-01 | MODI-K-010 | none |\n"));
        made(
                TABLES + "reference/regions (copie).xlsx",
                "FILE_COPY",
                "",
                "dans " + REGIONS,
                "Maybe a copy",
                c -> c.write(TABLES + "reference/regions (copie).xlsx", c.read(REGIONS)));
        made(CHANGES, "VERSION_MISSING", "1", "aucun titre", "Maybe ## 2026.1", c -> c.write(CHANGES, "# Changelog\n"));
        alone();
        made(
                TABLES + "reference/essai.xlsx",
                "TABLE_UNREAD",
                "Table!A1",
                "la liste «reference/essai»",
                "no rule reads the list",
                c -> c.write(TABLES + "reference/essai.xlsx", c.read(REGIONS))
                        .edit(TABLES + "reference/essai.xlsx", sheet -> {
                            text("B1", "reference/essai").accept(sheet);
                            for (int row = 4; row <= sheet.getLastRowNum() + 1; row++) {
                                text("A" + row, "ESSAI-" + row).accept(sheet);
                            }
                        }));
        alone();
        made(
                TABLES + "consequence/prime-options.drl.xlsx",
                "TABLE_UNREAD",
                "Table!A5",
                "ce que conclut la table «consequence/prime-options»",
                "no rule reads what the table",
                c -> edit(c, "rules-drl/consequence/prime.drl", text -> text.replace("primeOpen = 'OUI'", "true")));
        alone();
        made(
                TABLES + "reference/champs.xlsx",
                "FIELD_UNUSED",
                "Table!B345",
                "champ «essai»",
                "no rule uses the field",
                c -> c.edit(TABLES + "reference/champs.xlsx", FileMistakesTest::field));
        alone();
    }

    private static void field(Sheet sheet) {
        int last = sheet.getLastRowNum() + 1;
        ((XSSFSheet) sheet).copyRows(last - 1, last - 1, last, new CellCopyPolicy());
        text("A" + (last + 1), "FLD-999").accept(sheet);
        text("B" + (last + 1), "essai").accept(sheet);
    }

    private static void append(RulebookCopy copy, String file, String more) {
        edit(copy, file, text -> text + more);
    }

    private static void edit(RulebookCopy copy, String file, UnaryOperator<String> edit) {
        String before = new String(copy.read(file), StandardCharsets.UTF_8);
        String after = edit.apply(before);
        assertNotEquals(before, after);
        copy.write(file, after);
    }
}
