package fr.optam.rulebook;

import fr.optam.rulebook.formula.Formula;
import java.util.List;

/** One thing that a consequence states. */
public sealed interface Statement {

    /** A field gets a code. */
    record Set(String field, String code) implements Statement {}

    /** A field gets the value of a formula. */
    record Let(String field, Formula formula) implements Statement {}

    /** A question gets its verdict and reason; words in braces stand for fields. */
    record Answer(String question, String verdict, String reason) implements Statement {}

    /** The answer's figure, with its unit. */
    record Value(Formula formula, String unit) implements Statement {}

    /** The answer's or the finding's amount in euros. */
    record Amount(Formula formula) implements Statement {}

    /** A further figure of the answer; the name may be a path with dots. */
    record Detail(String name, Formula formula) implements Statement {}

    /** A further figure of an answer that another rule gives. */
    record DetailOf(String question, String name, Formula formula) implements Statement {}

    /** The answer lacks what makes these fields unknown. */
    record Missing(List<String> fields) implements Statement {}

    /** A finding; where a formula is given, it names the acts or the place. */
    record Finding(String code) implements Statement {}

    /** A sentence of this step that is no answer. */
    record Say(String reason) implements Statement {}

    /** A word of the sentence, shown in a unit. */
    record With(String word, Formula formula, String unit) implements Statement {}

    /** The outcome of the decision. */
    record Outcome(String code) implements Statement {}
}
