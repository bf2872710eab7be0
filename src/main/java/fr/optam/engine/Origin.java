package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.rulebook.formula.Graded;

/**
 * What stated the value of a field: a rule, and how weak the weakest of what it rests on is. With the fact that holds the
 * field it names one application of the rule.
 *
 * @param code the rule
 * @param confidence weakest of what it rests on
 */
record Origin(RuleCode code, Confidence confidence) implements Graded {}
