/** What can be said of a rulebook without a practitioner: holes, clashes and dead rows of its tables. */
package fr.optam.analysis;
