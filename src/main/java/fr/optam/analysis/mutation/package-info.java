/** Mutation testing of a rulebook's tables: which cell could be wrong without any scenario failing. */
package fr.optam.analysis.mutation;
