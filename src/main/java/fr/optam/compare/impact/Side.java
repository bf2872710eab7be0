package fr.optam.compare.impact;

import fr.optam.decision.RulebookId;

/**
 * One of both rulebooks.
 *
 * @param name as the user called it: a folder, an overlay, a git revision, a run
 * @param id its version, digest and overlays
 */
public record Side(String name, RulebookId id) {}
