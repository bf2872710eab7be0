package fr.optam.explain;

import java.util.List;

/**
 * A question with a better verdict that no change of practice was found to reach.
 *
 * @param question question; {@code outcome} is the outcome of the year
 * @param verdict verdict as decided
 * @param fixed facts that decided it and that nobody can change
 * @param searched how far was looked, fact by fact
 */
public record Unflipped(String question, String verdict, List<Fixed> fixed, List<Searched> searched) {

    /**
     * How far a fact was turned, alone and with others.
     *
     * @param path JSON path of the fact; {@code acts} if it is facts of several acts
     * @param fr what it is called, in French
     * @param en the same in English
     * @param unit {@code EUR}, {@code COUNT} or {@code LETTERS}
     * @param from value as decided
     * @param to last value that was tried
     */
    public record Searched(String path, String fr, String en, String unit, String from, String to) {}
}
