/** A simulation of the year ahead, for the physician whose year it is: on a terminal and as a page. */
package fr.optam.report.ahead;
