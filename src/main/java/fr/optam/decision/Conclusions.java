package fr.optam.decision;

import fr.optam.fact.flat.Fact;

/**
 * The one way in which a rule states anything. Every text is a constant of the rule; formulas are computed by the engine,
 * which also stamps the rule, its file and its place.
 */
public interface Conclusions {
    /** A field of the fact gets a code, to be read by later stages. */
    void set(Fact fact, String field, String code);

    /** A field of the fact gets the value of a formula, to be read by later stages. */
    void let(Fact fact, String field, String formula);

    /** A question gets its verdict and its reason. Words in braces, {@code modifier:{act}:{letter}}, stand for fields. */
    void answer(Fact fact, String question, String verdict, String reason);

    /** The figure of the answer and its unit. */
    void value(Fact fact, String formula, String unit);

    /** The amount of the answer, EUR. */
    void amount(Fact fact, String formula);

    /** A further figure of the answer. */
    void detail(Fact fact, String name, String formula);

    /** A further figure of an answer that another rule of the same practitioner-year gives. */
    void detailOf(Fact fact, String question, String name, String formula);

    /** The answer can't be given because of what makes these fields unknown, separated by commas. */
    void missing(Fact fact, String fields);

    /** A finding that a person should look at. */
    void finding(Fact fact, String code);

    /** A sentence of this step that is no reason of an answer. */
    void say(Fact fact, String sentence);

    /** A word in braces of the sentence: the value of a formula, shown in a unit. */
    void with(Fact fact, String word, String formula, String unit);

    /** The outcome of the decision. */
    void outcome(Fact fact, String code);
}
