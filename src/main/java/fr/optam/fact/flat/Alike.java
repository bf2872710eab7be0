package fr.optam.fact.flat;

/** What an act with its letters has in common with all that came alike through the same rules. */
public interface Alike {
    /** How a field is looked at. */
    enum Use {
        /** For its value. */
        VALUE,
        /** Only as the day of a look into a list. */
        DAY,
        /** Only as a key of a look into a list. */
        KEY
    }

    /**
     * Whether a field may differ from one to another.
     *
     * @param ordinal 0 for the act, then its letters
     * @param slot place of the field in the layout of that fact
     */
    boolean differs(int ordinal, int slot, Use use);

    /** Values of a fact of the act, shared by all: 0 for the act, then its letters. */
    Object[] values(int ordinal);

    /** What stated them. */
    Object[] origins(int ordinal);

    /** Number of letters of the act. */
    int letters();

    /** Layout of its letters. */
    Layout layout();

    /** What the key of a letter has beside that of the act. */
    String rest(int ordinal);

    /**
     * Number of a sum among all that were asked for; negative if there are too many to keep what they take.
     *
     * @param of what is summed
     * @param outside the sum with all that it can depend on outside the acts
     */
    int number(Object of, Object outside);

    /** What all that are alike give to a sum; null if that is not known yet. */
    Object part(int number);

    /** Keeps what all that are alike give to a sum. */
    void keep(int number, Object part);
}
