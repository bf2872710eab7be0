/**
 * The year ahead of one practitioner: facts of a year that is not there yet are made of what is known and of what is
 * planned, and the engine decides them. Nothing of the convention is computed here.
 */
package fr.optam.explain.ahead;
