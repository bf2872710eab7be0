package fr.optam.report.chart;

/**
 * What the values of a picture are.
 *
 * @param name in the language of the page; the head of their column
 * @param measure their unit
 */
public record Quantity(String name, Measure measure) {}
