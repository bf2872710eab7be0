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
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an analyst may do to the shipped files, one mistake a file: each is named by code, file, sheet and cell or line, in
 * French and English, and nothing else is. Mistakes of different files are made together, so that a run shows all of them.
 */
class MistakesTest {
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

    private static final String TABLES = "decision-tables/";
    private static final String LISTS = TABLES + "reference/";
    private final List<Mistake> mistakes = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> every_mistake_is_named_and_nothing_else(@TempDir Path folder) {
        tables();
        lists();
        names();
        rules();
        files();
        assertTrue(mistakes.size() >= 90, mistakes.size() + " mistakes");
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

    // ---- how mistakes are made ---------------------------------------------------------------------------------

    private void sheet(String file, String code, String cell, String fr, String en, Consumer<Sheet> edit) {
        String place = cell.contains("!") ? cell : "Table!" + cell;
        mistakes.add(new Mistake(TABLES + file, code, place, fr, en, false, c -> c.edit(TABLES + file, edit)));
    }

    private void drl(String file, String code, int line, String fr, String en, UnaryOperator<String> edit) {
        String path = "rules-drl/" + file;
        mistakes.add(new Mistake(path, code, String.valueOf(line), fr, en, false, c -> {
            String before = new String(c.read(path), StandardCharsets.UTF_8);
            String after = edit.apply(before);
            assertFalse(before.equals(after), path + " " + code + " " + line + " changes nothing");
            c.write(path, after);
        }));
    }

    private void alone() {
        Mistake m = mistakes.remove(mistakes.size() - 1);
        mistakes.add(new Mistake(m.file(), m.code(), m.place(), m.fr(), m.en(), true, m.make()));
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        Row row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Consumer<Sheet> text(String address, String text) {
        return sheet -> {
            cell(sheet, address).setBlank();
            cell(sheet, address).setCellValue(text);
        };
    }

    private static Consumer<Sheet> blank(String... addresses) {
        return sheet -> Stream.of(addresses).forEach(a -> cell(sheet, a).setBlank());
    }

    private static Consumer<Sheet> number(String address, double number, String format) {
        return sheet -> {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
            cell(sheet, address).setBlank();
            cell(sheet, address).setCellValue(number);
            cell(sheet, address).setCellStyle(style);
        };
    }

    private static UnaryOperator<String> swap(String from, String to) {
        return text ->
                text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    }

    /** The text with one line changed; first is 1. */
    private static UnaryOperator<String> line(int number, String from, String to) {
        return text -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            assertTrue(lines.get(number - 1).contains(from), number + ": " + lines.get(number - 1));
            lines.set(number - 1, lines.get(number - 1).replace(from, to));
            return String.join("\n", lines);
        };
    }

    private static UnaryOperator<String> without(int number) {
        return text -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            lines.remove(number - 1);
            return String.join("\n", lines);
        };
    }

    // ---- rule tables -------------------------------------------------------------------------------------------

    private static final String RIGHTS = "modifiers/droits.drl.xlsx";
    private static final String URGENCY = "modifiers/urgence.drl.xlsx";
    private static final String SCALE = "consequence/prime-bareme.drl.xlsx";
    private static final String OPTIONS = "consequence/prime-options.drl.xlsx";
    private static final String CLAWBACK = "consequence/recuperation.drl.xlsx";
    private static final String SECTORS = "eligibility/secteurs.drl.xlsx";
    private static final String SPECIALTIES = "eligibility/specialites.drl.xlsx";

