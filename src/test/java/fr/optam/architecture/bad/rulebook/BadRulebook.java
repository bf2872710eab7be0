package fr.optam.architecture.bad.rulebook;

import fr.optam.architecture.bad.engine.PlainEngine;

/** Breaks the direction of imports. */
final class BadRulebook {
    PlainEngine upwards;
}
