package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Grammar;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the text of one condition by reading all of it: readings of fields, comparisons of readings of one kind, and,
 * or, not. Whatever else it holds is refused, so that the compiler can neither fail on it nor run it.
 */
final class ConditionGate {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 20;
    private static final Set<String> VALUES = Set.of("num", "day", "text");
    private static final Set<String> FLAGS = Set.of("yes", "no", "known", "missing", "none");
    private static final Map<String, Test> TESTS = Map.of(
            "yes",
            Test.YES,
            "among",
            Test.AMONG,
            "atLeast",
            Test.AT_LEAST,
            "above",
            Test.ABOVE,
            "atMost",
            Test.AT_MOST,
            "below",
            Test.BELOW);

    private final String condition;
    private int at;
    private int depth;

    private ConditionGate(String condition) {
        this.condition = condition;
    }

    /** What is wrong with a condition; nothing if it may pass. */
    static Optional<String> refuse(String condition) {
        if (condition.length() > MAX_LENGTH) {
            return Optional.of("condition longer than " + MAX_LENGTH + " characters");
        }
        try {
            ConditionGate gate = new ConditionGate(condition);
            gate.alternatives();
            gate.require(gate.at == condition.length(), gate.unexpected());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + " in the condition «" + condition.replaceAll("\\s+", " ") + "»");
        }
    }

    private void alternatives() {
        require(++depth <= MAX_DEPTH, "parentheses nested too deep");
        do {
            do {
                term();
            } while (accept("&&"));
        } while (accept("||"));
        depth--;
    }

    private void term() {
        boolean negated = false;
        while (accept("!")) {
            require(!negated, "twice !");
            negated = true;
        }
        if (accept("(")) {
            alternatives();
            require(accept(")"), "a parenthesis is not closed");
            return;
        }
        String word = word();
        if (!word.equals("true") && !word.equals("false")) {
            reading(word, negated);
        }
    }

    private void reading(String accessor, boolean negated) {
        boolean value = VALUES.contains(accessor);
        require(
                value || FLAGS.contains(accessor) || TESTS.containsKey(accessor) || accessor.equals("is"),
                "word «" + accessor + "» is not allowed");
        arguments(accessor);
        if (value) {
            require(!negated, "! before " + accessor + " means nothing: put the comparison in parentheses");
            comparison(accessor);
        }
    }

    private void arguments(String accessor) {
        require(accept("("), "word «" + accessor + "» is not allowed");
        require(Grammar.isCode(text()), accessor + " takes the name of a field");
        if (accept(",")) {
            argument(accessor, text());
        } else {
            require(
                    VALUES.contains(accessor) || FLAGS.contains(accessor),
                    accessor + " takes a field and what it is compared with");
        }
        require(accept(")"), "a parenthesis is not closed");
    }

    private void argument(String accessor, String text) {
        Test test = TESTS.get(accessor);
        require(test != null || accessor.equals("is"), accessor + " takes one field");
        if (test == Test.AMONG || test == null) {
            require(test == null ? Grammar.isCode(text) : Grammar.isCodes(text), "«" + text + "» is no code");
        } else {
            require(
                    !(test.operand(text) instanceof BigDecimal),
                    "number " + text + " is not allowed: numbers belong in a table");
        }
    }

    private void comparison(String accessor) {
        String operator = operator();
        require(operator.equals("==") || !accessor.equals("text"), "text is compared with == only");
        skip();
        if (accessor.equals("num") && accept("0")) {
            return;
        }
        if (accessor.equals("text") && at < condition.length() && condition.charAt(at) == '"') {
            String code = text();
            require(code.isEmpty() || Grammar.isCode(code), "«" + code + "» is no code");
            return;
        }
        require(
                at >= condition.length() || condition.charAt(at) < '0' || condition.charAt(at) > '9',
                "a number is not allowed: numbers belong in a table");
        require(word().equals(accessor), accessor + " is compared with " + accessor);
        arguments(accessor);
    }

    private String operator() {
        for (String each : new String[] {"==", "<=", ">=", "<", ">"}) {
            if (accept(each)) {
                return each;
            }
        }
        require(!accept("!="), "operator != is not allowed: an unknown would pass it");
        throw new IllegalArgumentException("a value stands without a comparison");
    }

    private String word() {
        skip();
        int start = at;
        while (at < condition.length() && Character.isLetter(condition.charAt(at)) && condition.charAt(at) < 128) {
            at++;
        }
        require(at > start, unexpected());
        return condition.substring(start, at);
    }

    private String text() {
        skip();
        require(at < condition.length() && condition.charAt(at) == '"', unexpected());
        int end = condition.indexOf('"', ++at);
        require(end >= 0, "a text is not closed");
        String text = condition.substring(at, end);
        at = end + 1;
        return text;
    }

    private boolean accept(String symbol) {
        skip();
        boolean is = condition.startsWith(symbol, at) && !(symbol.equals("!") && condition.startsWith("!=", at));
        at += is ? symbol.length() : 0;
        skip();
        return is;
    }

    private void skip() {
        while (at < condition.length() && Character.isWhitespace(condition.charAt(at))) {
            at++;
        }
    }

    private String unexpected() {
        return at < condition.length()
                ? "«" + condition.charAt(at) + "» is not allowed"
                : "something is missing at the end";
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
