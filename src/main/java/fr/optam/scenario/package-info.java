/** Sentences that must stay true: given facts, expected answers, their comparison, and which rules they exercise. */
package fr.optam.scenario;
