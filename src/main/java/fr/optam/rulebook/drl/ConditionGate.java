package fr.optam.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the text of one condition: only readings of fields, comparisons and constants pass. */
final class ConditionGate {
    private static final Set<String> ACCESSORS = Set.of(
            "text", "num", "day", "yes", "no", "known", "missing", "none", "is", "among", "atLeast", "above", "atMost", "below");
    private static final Set<String> OPERATORS = Set.of("==", "<=", ">=", "<", ">", "&&", "||", "!", "(", ")", ",");
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|\"([A-Za-z0-9_.;:-]*)\"|([A-Za-z_$][A-Za-z0-9_$]*)|([0-9]+(?:\\.[0-9]+)?[A-Za-z]?)|(==|!=|<=|>=|&&|\\|\\||[<>!(),])");
    private static final int MAX_LENGTH = 2000;

    private ConditionGate() {}

    /** What is wrong with a condition; nothing if it may pass. */
    static Optional<String> refuse(String condition) {
        if (condition.length() > MAX_LENGTH) {
            return Optional.of("condition longer than " + MAX_LENGTH + " characters");
        }
        Matcher matcher = TOKEN.matcher(condition);
        int at = 0;
        String previous = "";
        while (at < condition.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.of("«" + condition.charAt(at) + "» is not allowed in the condition «" + condition + "»");
            }
            Optional<String> refusal = refuseToken(matcher, previous, condition.substring(matcher.end()).stripLeading());
            if (refusal.isPresent()) {
                return refusal.map(r -> r + " in the condition «" + condition + "»");
            }
            previous = matcher.group().isBlank() ? previous : matcher.group();
            at = matcher.end();
        }
        return Optional.empty();
    }

    private static Optional<String> refuseToken(Matcher matcher, String previous, String rest) {
        String name = matcher.group(2);
        if (name != null) {
            boolean constant = name.equals("true") || name.equals("false");
            boolean reading = ACCESSORS.contains(name) && rest.startsWith("(");
            return constant || reading ? Optional.empty() : Optional.of("word «" + name + "» is not allowed");
        }
        if (matcher.group(3) != null && !matcher.group(3).equals("0")) {
            return Optional.of("number " + matcher.group(3) + " is not allowed: numbers belong in a table");
        }
        if (matcher.group(4) != null && !OPERATORS.contains(matcher.group(4))) {
            return Optional.of("operator " + matcher.group(4) + " is not allowed: an unknown would pass it");
        }
        boolean argument = matcher.group(1) != null && !Set.of("(", ",", "==").contains(previous);
        return argument ? Optional.of("text " + matcher.group() + " stands where none is wanted") : Optional.empty();
    }

    /** Names of the fields that a condition reads. */
    static List<String> fields(String condition) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = Pattern.compile("([a-zA-Z]+)\\(\\s*\"([A-Za-z0-9_]+)\"").matcher(condition);
        while (matcher.find()) {
            fields.add(matcher.group(2));
        }
        return fields;
    }
}
