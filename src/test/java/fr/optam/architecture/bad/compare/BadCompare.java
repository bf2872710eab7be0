package fr.optam.architecture.bad.compare;

import fr.optam.architecture.bad.run.PlainRun;

/** Breaks the direction of imports. */
final class BadCompare {
    PlainRun upwards;
}
