/** A decision as a page for a person. */
package fr.optam.report;
