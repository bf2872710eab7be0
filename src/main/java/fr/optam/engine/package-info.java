/** Facts in, decision out: runs the stages of a rulebook and keeps the proof. */
package fr.optam.engine;