    private void tables() {
        sheet(SCALE, "CELL_VALUE", "D12", "virgule décimale, valeur «2,50»", "Maybe 2.50", text("D12", "2,50"));
        sheet(
                SECTORS,
                "CELL_VALUE",
                "B12",
                "une date écrite dans un autre format",
                "Maybe 2025-01-31",
                text("B12", "31/01/2025"));
        sheet(SPECIALTIES, "CODE_UNKNOWN", "E10", "code inconnu «SURGRY»", "Maybe SURGERY", text("E10", "SURGRY"));
        sheet(RIGHTS, "CODE_CAPITALS", "H11", "capitales", "Maybe OPTAM_CO", text("H11", "Optam_co"));
        sheet(URGENCY, "CELL_VALUE", "H11", "pas une heure, valeur «20h»", "Maybe 20:00", text("H11", "20h"));
        sheet(CLAWBACK, "CELL_VALUE", "G11", "ni OUI ni NON, valeur «non»", "Maybe NON", text("G11", "non"));
        sheet(OPTIONS, "CODE_UNKNOWN", "D11", "code inconnu «OPTAM-CO»", "Maybe OPTAM_CO", text("D11", "OPTAM-CO"));
        sheet(SCALE, "CELL_VALUE", "E12", "séparateur de milliers", "Maybe 3000", text("E12", "3 000"));
        sheet(SECTORS, "CELL_VALUE", "B13", "dans un autre format", "Maybe 2017-01-31", text("B13", "01-31-2017"));
        sheet(
                SPECIALTIES,
                "INVISIBLE_CHARACTER",
                "D10",
                "espace insécable",
                "no-break space",
                text("D10", "OPTAM_CO\u00A0"));
        sheet(RIGHTS, "CELL_VALUE", "H11", "U+041E", "Maybe OPTAM_CO", text("H11", "\u041EPTAM_CO"));
        sheet(URGENCY, "INVISIBLE_CHARACTER", "D11", "largeur nulle", "zero-width space", text("D11", "U\u200B"));
        sheet(CLAWBACK, "CELL_VALUE", "E10", "une unité («points»)", "Maybe 10", text("E10", "10 points"));
        sheet(
                OPTIONS,
                "CELL_VALUE",
                "D11",
                "des guillemets autour du code",
                "Maybe OPTAM_CO",
                text("D11", "“OPTAM_CO”"));
        sheet(
                SCALE,
                "PERCENT_CELL",
                "F12",
                "format Pourcentage",
                "formatted as a percentage",
                number("F12", 0.7, "0%"));
        sheet(SECTORS, "CELL_VALUE", "B14", "dans un autre format", "Maybe 2017-01-31", text("B14", "2017/1/31"));
        sheet(SPECIALTIES, "OUTER_SPACES", "F10", "espaces autour", "Maybe PASS", text("F10", "PASS "));
        sheet(RIGHTS, "NOT_TEXT", "G11", "un nombre, alors qu’un code", "«2»", number("G11", 2, "0"));
        sheet(URGENCY, "EMPTY_RANGE", "I11", "«24:00» (H11)", "past «24:00»", sheet -> {
            text("H11", "24:00").accept(sheet);
            text("I11", "20:00").accept(sheet);
        });
        sheet(CLAWBACK, "NUMBER_FORMAT", "E10", "une monnaie", "a currency", number("E10", 10, "#,##0.00 \"€\""));
        sheet(OPTIONS, "VALIDITY_ORDER", "C11", "finit le 2016-12-31", "ends on 2016-12-31", text("C11", "2016-12-31"));
        sheet(SCALE, "EMPTY_RANGE", "E13", "aucune valeur", "past «4.00»", sheet -> {
            text("D13", "4.00").accept(sheet);
            text("E13", "3.00").accept(sheet);
        });
        sheet(SECTORS, "UNCITED_ROW", "K12", "sans source", "without a source", blank("K12"));
        sheet(SPECIALTIES, "SOURCE_UNKNOWN", "H10", "«L33»", "«L33»", text("H10", "L33"));
        sheet(
                RIGHTS,
                "ID_TWICE",
                "A12",
                "MODI-K-020 figure deux fois",
                "MODI-K-020 stands twice",
                text("A12", "MODI-K-020"));
        sheet(URGENCY, "HIDDEN_ROW", "A12", "masquée ou filtrée", "hidden or filtered", s -> s.getRow(11)
                .setZeroHeight(true));
        sheet(CLAWBACK, "MERGED_CELLS", "H11", "H11:H12 sont fusionnées", "H11:H12 are merged", s -> {
            s.addMergedRegion(CellRangeAddress.valueOf("H11:H12"));
        });
        sheet(OPTIONS, "KEYWORD", "D6", "mot-clé de colonne inconnu", "Maybe CONDITION", text("D6", "CONDTION"));
        sheet(SCALE, "BLANK_ROW", "A14", "ligne vide (14)", "row 14 is blank", s -> s.removeRow(s.getRow(13)));
        sheet(SECTORS, "NO_OUTCOME", "I12", "n’énonce rien", "no outcome", blank("I12", "J12"));
        sheet(SPECIALTIES, "NO_CONDITION", "D10", "aucune condition", "no condition", blank("D10", "E10"));
        sheet(RIGHTS, "PATTERN_RANGE", "B7", "n’est pas fusionné", "does not stand over", s -> s.removeMergedRegion(0));
        sheet(URGENCY, "RULE_SET", "B1", "«modifier»", "Maybe modifiers", text("B1", "modifier"));
        alone();
        sheet(
                CLAWBACK,
                "SNIPPET",
                "E8",
                "«abov(\"gap\", \"$param\")»",
                "Maybe above",
                text("E8", "abov(\"gap\", \"$param\")"));
        sheet(OPTIONS, "CONFIDENCE_UNKNOWN", "H11", "«PRES» inconnue", "Maybe PRESS", text("H11", "PRES"));
        sheet(SCALE, "FORMULA_CELL", "F12", "formule du tableur", "a formula", s -> cell(s, "F12")
                .setCellFormula("F11-0.2"));
        sheet(SECTORS, "COLUMN_MISSING", "B9", "Début", "no column Début", text("B9", "Debut"));
        sheet(SPECIALTIES, "HEADER", "H9", "«Sources»", "Maybe Source", text("H9", "Sources"));
        sheet(RIGHTS, "CELL_OUTSIDE", "R12", "colonne sans mot-clé", "without a keyword", text("R12", "à revoir"));
        sheet(URGENCY, "ID_GRAMMAR", "A26", "pas une règle", "no rule", text("A26", "Total : 16 lignes"));
        sheet(
                CLAWBACK,
                "HIDDEN_COLUMN",
                "D9",
                "«Composante» est masquée",
                "is hidden",
                s -> s.setColumnHidden(3, true));
        sheet(OPTIONS, "NO_RULE_TABLE", "Notes!A1", "déplacer la feuille «Table»", "to the front", s -> s.getWorkbook()
                .setSheetOrder("Notes", 0));
        sheet(SCALE, "CELL_VALUE", "F13", "un pourcentage", "a percentage", text("F13", "50 %"));
        sheet(
                SECTORS,
                "CELL_VALUE",
                "F14",
                "cellule a perdu son format",
                "Maybe 2013-01-01",
                number("F14", 41275, "0"));
        sheet(
                SPECIALTIES,
                "CODE_UNKNOWN",
                "G12",
                "CO_SPECIALTY_NOT_OPN",
                "Maybe CO_SPECIALTY_NOT_OPEN",
                text("G12", "CO_SPECIALTY_NOT_OPN"));
        sheet(RIGHTS, "CODE_UNKNOWN", "D13", "code inconnu «KK»", "unknown code «KK»", text("D13", "KK"));
        sheet(
                URGENCY,
                "FIELD_UNKNOWN",
                "E8",
                "«tarifGroup»",
                "Maybe tariffGroup",
                text("E8", "among(\"tarifGroup\", \"$param\")"));
    }

