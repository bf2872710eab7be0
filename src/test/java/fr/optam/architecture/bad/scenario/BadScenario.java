package fr.optam.architecture.bad.scenario;

import fr.optam.architecture.bad.run.PlainRun;

/** Breaks the direction of imports. */
final class BadScenario {
    PlainRun upwards;
}
