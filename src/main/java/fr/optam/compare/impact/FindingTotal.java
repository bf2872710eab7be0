package fr.optam.compare.impact;

import fr.optam.decision.Sentence;

/**
 * A finding that practitioners gain or lose.
 *
 * @param code code of the finding
 * @param label what it says
 * @param gained practitioners who have it after and not before; {@code -1} if hidden
 * @param lost practitioners who have it before and not after; {@code -1} if hidden
 */
public record FindingTotal(String code, Sentence label, long gained, long lost) {}
