package fr.optam.rulebook;

import org.apache.poi.ss.util.CellRangeAddress;

/** Mistakes in rule tables. */
class TableMistakesTest extends MistakesMade {
    private static final String RIGHTS = "modifiers/droits.drl.xlsx";
    private static final String URGENCY = "modifiers/urgence.drl.xlsx";
    private static final String SCALE = "consequence/prime-bareme.drl.xlsx";
    private static final String OPTIONS = "consequence/prime-options.drl.xlsx";
    private static final String CLAWBACK = "consequence/recuperation.drl.xlsx";
    private static final String SECTORS = "eligibility/secteurs.drl.xlsx";
    private static final String SPECIALTIES = "eligibility/specialites.drl.xlsx";

    @Override
    void mistakes() {
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
        sheet(RIGHTS, "HEADER", "D9", "«Letre»", "Maybe Lettre", text("D9", "Letre"));
        sheet(URGENCY, "HEADER", "E9", "champ «tariffGroup» n’a pas d’en-tête", "has no header", blank("E9"));
        sheet(CLAWBACK, "HEADER", "I9", "«Vedrict»", "Maybe Verdict", text("I9", "Vedrict"));
    }
}
