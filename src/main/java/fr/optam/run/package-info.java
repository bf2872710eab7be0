/** The run directory: canonical bytes of decisions, a cohort decided on all cores, written, resumed. */
package fr.optam.run;
