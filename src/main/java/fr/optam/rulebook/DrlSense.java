package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.drl.DrlRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the conditions of a rule can hold together, and whether they ask anything at all. */
final class DrlSense {
    private static final Pattern TERM =
            Pattern.compile("(!?)\\s*(\\w+)\\(\\s*\"(\\w+)\"\\s*(?:,\\s*\"([^\"]*)\"\\s*)?\\)");
    private static final Pattern COMPARED = Pattern.compile(
            "((?:num|day)\\(\\s*\"\\w+\"\\s*\\))\\s*(==|<=|>=|<|>)\\s*((?:num|day)\\(\\s*\"\\w+\"\\s*\\)|0)");
    private static final Pattern CONSTANT = Pattern.compile("(?:^|[^\\w\"(])\\(*(true|false)(?![\\w\"(])");
    private static final Map<String, String> SIGNS = Map.of("==", "=", "<=", "<=", ">=", ">=", "<", "<", ">", ">");

    /** Is told what is wrong: the code and its weight, words of the rule, and the sentences. */
    interface Told {
        void wrong(String code, Severity severity, String words, Sentence said, Sentence hint);
    }

    private record Term(boolean negated, String test, String field, String value, String words) {
        /** Whether it only holds for a field that has a value. */
        boolean wantsValue() {
            return !negated && !Set.of("missing", "none").contains(test);
        }
    }

    private DrlSense() {}

    static void check(DrlRule rule, Told told) {
        if (rule.conditions().isEmpty()) {
            told.wrong(
                    "NO_CONDITION",
                    Severity.WARNING,
                    rule.kind() + "(",
                    new Sentence(
                            "sans condition, elle s’applique à chaque fait " + rule.kind(),
                            "without a condition it applies to every " + rule.kind()),
                    new Sentence(
                            "Peut-être ses conditions ont-elles été effacées.", "Maybe its conditions were deleted."));
        }
        Map<String, Term> first = new HashMap<>();
        Map<String, String> compared = new HashMap<>();
        for (String condition : rule.conditions()) {
            if (isConstant(condition) || isTautology(condition)) {
                told.wrong(
                        "CONSTANT_CONDITION",
                        Severity.ERROR,
                        condition,
                        new Sentence(
                                "la condition «" + condition + "» ne dépend pas des faits",
                                "the condition «" + condition + "» does not depend on the facts"),
                        new Sentence(
                                "Peut-être un reste d’essai, à supprimer.", "Maybe left from a trial: delete it."));
                continue;
            }
            Matcher term = TERM.matcher(condition.strip());
            Matcher pair = COMPARED.matcher(condition.strip());
            if (term.matches()) {
                Term t = new Term(!term.group(1).isEmpty(), term.group(2), term.group(3), term.group(4), condition);
                first.values().stream()
                        .filter(o -> o.field().equals(t.field()) && clash(o, t))
                        .findFirst()
                        .ifPresent(o -> never(o.words(), condition, told));
                first.put(condition, t);
            } else if (pair.matches()) {
                String sides = pair.group(1) + "~" + pair.group(3);
                String sign = SIGNS.get(pair.group(2));
                String other = compared.put(sides, sign);
                if (other != null && exclude(other, sign)) {
                    never(pair.group(1) + " " + other + " " + pair.group(3), condition, told);
                }
            }
        }
    }

    private static boolean isConstant(String condition) {
        return (condition.contains("true") || condition.contains("false"))
                && CONSTANT.matcher(condition.replaceAll("\"[^\"]*\"", "\"\"")).find();
    }

    private static boolean isTautology(String condition) {
        if (condition.contains("&&") || !condition.contains("||")) {
            return false;
        }
        List<String> parts = Arrays.stream(condition.split("\\|\\|"))
                .map(p -> p.replaceAll("\\s", ""))
                .toList();
        return parts.stream().anyMatch(p -> parts.contains("!" + p));
    }

    private static boolean exclude(String a, String b) {
        return Set.of("<,>", ">,<", "<=,>", ">,<=", "<,>=", ">=,<", "=,<", "<,=", "=,>", ">,=")
                .contains(a + "," + b);
    }

    private static boolean clash(Term a, Term b) {
        if (a.negated() || b.negated()) {
            return a.negated() != b.negated()
                    && a.test().equals(b.test())
                    && String.valueOf(a.value()).equals(b.value());
        }
        Set<String> tests = Set.of(a.test(), b.test().equals(a.test()) ? a.test() + "2" : b.test());
        boolean empty = Set.of("missing", "none").contains(a.test())
                || Set.of("missing", "none").contains(b.test());
        if (empty) {
            return !a.test().equals(b.test());
        }
        if (tests.equals(Set.of("yes", "no"))) {
            return true;
        }
        if (a.value() == null || b.value() == null) {
            return false;
        }
        if (a.test().equals("is") && b.test().equals("is")) {
            return !a.value().equals(b.value());
        }
        boolean isAmong = tests.contains("is") && tests.contains("among");
        if (isAmong) {
            Term is = a.test().equals("is") ? a : b;
            Term among = is == a ? b : a;
            return Arrays.stream(among.value().split("[;,]"))
                    .noneMatch(c -> c.strip().equals(is.value()));
        }
        return bounds(a, b) || bounds(b, a);
    }

    /** Days and times are written so that their text has their order. */
    private static boolean bounds(Term low, Term high) {
        boolean lower = Set.of("atLeast", "above").contains(low.test());
        boolean upper = Set.of("atMost", "below").contains(high.test());
        if (!lower || !upper || low.value().length() != high.value().length()) {
            return false;
        }
        int order = low.value().compareTo(high.value());
        return low.test().equals("atLeast") && high.test().equals("atMost") ? order > 0 : order >= 0;
    }

    private static void never(String one, String other, Told told) {
        told.wrong(
                "NEVER_HOLDS",
                Severity.ERROR,
                other,
                new Sentence(
                        "les conditions «" + one + "» et «" + other + "» ne peuvent être vraies ensemble",
                        "the conditions «" + one + "» and «" + other + "» can't hold together"),
                new Sentence(
                        "Peut-être l’une d’elles est-elle de trop, ou || est-il visé.",
                        "Maybe one of them is too many, or || is meant."));
    }
}
