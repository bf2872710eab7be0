/** The flat facts that rules read: one pattern a rule, every field by name. */
package fr.optam.fact.flat;
