package fr.optam.decision;

import java.util.List;

/**
 * Which rulebook decided.
 *
 * @param version year.release
 * @param digest {@code sha256:…} over what the rulebook says
 * @param overlays names of the overlays, in the order given
 */
public record RulebookId(String version, String digest, List<String> overlays) {}
