/** Reads the cells of an xlsx file as they are, with limits, and nothing else. */
package fr.optam.rulebook.xlsx;
