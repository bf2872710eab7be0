/**
 * Pages for a browser and for paper, all in one visual language. A page is a template of {@code fr/optam/report/*.peb}
 * that extends {@code layout}; it takes the model that its first comment describes.
 */
package fr.optam.report.html;
