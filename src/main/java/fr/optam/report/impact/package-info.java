/** What a change of rules does to a cohort, as a page that can be shared. */
package fr.optam.report.impact;
