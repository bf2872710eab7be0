package fr.optam.architecture.bad.explain;

import fr.optam.architecture.bad.cohort.PlainCohort;

/** Breaks the direction of imports. */
final class BadExplain {
    PlainCohort upwards;
}
