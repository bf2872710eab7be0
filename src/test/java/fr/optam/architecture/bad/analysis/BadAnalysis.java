package fr.optam.architecture.bad.analysis;

import fr.optam.architecture.bad.cli.PlainCli;

/** Breaks the direction of imports. */
final class BadAnalysis {
    PlainCli upwards;
}
