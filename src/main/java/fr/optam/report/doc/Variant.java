package fr.optam.report.doc;

import fr.optam.rulebook.Rulebook;

/**
 * An overlay and what it makes of a rulebook.
 *
 * @param name name of the overlay's folder
 * @param applied whether the document describes the rulebook with it, or without
 * @param without the rulebook without the overlay
 * @param with the rulebook with it
 */
public record Variant(String name, boolean applied, Rulebook without, Rulebook with) {}
