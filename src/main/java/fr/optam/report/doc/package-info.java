/** The rulebook as one document that a person reads: every table, rule, parameter, source and word of it. */
package fr.optam.report.doc;
