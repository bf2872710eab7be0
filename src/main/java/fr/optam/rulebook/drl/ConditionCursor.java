package fr.optam.rulebook.drl;

import java.util.function.Supplier;

/** A place in the text of a condition, and the words taken from there. */
final class ConditionCursor {
    private final String condition;
    private int at;

    ConditionCursor(String condition) {
        this.condition = condition;
    }

    /** Place reached; the first character is 0. */
    int at() {
        return at;
    }

    boolean ended() {
        return at >= condition.length();
    }

    /** Whether a character stands here. */
    boolean stands(char c) {
        return !ended() && condition.charAt(at) == c;
    }

    /** Whether a digit stands here. */
    boolean digit() {
        return !ended() && condition.charAt(at) >= '0' && condition.charAt(at) <= '9';
    }

    /** Takes a word of letters. */
    String word() {
        skip();
        int start = at;
        while (at < condition.length() && Character.isLetter(condition.charAt(at)) && condition.charAt(at) < 128) {
            at++;
        }
        require(at > start, this::unexpected);
        return condition.substring(start, at);
    }

    /** Takes a text in quotes. */
    String text() {
        skip();
        require(at < condition.length() && condition.charAt(at) == '"', this::unexpected);
        int end = condition.indexOf('"', ++at);
        require(end >= 0, ConditionMistakes::quote);
        String text = condition.substring(at, end);
        at = end + 1;
        return text;
    }

    /** Whether a sign stands here, which is then taken. */
    boolean accept(String symbol) {
        skip();
        boolean is = condition.startsWith(symbol, at) && !(symbol.equals("!") && condition.startsWith("!=", at));
        at += is ? symbol.length() : 0;
        skip();
        return is;
    }

    /** Passes white space. */
    void skip() {
        while (at < condition.length() && Character.isWhitespace(condition.charAt(at))) {
            at++;
        }
    }

    /** The digits that stand here, which stay. */
    String digits() {
        int end = at;
        while (end < condition.length() && "0123456789.".indexOf(condition.charAt(end)) >= 0) {
            end++;
        }
        return condition.substring(at, end);
    }

    /** That what stands here can't. */
    DrlInvalid unexpected() {
        if (ended()) {
            return ConditionMistakes.ended();
        }
        int end = at;
        while (end < condition.length() && Character.isLetterOrDigit(condition.charAt(end))) {
            end++;
        }
        return Character.isLetter(condition.charAt(at))
                ? ConditionMistakes.word(condition.substring(at, end))
                : ConditionMistakes.sign(condition.charAt(at));
    }

    private static void require(boolean holds, Supplier<DrlInvalid> otherwise) {
        if (!holds) {
            throw otherwise.get();
        }
    }
}
