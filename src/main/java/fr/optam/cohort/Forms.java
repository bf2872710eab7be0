package fr.optam.cohort;

/** Forms of texts that are not codes of a list. */
final class Forms {
    /** CCAM code. */
    static final String CCAM = "[A-Z]{4}[0-9]{3}";
    /** INSEE code of a department. */
    static final String DEPARTMENT = "0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-9]|98[0-9]";
    /** INSEE code of a region. */
    static final String REGION = "[0-9]{2}";
    /** Health-insurance code of a specialty. */
    static final String SPECIALTY = "[0-9]{2}";
    /** Association code. */
    static final String ASSOCIATION = "[0-9]";
    /** Quarter of a year. */
    static final String QUARTER = "20[0-9]{2}-Q[1-4]";
    /** Identity of a practitioner. */
    static final String PRACTITIONER_ID = "[A-Za-z0-9_-]{1,32}";

    private Forms() {}
}
