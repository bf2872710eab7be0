package fr.optam.architecture.bad.cohort;

/** Something to depend on. */
public final class PlainCohort {}
