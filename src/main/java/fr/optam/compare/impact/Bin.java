package fr.optam.compare.impact;

import java.util.OptionalLong;

/**
 * Practitioners whose balance lies in a stretch.
 *
 * @param from least balance, cents, included; {@code Long.MIN_VALUE} for no bound
 * @param to greatest balance, cents, included; {@code Long.MAX_VALUE} for no bound
 * @param practitioners how many with a changed answer; empty if hidden
 */
public record Bin(long from, long to, OptionalLong practitioners) {}
