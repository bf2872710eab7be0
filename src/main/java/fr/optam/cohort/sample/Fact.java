package fr.optam.cohort.sample;

/** Facts that a file may leave empty: each is unknown for 10 of 1,000 practitioners. */
enum Fact {
    SPECIALTY,
    SECTOR,
    SECTOR2_TITLES,
    INSTALLED_ON,
    DEPARTMENT,
    REGION,
    PROFESSION,
    INCOME,
    OVERRUN_COMMITMENT,
    OPPOSABLE_COMMITMENT,
    ACT_COUNTS,
    REIMBURSABLE_FEES,
    OVERRUNS,
    OPPOSABLE_FEES,
    AT,
    CATEGORY,
    ALLOWED_MODIFIERS,
    BASE_TARIFF,
    BASE_TARIFF_WITHOUT_OPTION,
    FEE_CHARGED,
    C2S,
    EMERGENCY,
    PRIME,
    PRIME_PAID_ON;

    static final int PER_MILLE = 10;
}
