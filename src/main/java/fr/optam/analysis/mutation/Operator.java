package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;

/** What a mutation does to a cell or a row. */
public enum Operator {
    /** A number one step more or less. */
    NUMBER("nombre d’un pas de plus ou de moins", "number one step up or down"),
    /** A day later or earlier. */
    DATE("date d’un jour avant ou après", "date one day before or after"),
    /** A minute later or earlier. */
    TIME("heure d’une minute avant ou après", "time one minute before or after"),
    /** A bound that is included is not, or the other way round. */
    COMPARISON("borne comprise ou exclue", "bound included or excluded"),
    /** A code of a list less. */
    ITEM_DROPPED("code retiré de la liste", "code dropped from the list"),
    /** A code of a list more. */
    ITEM_ADDED("code ajouté à la liste", "code added to the list"),
    /** Another code. */
    CODE("autre code", "another code"),
    /** Yes for no. */
    YES_NO("oui et non échangés", "yes and no exchanged"),
    /** A cell that was empty holds something. */
    FILLED("cellule vide remplie", "empty cell filled"),
    /** A cell that held something is empty. */
    BLANKED("cellule vidée", "cell emptied"),
    /** Another outcome. */
    OUTCOME("autre conclusion", "another outcome"),
    /** The row is not there. */
    ROW_DELETED("ligne supprimée", "row deleted"),
    /** The row and the next one have changed places. */
    ROWS_SWAPPED("lignes échangées", "rows swapped");

    private final Sentence words;

    Operator(String fr, String en) {
        this.words = new Sentence(fr, en);
    }

    /** In words. */
    public Sentence words() {
        return words;
    }
}
