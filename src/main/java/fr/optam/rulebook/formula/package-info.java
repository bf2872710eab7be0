/** The arithmetic of rules: exact, closed, over fields, lists and dates. */
package fr.optam.rulebook.formula;
