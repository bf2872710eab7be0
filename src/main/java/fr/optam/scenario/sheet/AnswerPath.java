package fr.optam.scenario.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of which answer a column states, {@code prime.amount}; a question alone stands for its verdict.
 *
 * @param question the question
 * @param key part of the answer: {@code verdict}, {@code reason}, {@code details.rate}
 */
record AnswerPath(String question, String key) {
    private static final Pattern PART =
            Pattern.compile("(.+?)\\.(verdict|reason|value|unit|amount|confidence|missing|details(?:\\.\\w+)+)");
    private static final Pattern QUESTION = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z_]+)?|[a-z]+:[^:]+:[A-Z0-9]");

    /** Reads a column's name; empty if it cannot be a question. */
    static Optional<AnswerPath> of(String text) {
        Matcher part = PART.matcher(text);
        AnswerPath path =
                part.matches() ? new AnswerPath(part.group(1), part.group(2)) : new AnswerPath(text, "verdict");
        return QUESTION.matcher(path.question()).matches() ? Optional.of(path) : Optional.empty();
    }
}
