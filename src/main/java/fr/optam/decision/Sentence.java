package fr.optam.decision;

/**
 * The same sentence in both languages.
 *
 * @param fr French
 * @param en English
 */
public record Sentence(String fr, String en) implements java.io.Serializable {}
