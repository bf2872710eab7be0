package fr.optam.architecture.bad.cohort;

import fr.optam.architecture.bad.run.PlainRun;

/** Breaks the direction of imports. */
final class BadCohort {
    PlainRun upwards;
}
