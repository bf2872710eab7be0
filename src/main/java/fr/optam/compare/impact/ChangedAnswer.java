package fr.optam.compare.impact;

import fr.optam.decision.Confidence;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An answer that differs.
 *
 * @param question question, {@code prime}, {@code outcome}, {@code modifier}
 * @param act id of the act, the first of its group; empty unless the question is about an act
 * @param letter letter, likewise
 * @param lines lines of the act group that it is an answer about; 1 for an answer about the practitioner-year
 * @param parts what of it changed, never empty
 * @param before what it said; {@link Said#NOTHING} if there was no such answer
 * @param after what it says
 * @param own by how much its own figure changes for the practitioner, all lines together, cents; empty if it has none or one
 *     side does not know it
 * @param balance how much of that counts in the balance of the case, cents
 * @param cause the edits that cause it
 * @param shares how the balance is shared among them, cents, in the order of the edits of the cause; adds up to it
 */
public record ChangedAnswer(
        String question,
        String act,
        String letter,
        long lines,
        Set<Part> parts,
        Said before,
        Said after,
        OptionalLong own,
        long balance,
        Cause cause,
        List<Long> shares) {
    /** What may change of an answer. */
    public enum Part {
        /** The verdict. */
        VERDICT,
        /** The reason. */
        REASON,
        /** The figure, in its unit. */
        VALUE,
        /** Unit of the figure. */
        UNIT,
        /** The amount. */
        AMOUNT,
        /** Further figures. */
        DETAILS,
        /** Facts that are missing. */
        MISSING,
        /** How strong the sources are. */
        CONFIDENCE
    }

    /**
     * What an answer says.
     *
     * @param verdict verdict; the outcome code where the question is {@code outcome}
     * @param reason reason code, empty if none
     * @param value figure, empty if none
     * @param unit its unit, empty if none
     * @param amount EUR, empty if none
     * @param confidence weakest source; that of the decision where the question is {@code outcome}
     */
    public record Said(String verdict, String reason, String value, String unit, String amount, Confidence confidence) {
        /** No answer. */
        public static final Said NOTHING = new Said("", "", "", "", "", Confidence.LAW);
    }

    /** Copies the parts and shares. */
    public ChangedAnswer {
        parts = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(parts));
        shares = List.copyOf(shares);
    }
}
