/** What is known: a practitioner-year and its parts as given, and the flat facts that rules read. */
package fr.optam.fact;
