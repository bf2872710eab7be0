package fr.optam.architecture.bad.decision;

import fr.optam.architecture.bad.rulebook.PlainRulebook;

/** Breaks the direction of imports. */
final class BadDecision {
    PlainRulebook upwards;
}
