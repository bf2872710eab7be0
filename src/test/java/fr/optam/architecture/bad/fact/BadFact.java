package fr.optam.architecture.bad.fact;

import fr.optam.architecture.bad.decision.PlainDecision;

/** Breaks the direction of imports. */
final class BadFact {
    PlainDecision upwards;
}
