package fr.optam.compare;

import fr.optam.decision.Sentence;

/**
 * What two changes of one workbook can't both have.
 *
 * @param sheet name on the tab
 * @param cell address in the merged file, empty if the whole sheet or workbook is meant
 * @param row id of the row, empty if it has none
 * @param column what people call the column, empty if the whole row is meant
 * @param base value before both changes
 * @param ours value of the one side
 * @param theirs value of the other
 * @param what what happened
 */
public record Conflict(
        String sheet, String cell, String row, String column, String base, String ours, String theirs, Sentence what) {
    static final Sentence CELL =
            new Sentence("les deux côtés ont changé cette cellule", "both sides changed this cell");
    static final Sentence OURS_GONE = new Sentence(
            "la ligne est supprimée ici et modifiée de l’autre côté",
            "the row is deleted here and changed on the other side");
    static final Sentence THEIRS_GONE = new Sentence(
            "la ligne est modifiée ici et supprimée de l’autre côté",
            "the row is changed here and deleted on the other side");
    static final Sentence COLUMN_GONE = new Sentence(
            "la colonne de cette valeur est supprimée d’un côté", "the column of this value is deleted on one side");
    static final Sentence SHEET_GONE = new Sentence(
            "la feuille est supprimée d’un côté et modifiée de l’autre",
            "the sheet is deleted on one side and changed on the other");
    static final Sentence STRUCTURE = new Sentence(
            "les deux côtés ont changé les feuilles, les colonnes ou l’ordre des lignes",
            "both sides changed sheets, columns or the order of rows");

    /** One line: where, what, and the three values. */
    public String text(String file, boolean french) {
        String where = file + (sheet.isEmpty() ? "" : "!" + sheet) + (cell.isEmpty() ? "" : "!" + cell);
        String name = (row.isEmpty() ? "" : " " + row) + (column.isEmpty() ? "" : " " + column);
        return where + name + ": " + (french ? "conflit, " + what.fr() : "conflict, " + what.en()) + values(french);
    }

    /** What the comment of the cell says, in both languages. */
    String comment() {
        return "Conflit : " + what.fr() + values(true) + "\n\nConflict: " + what.en() + values(false);
    }

    private String values(boolean french) {
        if (base.isEmpty() && ours.isEmpty() && theirs.isEmpty()) {
            return ".";
        }
        String none = french ? "(vide)" : "(empty)";
        String was = base.isEmpty() ? none : base;
        return (what.equals(STRUCTURE)
                        ? french ? " : ici " : ": ours "
                        : (french ? " : base " : ": base ") + was + (french ? ", ici " : ", ours "))
                + (ours.isEmpty() ? none : ours)
                + (french ? ", autre côté " : ", theirs ")
                + (theirs.isEmpty() ? none : theirs)
                + ".";
    }
}
