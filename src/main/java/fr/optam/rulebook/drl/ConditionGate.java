package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Grammar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    static Optional<DrlInvalid> refuse(String condition) {
        if (condition.length() > MAX_LENGTH) {
            return Optional.of(new DrlInvalid(
                    "condition de plus de " + MAX_LENGTH + " caractères",
                    "condition longer than " + MAX_LENGTH + " characters"));
        }
        ConditionGate gate = new ConditionGate(condition);
        try {
            gate.alternatives();
            require(gate.at == condition.length(), gate.unexpected());
            return Optional.empty();
        } catch (DrlInvalid e) {
            String shown = "«" + condition.replaceAll("\\s+", " ") + "»";
            String fr = e.hint().fr().replaceFirst("^Peut-être ", "");
            String en = e.hint().en().replaceFirst("^Maybe ", "");
            return Optional.of(new DrlInvalid(
                            e.said().fr() + " dans la condition " + shown,
                            e.said().en() + " in the condition " + shown,
                            fr,
                            en)
                    .at(gate.at));
        }
    }

    private void alternatives() {
        require(++depth <= MAX_DEPTH, new DrlInvalid("parenthèses trop imbriquées", "parentheses nested too deep"));
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
            require(!negated, new DrlInvalid("deux fois «!»", "twice !", "un seul.", "one of them."));
            negated = true;
        }
        if (accept("(")) {
            alternatives();
            require(accept(")"), unclosed());
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
                unknown(accessor));
        arguments(accessor);
        if (value) {
            require(
                    !negated,
                    new DrlInvalid(
                            "«!» devant " + accessor + " ne veut rien dire",
                            "! before " + accessor + " means nothing",
                            "la comparaison entre parenthèses.",
                            "put the comparison in parentheses."));
            comparison(accessor);
        }
    }

    private void arguments(String accessor) {
        require(accept("("), unknown(accessor));
        require(
                Grammar.isCode(text()),
                new DrlInvalid(accessor + " prend le nom d’un champ", accessor + " takes the name of a field"));
        if (accept(",")) {
            argument(accessor, text());
        } else {
            require(
                    VALUES.contains(accessor) || FLAGS.contains(accessor),
                    new DrlInvalid(
                            accessor + " prend un champ et ce à quoi on le compare",
                            accessor + " takes a field and what it is compared with",
                            "un second argument manque.",
                            "a second argument is missing."));
        }
        require(accept(")"), unclosed());
    }

    private void argument(String accessor, String text) {
        Test test = TESTS.get(accessor);
        require(
                test != null || accessor.equals("is"),
                new DrlInvalid(
                        accessor + " ne prend qu’un champ",
                        accessor + " takes one field",
                        "is, ou among.",
                        "is, or among."));
        if (test == Test.AMONG || test == null) {
            require(test == null ? Grammar.isCode(text) : Grammar.isCodes(text), noCode(text));
        } else {
            require(!(operand(test, text) instanceof BigDecimal), number(text));
        }
    }

    private void comparison(String accessor) {
        String operator = operator();
        require(
                operator.equals("==") || !accessor.equals("text"),
                new DrlInvalid("text ne se compare qu’avec ==", "text is compared with == only", "==.", "==."));
        skip();
        if (accessor.equals("num") && accept("0")) {
            return;
        }
        if (accessor.equals("text") && at < condition.length() && condition.charAt(at) == '"') {
            String code = text();
            require(code.isEmpty() || Grammar.isCode(code), noCode(code));
            return;
        }
        require(at >= condition.length() || condition.charAt(at) < '0' || condition.charAt(at) > '9', number(digits()));
        require(
                word().equals(accessor),
                new DrlInvalid(
                        accessor + " se compare à " + accessor,
                        accessor + " is compared with " + accessor,
                        accessor + "(…) des deux côtés.",
                        accessor + "(…) on both sides."));
        arguments(accessor);
    }

    private String operator() {
        for (String each : new String[] {"==", "<=", ">=", "<", ">"}) {
            if (accept(each)) {
                return each;
            }
        }
        require(
                !accept("!="),
                new DrlInvalid(
                        "l’opérateur != n’est pas permis : une inconnue y passerait",
                        "operator != is not allowed: an unknown would pass it",
                        "!is(…), à côté de known(…).",
                        "!is(…), beside known(…)."));
        throw at < condition.length() && condition.charAt(at) == '='
                ? new DrlInvalid("«=» n’est pas une comparaison", "«=» is no comparison", "==.", "==.")
                : new DrlInvalid(
                        "une valeur sans comparaison",
                        "a value stands without a comparison",
                        "==, <, <=, > ou >=.",
                        "==, <, <=, > or >=.");
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
        require(
                end >= 0,
                new DrlInvalid(
                        "un texte n’est pas fermé",
                        "a text is not closed",
                        "un guillemet \" manque.",
                        "a quote \" is missing."));
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

    private DrlInvalid unexpected() {
        if (at >= condition.length()) {
            return new DrlInvalid(
                    "quelque chose manque à la fin",
                    "something is missing at the end",
                    "une condition entre deux virgules.",
                    "a condition between two commas.");
        }
        char c = condition.charAt(at);
        if (Character.isLetter(c)) {
            int end = at;
            while (end < condition.length() && Character.isLetterOrDigit(condition.charAt(end))) {
                end++;
            }
            String word = condition.substring(at, end);
            return new DrlInvalid(
                    "le mot «" + word + "» n’est pas permis ici",
                    "word «" + word + "» is not allowed here",
                    "une virgule ou && pour «et», || pour «ou».",
                    "a comma or && for and, || for or.");
        }
        if (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            String sign = String.format(Locale.ROOT, "U+%04X", (int) c);
            return new DrlInvalid(
                    "un caractère que personne ne voit (" + sign + ")",
                    "a character that nobody sees (" + sign + ")",
                    "une espace ordinaire : retapez la ligne.",
                    "an ordinary space: type the line again.");
        }
        boolean typographic = "“”„«»‘’'".indexOf(c) >= 0;
        boolean single = (c == '&' || c == '|');
        String meant = typographic ? "le guillemet droit \" du clavier." : single ? "" + c + c + "." : "le retirer.";
        String en = typographic ? "the straight quote \" of the keyboard." : single ? "" + c + c + "." : "remove it.";
        return new DrlInvalid("«" + c + "» n’est pas permis", "«" + c + "» is not allowed", meant, en);
    }

    private static DrlInvalid unclosed() {
        return new DrlInvalid(
                "une parenthèse n’est pas fermée", "a parenthesis is not closed", "«)» manque.", "«)» is missing.");
    }

    private static DrlInvalid noCode(String text) {
        return new DrlInvalid(
                "«" + text + "» n’est pas un code",
                "«" + text + "» is no code",
                "des lettres, des chiffres et « _ », sans espace ni accent.",
                "letters, digits and _, without spaces and accents.");
    }

    private static DrlInvalid number(String digits) {
        return new DrlInvalid(
                "le nombre " + digits + " n’est pas permis : les nombres sont dans les tables",
                "number " + digits + " is not allowed: numbers belong in a table",
                "un champ que out.let tire d’une liste.",
                "a field that out.let looks up in a list.");
    }

    private String digits() {
        int end = at;
        while (end < condition.length() && "0123456789.".indexOf(condition.charAt(end)) >= 0) {
            end++;
        }
        return condition.substring(at, end);
    }

    private static Object operand(Test test, String text) {
        try {
            return test.operand(text);
        } catch (IllegalArgumentException e) {
            throw new DrlInvalid(
                    "«" + text + "» n’est ni une date ni une heure",
                    "«" + text + "» is neither a date nor a time",
                    "2025-01-31, ou 08:00.",
                    "2025-01-31, or 08:00.");
        }
    }

    private static DrlInvalid unknown(String word) {
        List<String> known = new ArrayList<>(VALUES);
        known.addAll(FLAGS);
        known.addAll(TESTS.keySet());
        known.add("is");
        known.sort(null);
        String all = String.join(", ", known);
        return new DrlInvalid(
                "le mot «" + word + "» n’est pas permis",
                "word «" + word + "» is not allowed",
                Closest.to(word, known).orElse("l’un de " + all) + ".",
                Closest.to(word, known).orElse("one of " + all) + ".");
    }

    private static void require(boolean holds, DrlInvalid otherwise) {
        if (!holds) {
            throw otherwise;
        }
    }
}
