package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;

/** What stated a value, with how weak the weakest of what it rests on is. */
public interface Graded {
    /** Weakest of what it rests on. */
    Confidence confidence();
}
