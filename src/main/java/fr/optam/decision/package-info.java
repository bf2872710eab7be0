/** What may be said of a practitioner-year: answers, their proof, and the decision that holds them. */
package fr.optam.decision;
