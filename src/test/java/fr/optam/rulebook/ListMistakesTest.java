package fr.optam.rulebook;

/** Mistakes in lists, and names in them that do not meet those that others use. */
class ListMistakesTest extends MistakesMade {
    @Override
    void mistakes() {
        names();
        lists();
    }

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
}
