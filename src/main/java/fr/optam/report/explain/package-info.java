/** The account of one decision as a page: for the physician, the analyst and the auditor. */
package fr.optam.report.explain;