    // ---- lists -------------------------------------------------------------------------------------------------

    private void lists() {
        sheet("reference/specialites.xlsx", "NOT_TEXT", "B7", "«04»", "«04»", number("B7", 4, "00"));
        sheet("reference/regions.xlsx", "NOT_TEXT", "B4", "«01»", "«01»", number("B4", 1, "00"));
        sheet(
                "reference/delais.xlsx",
                "CELL_VALUE",
                "C4",
                "une unité («trimestres»)",
                "Maybe 2",
                text("C4", "2 trimestres"));
        sheet("reference/engagement.xlsx", "RATE_LARGE", "C6", "6000 %", "Maybe 0.60", number("C6", 60, "0"));
        sheet(
                "reference/modificateurs-valeurs.xlsx",
                "CELL_VALUE",
                "E5",
                "virgule décimale",
                "Maybe 0.2000",
                text("E5", "0,2000"));
        sheet(
                "reference/eligibilite-actes.xlsx",
                "CELL_VALUE",
                "C5",
                "une lettre parmi les chiffres",
                "Maybe 50",
                text("C5", "5O"));
        sheet(
                "reference/jours-feries.xlsx",
                "CELL_VALUE",
                "B6",
                "dans un autre format",
                "Maybe 2017-05-01",
                text("B6", "1er mai 2017"));
        sheet(
                "reference/options.xlsx",
                "NOT_A_DATE",
                "E4",
                "dans un autre format",
                "Maybe 2017-01-01",
                text("E4", "01/01/2017"));
        sheet(
                "reference/convention.xlsx",
                "VALIDITY_ORDER",
                "E4",
                "finit le 2016-01-01",
                "ends on 2016-01-01",
                text("E4", "2016-01-01"));
        sheet("reference/associations.xlsx", "ID_MISSING", "A5", "sans identifiant", "without an id", blank("A5"));
        sheet(
                "reference/annees-reference.xlsx",
                "CELL_VALUE",
                "B4",
                "liste d’années",
                "list of years",
                text("B4", "2013-2015"));
        sheet("reference/categories-comptees.xlsx", "CODE_UNKNOWN", "C5", "«ACOO»", "Maybe ACO", text("C5", "ACOO"));
        sheet("reference/prime-taux.xlsx", "CELL_VALUE", "D5", "un pourcentage", "Maybe 0.07", text("D5", "7 %"));
        sheet("reference/champs.xlsx", "FIELD", "D5", "unité «TXT» inconnue", "Maybe TEXT", text("D5", "TXT"));
        sheet("reference/motifs.xlsx", "TEXT_MISSING", "D6", "pas de texte", "no words", blank("D6"));
        sheet(
                "reference/constats.xlsx",
                "TEXT_WORDS",
                "D4",
                "accolades",
                "braces",
                text("D4", "The activity of {yaer} was derived from the acts."));
        sheet("reference/libelles.xlsx", "KEY_TWICE", "B6", "figure déjà", "stands also in row 5", text("C6", "OPTAM"));
        sheet("reference/sources.xlsx", "CODE_UNKNOWN", "F5", "«OFICIAL»", "Maybe OFFICIAL", text("F5", "OFICIAL"));
        sheet(
                "reference/supplements-uniques.xlsx",
                "NOT_A_LIST",
                "B1",
                "reference/supplements-uniques",
                "Maybe reference/supplements-uniques",
                text("B1", "reference/supplements"));
        sheet(
                "reference/modificateurs-limites.xlsx",
                "COLUMN_TYPE",
                "C2",
                "nom:type",
                "Maybe value:int",
                text("C2", "value:integer"));
        sheet(
                "reference/specialites-nationales.xlsx",
                "DATE_FAR",
                "D4",
                "9999-12-31",
                "far away",
                text("D4", "9999-12-31"));
        sheet(
                "reference/engagements.xlsx",
                "BLANK_ROW",
                "A5",
                "ligne vide (5)",
                "row 5 is blank",
                s -> s.shiftRows(4, 4, 1));
        sheet("reference/codes-activite.xlsx", "UNCITED_ROW", "G5", "sans source", "without a source", blank("G5"));
        sheet(
                "reference/corrections-regionales.xlsx",
                "CELL_VALUE",
                "C5",
                "n’est pas écrit avec le signe",
                "Maybe -5.00",
                text("C5", "−5.00"));
        sheet(
                "reference/actes-accouchement.xlsx",
                "ID_TWICE",
                "A6",
                "MODI-DLV-002 figure deux fois",
                "stands twice",
                text("A6", "MODI-DLV-002"));
        sheet(
                "reference/composantes.xlsx",
                "CODE_UNKNOWN",
                "B5",
                "OPTION_MODIFIER",
                "Maybe OPTION_MODIFIERS",
                text("B5", "OPTION_MODIFIER"));
        alone();
        sheet(
                "reference/modificateurs-exclusions.xlsx",
                "SECOND_TABLE",
                "Feuil1!A1",
                "«Feuil1» ne serait pas lue",
                "would not be read",
                s -> s.getWorkbook()
                        .createSheet("Feuil1")
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("x"));
    }

