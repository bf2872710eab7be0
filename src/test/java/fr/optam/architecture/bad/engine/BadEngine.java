package fr.optam.architecture.bad.engine;

import fr.optam.architecture.bad.run.PlainRun;

/** Breaks the direction of imports. */
final class BadEngine {
    PlainRun upwards;
}
