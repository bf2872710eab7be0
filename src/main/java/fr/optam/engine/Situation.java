package fr.optam.engine;

/**
 * An act with one letter, or without any.
 *
 * @param letter the letter; empty for an act without
 * @param variant as billed, or as it would be without the option
 */
record Situation(String letter, String variant) {
    static final Situation BARE = new Situation("", "");

    boolean bare() {
        return letter.isEmpty();
    }
}