    // ---- names that do not meet --------------------------------------------------------------------------------

    private void names() {
        sheet(
                "reference/champs.xlsx",
                "FIELD_UNKNOWN",
                "B7",
                "personne ne se sert de «actCategry»",
                "Maybe actCategory",
                text("B7", "actCategry"));
        alone();
        sheet(
                "reference/sources.xlsx",
                "SOURCE_UNKNOWN",
                "B4",
                "la source «A1» manque",
                "source «A1» is missing",
                text("B4", "AA1"));
        alone();
        sheet(
                "reference/eligibilite-actes.xlsx",
                "COLUMN_UNKNOWN",
                "C2",
                "«minimumActs» manque",
                "Maybe minimumActs",
                text("C2", "minimumAct:int"));
        alone();
    }

    // ---- DRL ---------------------------------------------------------------------------------------------------

    private void rules() {
        drl(
                "derive/situation.drl",
                "PACKAGE",
                PACKAGE,
                "ne nomme pas de package",
                "Maybe package derive",
                without(PACKAGE));
        drl(
                "derive/adhesions.drl",
                "PACKAGE",
                1,
                "«eligibility» n’est pas la phase",
                "Maybe package derive",
                swap("package derive", "package eligibility"));
        word("derive/activite.drl", "when", "RULE_REFUSED", "«wehn»", "Maybe when", "wehn");
        word("modifiers/preparation.drl", "then", "RULE_REFUSED", "«thne»", "Maybe then", "thne");
        word("respect/respect.drl", "end", "RULE_REFUSED", "n’est pas fermée par end", "Maybe end", "edn");
        word("decide/issue.drl", "@source(\"", "RULE_REFUSED", "@sorce", "Maybe @source", "@sorce(\"");
        word(
                "eligibility/preparation.drl",
                "agenda-group",
                "RULE_REFUSED",
                "«agenda-gruop»",
                "Maybe agenda-group",
                "agenda-gruop");
        word("eligibility/actes.drl", "out.let(", "RULE_REFUSED", "out.lte n’existe pas", "Maybe out.let", "out.lte(");
        word("consequence/prime.drl", "known(\"", "RULE_REFUSED", "guillemet droit", "straight quote", "known(“");
        word("consequence/readhesion.drl", "\");", "RULE_REFUSED", "n’est pas fermé", "not closed", ");");
        word("consequence/recuperation.drl", "\");", "RULE_REFUSED", "«;» manque", "«;» is missing", "\")");
        word("consequence/resiliation.drl", "num(\"", "RULE_REFUSED", "le mot «nun»", "Maybe num", "nun(\"");
        word(
                "consequence/comparaison.drl",
                "@confidence(\"",
                "CONFIDENCE_UNKNOWN",
                "«X",
                "is unknown",
                "@confidence(\"X");
        word(
                "commitment/calcul.drl",
                "@from(\"2017-01-01\")",
                "NOT_A_DATE",
                "«01/01/2017»",
                "Maybe 2017-01-01",
                "@from(\"01/01/2017\")");
        word("commitment/reponses.drl", "@source(\"", "SOURCE_UNKNOWN", "«ZZ9»", "«ZZ9»", "@source(\"ZZ9, ");
        word("modifiers/verdicts.drl", "lookup('", "LIST_UNKNOWN", "liste inconnue", "unknown table", "lookup('x");
        word("decide/controles.drl", "rule \"", "RULE_REFUSED", "identifiant de règle", "no rule id", "rule \"x");
    }

    private static final int PACKAGE = 1;

    /** A DRL file whose first line that holds some words holds others instead. */
    private void word(String file, String from, String code, String fr, String en, String to) {
        int at = line("rules-drl/" + file, from);
        drl(file, code, at, fr, en, line(at, from, to));
    }

    private static int line(String file, String word) {
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

    private void files() {}
}
