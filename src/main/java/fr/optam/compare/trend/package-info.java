/**
 * A cohort over years: membership, rates, what readings of the rules do to the allowed rates, and a model of renewals. It
 * counts and compares what the engine decided; every verdict is the engine's.
 */
package fr.optam.compare.trend;
