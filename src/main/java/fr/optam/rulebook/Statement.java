package fr.optam.rulebook;

import fr.optam.rulebook.formula.Formula;
import java.util.List;
import java.util.Optional;

/** One thing that a consequence states. */
public sealed interface Statement {

    /** The formula that it computes, if it has one. */
    default Optional<Formula> computed() {
        return Optional.empty();
    }

    /** The same statement with another formula; itself if it has none. */
    default Statement computing(Formula other) {
        return this;
    }

    /** A field gets a code. */
    record Set(String field, String code) implements Statement {}

    /** A field gets the value of a formula. */
    record Let(String field, Formula formula) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new Let(field, other);
        }
    }

    /** A question gets its verdict and reason; words in braces stand for fields. */
    record Answer(String question, String verdict, String reason) implements Statement {}

    /** The answer's figure, with its unit. */
    record Value(Formula formula, String unit) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new Value(other, unit);
        }
    }

    /** The answer's or the finding's amount in euros. */
    record Amount(Formula formula) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new Amount(other);
        }
    }

    /** A further figure of the answer; the name may be a path with dots. */
    record Detail(String name, Formula formula) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new Detail(name, other);
        }
    }

    /** A further figure of an answer that another rule gives. */
    record DetailOf(String question, String name, Formula formula) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new DetailOf(question, name, other);
        }
    }

    /** The answer lacks what makes these fields unknown. */
    record Missing(List<String> fields) implements Statement {}

    /** A finding; where a formula is given, it names the acts or the place. */
    record Finding(String code) implements Statement {}

    /** A sentence of this step that is no answer. */
    record Say(String reason) implements Statement {}

    /** A word of the sentence, shown in a unit. */
    record With(String word, Formula formula, String unit) implements Statement {
        @Override
        public Optional<Formula> computed() {
            return Optional.of(formula);
        }

        @Override
        public Statement computing(Formula other) {
            return new With(word, other, unit);
        }
    }

    /** The outcome of the decision. */
    record Outcome(String code) implements Statement {}
}
