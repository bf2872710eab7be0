package fr.optam.explain;

import fr.optam.decision.Sentence;

/**
 * A fact that decided and that nobody can change.
 *
 * @param path JSON path
 * @param value value as text
 * @param why why it can't be changed
 */
public record Fixed(String path, String value, Sentence why) {}
