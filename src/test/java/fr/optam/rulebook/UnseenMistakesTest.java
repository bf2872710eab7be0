package fr.optam.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that strangers made in copies of the shipped files: each is told once, in the cell where it was made. */
class UnseenMistakesTest {
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String SCALE = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final String SECTORS = "decision-tables/eligibility/secteurs.drl.xlsx";
    private static final String URGENCY = "decision-tables/modifiers/urgence.drl.xlsx";
    private static final String READMISSION = "decision-tables/consequence/readhesion.drl.xlsx";
    private static final String OUTCOME = "rules-drl/decide/issue.drl";

    @TempDir
    private Path folder;

    private RulebookCopy copy;

    @BeforeEach
    void copy() {
        copy = new RulebookCopy(folder.resolve("copy"));
    }

    @Test
    void cells_that_can_be_read_and_are_hardly_meant_are_warned_of() {
        type(RIGHTS, "G11", "1DP;2;2");
        type(RIGHTS, "N16", "L5, P2, C13, C13");
        type(RIGHTS, "N12", "A1, P6, S4,");
        type(RIGHTS, "O14", "L7 : art. 2");
        type(SCALE, "F11", "90");
        copy.edit(SECTORS, s -> cell(s, "I12").setBlank());
        copy.edit(SECTORS, s -> cell(s, "B11").setCellValue("1925-01-01"));
        type(list("modificateurs-valeurs"), "E7", "-0.3000");
        copy.edit(list("associations"), s -> cell(s, "C6").setBlank());
        type(list("eligibilite-actes"), "C4", "-50");
        type(list("delais"), "E5", "31-02");
        assertEquals("""
                decision-tables/consequence/prime-bareme.drl.xlsx!Table!F11 RATE_LARGE
                decision-tables/eligibility/secteurs.drl.xlsx!Table!B11 DATE_FAR
                decision-tables/eligibility/secteurs.drl.xlsx!Table!I12 OUTCOME_EMPTY
                decision-tables/modifiers/droits.drl.xlsx!Table!G11 CODE_REPEATED
                decision-tables/modifiers/droits.drl.xlsx!Table!N12 SEPARATOR
                decision-tables/modifiers/droits.drl.xlsx!Table!N16 SOURCE_TWICE
                decision-tables/modifiers/droits.drl.xlsx!Table!O14 ARTICLE_SOURCE
                decision-tables/reference/associations.xlsx!Table!C6 VALUE_EMPTY
                decision-tables/reference/delais.xlsx!Table!E5 DAY_UNKNOWN
                decision-tables/reference/eligibilite-actes.xlsx!Table!C4 NEGATIVE
                decision-tables/reference/modificateurs-valeurs.xlsx!Table!E7 NEGATIVE
                """, told(Severity.WARNING));
    }

    @Test
    void an_amount_beside_the_rate_of_its_row_is_warned_of() {
        type(list("modificateurs-valeurs"), "F7", "10.00");
        assertEquals(
                "decision-tables/reference/modificateurs-valeurs.xlsx!Table!F7 VALUE_TWICE\n", told(Severity.WARNING));
    }

    @Test
    void what_can_not_be_read_is_told_with_the_value_that_was_meant() {
        type(URGENCY, "I10", "24:60");
        type(RIGHTS, "G11", "1DP;2;");
        type(list("modificateurs-valeurs"), "F14", "19.065");
        type(list("modificateurs-option"), "C6", "3-MEMBRE");
        type(READMISSION, "E9", "Départ");
        copy.edit(SCALE, s -> s.createRow(25).createCell(0).setCellValue("RuleTable autre"));
        copy.write(
                OUTCOME,
                text(OUTCOME)
                        .replace(
                                "\"member\"), is(\"respect\", \"BREACHED\")",
                                "\"member\") et is(\"respect\", \"BREACHED\")")
                        .getBytes(StandardCharsets.UTF_8));
        List<RulebookProblem> found = found();
        assertEquals("""
                decision-tables/consequence/prime-bareme.drl.xlsx!Table!A26 ID_GRAMMAR
                decision-tables/consequence/readhesion.drl.xlsx!Table!E9 HEADER_TWICE
                decision-tables/modifiers/droits.drl.xlsx!Table!G11 CELL_VALUE
                decision-tables/modifiers/urgence.drl.xlsx!Table!I10 CELL_VALUE
                decision-tables/reference/modificateurs-option.xlsx!Table!C6 CODE_UNKNOWN
                decision-tables/reference/modificateurs-valeurs.xlsx!Table!F14 CELL_VALUE
                rules-drl/decide/issue.drl!23 RULE_REFUSED
                """, lines(found, Severity.ERROR));
        String all = String.join("\n", found.stream().map(p -> p.text(true)).toList());
        assertTrue(all.contains("Peut-être 1DP;2."), all);
        assertTrue(all.contains("Peut-être 3-MEMBER"), all);
        assertTrue(all.contains("une heure de 00:00 à 24:00"), all);
        assertTrue(all.contains("|| pour «ou»"), all);
    }

