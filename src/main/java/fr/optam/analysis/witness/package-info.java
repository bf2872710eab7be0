/** Facts that reach a given combination of a rule table: examples that a person can decide and read. */
package fr.optam.analysis.witness;
