package fr.optam.cohort.sample;

/** Irregularities planted on acts, each on 5 of 1,000 acts of a practitioner who can commit it. */
enum Fault {
    K_WITHOUT_RIGHT,
    T_BY_SECOND_OPTION_MEMBER,
    K_AND_T,
    LETTER_NOT_LISTED,
    DEROGATION_WITH_ONE_CENT,
    TWO_EMERGENCY_LETTERS,
    FIVE_LETTERS,
    THREE_OUTSIDE_ANAESTHESIA;

    static final int PER_MILLE = 5;
}
