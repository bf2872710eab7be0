package fr.optam.architecture.bad.run;

import fr.optam.architecture.bad.cli.PlainCli;

/** Breaks the direction of imports. */
final class BadRun {
    PlainCli upwards;
}
