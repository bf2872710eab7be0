package fr.optam.cohort.sample;

/**
 * Irregularities planted on acts, each on 5 of 1,000 acts of those who can commit it: by the careless here and there,
 * by a few again and again, by most practitioners never.
 */
enum Fault {
    K_WITHOUT_RIGHT,
    T_BY_SECOND_OPTION_MEMBER,
    K_AND_T,
    LETTER_NOT_LISTED,
    DEROGATION_WITH_ONE_CENT,
    TWO_EMERGENCY_LETTERS,
    FIVE_LETTERS,
    THREE_OUTSIDE_ANAESTHESIA;

    /** Practitioners of 1,000 who are careless. */
    static final int CARELESS = 400;
    /** Acts of 10,000 of a careless practitioner. */
    static final int BY_ACCIDENT = 65;
    /** Further acts of 10,000 of a practitioner with the habit. */
    static final int BY_HABIT = 600;
    /** Practitioners of 1,000 who have the habit. */
    static final int REPEATERS = 40;
}
