package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Grammar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges the text of one condition by reading all of it: readings of fields, comparisons of readings of one kind, and,
 * or, not. Whatever else it holds is refused, so that the compiler can neither fail on it nor run it.
 */
final class ConditionGate {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 20;

    private final ConditionCursor cursor;
    private int depth;

    private ConditionGate(String condition) {
        this.cursor = new ConditionCursor(condition);
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
            require(gate.cursor.ended(), gate.cursor::unexpected);
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
                    .at(gate.cursor.at()));
        }
    }

    private void alternatives() {
        require(
                ++depth <= MAX_DEPTH,
                () -> new DrlInvalid("parenthèses trop imbriquées", "parentheses nested too deep"));
        do {
            do {
                term();
            } while (cursor.accept("&&"));
        } while (cursor.accept("||"));
        depth--;
    }

    private void term() {
        boolean negated = false;
        while (cursor.accept("!")) {
            require(!negated, () -> new DrlInvalid("deux fois «!»", "twice !", "un seul.", "one of them."));
            negated = true;
        }
        if (cursor.accept("(")) {
            alternatives();
            require(cursor.accept(")"), ConditionMistakes::unclosed);
            return;
        }
        String word = cursor.word();
        if (!word.equals("true") && !word.equals("false")) {
            reading(word, negated);
        }
    }

    private void reading(String accessor, boolean negated) {
        boolean value = ConditionWords.VALUES.contains(accessor);
        require(ConditionWords.isKnown(accessor), () -> ConditionMistakes.unknown(accessor));
        arguments(accessor);
        if (value) {
            require(
                    !negated,
                    () -> new DrlInvalid(
                            "«!» devant " + accessor + " ne veut rien dire",
                            "! before " + accessor + " means nothing",
                            "la comparaison entre parenthèses.",
                            "put the comparison in parentheses."));
            comparison(accessor);
        }
    }

    private void arguments(String accessor) {
        require(cursor.accept("("), () -> ConditionMistakes.unknown(accessor));
        require(
                Grammar.isCode(cursor.text()),
                () -> new DrlInvalid(accessor + " prend le nom d’un champ", accessor + " takes the name of a field"));
        if (cursor.accept(",")) {
            argument(accessor, cursor.text());
        } else {
            require(
                    ConditionWords.VALUES.contains(accessor) || ConditionWords.FLAGS.contains(accessor),
                    () -> new DrlInvalid(
                            accessor + " prend un champ et ce à quoi on le compare",
                            accessor + " takes a field and what it is compared with",
                            "un second argument manque.",
                            "a second argument is missing."));
        }
        require(cursor.accept(")"), ConditionMistakes::unclosed);
    }

    private void argument(String accessor, String text) {
        Test test = ConditionWords.TESTS.get(accessor);
        require(
                test != null || accessor.equals(ConditionWords.IS),
                () -> new DrlInvalid(
                        accessor + " ne prend qu’un champ",
                        accessor + " takes one field",
                        "is, ou among.",
                        "is, or among."));
        if (test == Test.AMONG || test == null) {
            require(test == null ? Grammar.isCode(text) : Grammar.isCodes(text), () -> ConditionMistakes.noCode(text));
        } else {
            require(!(operand(test, text) instanceof BigDecimal), () -> ConditionMistakes.number(text));
        }
    }

    private void comparison(String accessor) {
        String operator = operator();
        require(
                operator.equals("==") || !accessor.equals("text"),
                () -> new DrlInvalid("text ne se compare qu’avec ==", "text is compared with == only", "==.", "==."));
        cursor.skip();
        if (accessor.equals("num") && cursor.accept("0")) {
            return;
        }
        if (accessor.equals("text") && cursor.stands('"')) {
            String code = cursor.text();
            require(code.isEmpty() || Grammar.isCode(code), () -> ConditionMistakes.noCode(code));
            return;
        }
        require(!cursor.digit(), () -> ConditionMistakes.number(cursor.digits()));
        require(
                cursor.word().equals(accessor),
                () -> new DrlInvalid(
                        accessor + " se compare à " + accessor,
                        accessor + " is compared with " + accessor,
                        accessor + "(…) des deux côtés.",
                        accessor + "(…) on both sides."));
        arguments(accessor);
    }

    private String operator() {
        for (String each : new String[] {"==", "<=", ">=", "<", ">"}) {
            if (cursor.accept(each)) {
                return each;
            }
        }
        require(
                !cursor.accept("!="),
                () -> new DrlInvalid(
                        "l’opérateur != n’est pas permis : une inconnue y passerait",
                        "operator != is not allowed: an unknown would pass it",
                        "!is(…), à côté de known(…).",
                        "!is(…), beside known(…)."));
        throw cursor.stands('=')
                ? new DrlInvalid("«=» n’est pas une comparaison", "«=» is no comparison", "==.", "==.")
                : new DrlInvalid(
                        "une valeur sans comparaison",
                        "a value stands without a comparison",
                        "==, <, <=, > ou >=.",
                        "==, <, <=, > or >=.");
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

    private static void require(boolean holds, Supplier<DrlInvalid> otherwise) {
        if (!holds) {
            throw otherwise.get();
        }
    }
}