    @Test
    void a_name_that_took_the_place_of_another_is_one_mistake() {
        type(list("sources"), "B5", "A1");
        type(list("motifs"), "B5", "MISSING_FACT");
        type(list("champs"), "B5", "absentYears");
        assertEquals("""
                decision-tables/reference/champs.xlsx!Table!B5 KEY_TWICE
                decision-tables/reference/motifs.xlsx!Table!B5 KEY_TWICE
                decision-tables/reference/sources.xlsx!Table!B5 KEY_TWICE
                """, told(Severity.ERROR) + told(Severity.WARNING));
    }

    @Test
    void a_validity_that_runs_into_the_next_is_told_where_it_should_end() {
        type(list("modificateurs-valeurs"), "H6", "2026-06-30");
        type(list("motifs"), "C4", "Il manque : {chemin}.");
        type(list("sources"), "B8", "L1bis");
        assertEquals("""
                decision-tables/reference/modificateurs-valeurs.xlsx!Table!H6 KEY_TWICE
                decision-tables/reference/motifs.xlsx!Table!C4 TEXT_WORDS
                decision-tables/reference/sources.xlsx!Table!B8 SOURCE_UNKNOWN
                """, told(Severity.ERROR));
    }

    @Test
    void a_file_that_is_not_read_for_its_name_is_one_mistake() throws java.io.IOException {
        java.nio.file.Files.move(copy.file(SCALE), copy.file(SCALE + "~"));
        assertEquals(SCALE + "~ FILE_IGNORED\n", told(Severity.ERROR) + told(Severity.WARNING));
    }

    @Test
    void an_open_workbook_and_files_of_the_system_keep_nobody_from_work() {
        byte[] bytes = {5, 'J'};
        copy.write("decision-tables/consequence/~$prime-bareme.drl.xlsx", bytes);
        copy.write("decision-tables/consequence/.~lock.prime-bareme.drl.xlsx#", bytes);
        copy.write("decision-tables/consequence/.DS_Store", bytes);
        copy.write("rules-drl/Thumbs.db", bytes);
        assertEquals("", told(Severity.ERROR) + told(Severity.WARNING));
        assertEquals("""
                decision-tables/consequence/.~lock.prime-bareme.drl.xlsx# WORKBOOK_OPEN
                decision-tables/consequence/~$prime-bareme.drl.xlsx WORKBOOK_OPEN
                """, told(Severity.NOTE));
    }

    private static String list(String name) {
        return "decision-tables/reference/" + name + ".xlsx";
    }

    private void type(String file, String address, String text) {
        copy.edit(file, sheet -> cell(sheet, address).setCellValue(text));
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private String text(String file) {
        try {
            return java.nio.file.Files.readString(copy.file(file), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<RulebookProblem> found() {
        try {
            return RulebookLoader.load(new RulebookLocation(copy.root(), List.of(), Shipped.CACHE))
                    .findings();
        } catch (RulebookInvalid e) {
            return e.problems();
        }
    }

    private String told(Severity severity) {
        return lines(found(), severity);
    }

    private static String lines(List<RulebookProblem> found, Severity severity) {
        StringBuilder lines = new StringBuilder();
        TreeSet<String> sorted = new TreeSet<>();
        found.stream()
                .filter(p -> p.severity() == severity)
                .forEach(p ->
                        sorted.add(p.file() + (p.place().isEmpty() ? "" : "!" + p.place()) + " " + p.code() + "\n"));
        sorted.forEach(lines::append);
        return lines.toString();
    }
}
