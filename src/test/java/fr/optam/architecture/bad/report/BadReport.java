package fr.optam.architecture.bad.report;

import fr.optam.architecture.bad.engine.PlainEngine;

/** Breaks the direction of imports. */
final class BadReport {
    PlainEngine upwards;
}
