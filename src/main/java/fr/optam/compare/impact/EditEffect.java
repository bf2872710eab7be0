package fr.optam.compare.impact;

/**
 * An edit and what it does.
 *
 * @param edit the edit
 * @param reach how far it gets
 * @param touched practitioners whom it can touch
 * @param part changed answers that it causes, alone or with others; gain and loss are its share of the euros (Shapley value)
 * @param reverting what taking back this edit alone would undo: answers of the rulebook after that would be otherwise without
 *     it, and by how much the balances would change back, with the sign of the edit
 */
public record EditEffect(EditView edit, Reach reach, long touched, Shown part, Shown reverting) {
    /** How far an edit gets in this cohort. */
    public enum Reach {
        /** No fact of any practitioner comes near it. */
        UNREACHED,
        /** Practitioners come near it, and no answer changes by it. */
        WITHOUT_EFFECT,
        /** It causes a changed answer. */
        EFFECT
    }
}
