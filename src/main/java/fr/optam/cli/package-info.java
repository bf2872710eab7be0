/** Verbs, options, exit codes and wiring; the only clock, the only standard output. */
package fr.optam.cli;
