/** What a change of rules does to a cohort: who changes, by how much, because of which cell. */
package fr.optam.compare.impact;
