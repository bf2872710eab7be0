package fr.optam.explain;

/**
 * A field that a condition read.
 *
 * @param field name of the field
 * @param fr French label
 * @param en English label
 * @param value value as text; empty if the field has none
 * @param unknown JSON paths of the facts that are absent, where the value is unknown for want of them; else empty
 */
public record Reading(String field, String fr, String en, String value, java.util.List<String> unknown) {}
