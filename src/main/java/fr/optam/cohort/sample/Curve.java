package fr.optam.cohort.sample;

/** The distributions of the recipe, each a column of the shipped table of quantiles. */
enum Curve {
    LOGNORMAL_0_40,
    LOGNORMAL_0_45,
    LOGNORMAL_0_50,
    LOGNORMAL_0_60,
    LOGNORMAL_0_70,
    BETA_4_4,
    BETA_2_6
}
