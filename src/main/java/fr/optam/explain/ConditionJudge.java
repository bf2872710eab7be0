package fr.optam.explain;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A condition of a DRL rule, read from its text and judged without the engine. */
final class ConditionJudge {
    private final String text;
    private final Test test;
    private final List<String> fields = new ArrayList<>();
    private int at;

    /** Judges a fact. */
    private interface Test {
        boolean holds(Fact fact);
    }

    /** @throws IllegalArgumentException if the text is no condition that the loader lets pass */
    ConditionJudge(String text) {
        this.text = text;
        this.test = alternatives();
        if (at < text.length()) {
            throw new IllegalArgumentException(text);
        }
    }

    String text() {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Fields that it reads, in the order in which they stand. */
    List<String> fields() {
        return fields;
    }

    boolean holds(Fact fact) {
        return test.holds(fact);
    }

    private Test alternatives() {
        Test any = all();
        while (accept("||")) {
            Test one = any;
            Test other = all();
            any = fact -> one.holds(fact) || other.holds(fact);
        }
        return any;
    }

    private Test all() {
        Test all = term();
        while (accept("&&")) {
            Test one = all;
            Test other = term();
            all = fact -> one.holds(fact) && other.holds(fact);
        }
        return all;
    }

    private Test term() {
        if (accept("!")) {
            Test negated = term();
            return fact -> !negated.holds(fact);
        }
        if (accept("(")) {
            Test inner = alternatives();
            accept(")");
            return inner;
        }
        String word = word();
        return word.equals("true") || word.equals("false") ? fact -> word.equals("true") : reading(word);
    }

    private Test reading(String word) {
        String field = field();
        String operand = accept(",") ? quoted() : null;
        accept(")");
        return switch (word) {
            case "num", "day", "text" -> comparison(word, field);
            case "known" -> fact -> fact.value(field) != null && !(fact.value(field) instanceof Unknown);
            case "missing" -> fact -> fact.value(field) instanceof Unknown;
            case "none" -> fact -> fact.value(field) == null;
            case "no" -> fact -> Boolean.FALSE.equals(fact.value(field));
            case "yes" ->
                fact -> (operand == null ? Boolean.TRUE : Boolean.valueOf(operand.equals("OUI")))
                        .equals(fact.value(field));
            case "is" -> fact -> operand.equals(fact.value(field));
            case "among" -> fact -> fact.value(field) instanceof String code && among(code, operand);
            default -> fact -> bound(word, fact.value(field), operand);
        };
    }

    private static boolean among(String code, String list) {
        List<String> wanted =
                Arrays.stream(list.split("[;,]")).map(String::strip).toList();
        return wanted.contains(code) || Arrays.stream(code.split(";")).anyMatch(wanted::contains);
    }

    private static boolean bound(String word, Object value, String bound) {
        if (value == null || value instanceof Unknown) {
            return false;
        }
        Object wanted = bound.indexOf(':') > 0 ? bound : LocalDate.parse(bound);
        if (value.getClass() != wanted.getClass()) {
            return false;
        }
        int sign = order(value, wanted);
        return switch (word) {
            case "atLeast" -> sign >= 0;
            case "above" -> sign > 0;
            case "atMost" -> sign <= 0;
            case "below" -> sign < 0;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static int order(Object one, Object other) {
        if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        }
        return one instanceof LocalDate day
                ? day.compareTo((LocalDate) other)
                : String.valueOf(one).compareTo(String.valueOf(other));
    }

    private Test comparison(String word, String field) {
        String operator = operator();
        if (word.equals("num") && accept("0")) {
            return fact -> compared(operator, fact.value(field), BigDecimal.ZERO, BigDecimal.class);
        }
        if (word.equals("text") && at < text.length() && text.charAt(at) == '"') {
            String code = quoted();
            return fact -> code.equals(fact.value(field));
        }
        word();
        String other = field();
        accept(")");
        Class<?> type =
                switch (word) {
                    case "num" -> BigDecimal.class;
                    case "day" -> LocalDate.class;
                    default -> String.class;
                };
        return fact -> compared(operator, fact.value(field), fact.value(other), type);
    }

    private static boolean compared(String operator, Object one, Object other, Class<?> type) {
        if (!type.isInstance(one) || !type.isInstance(other)) {
            return operator.equals("==") && !type.isInstance(one) && !type.isInstance(other);
        }
        int sign = order(one, other);
        return switch (operator) {
            case "==" -> sign == 0;
            case "<=" -> sign <= 0;
            case ">=" -> sign >= 0;
            case "<" -> sign < 0;
            default -> sign > 0;
        };
    }

    private String operator() {
        for (String each : List.of("==", "<=", ">=", "<", ">")) {
            if (accept(each)) {
                return each;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private String field() {
        accept("(");
        String field = quoted();
        if (!fields.contains(field)) {
            fields.add(field);
        }
        return field;
    }

    private String word() {
        skip();
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        skip();
        int end = text.indexOf('"', at + 1);
        if (at >= text.length() || text.charAt(at) != '"' || end < 0) {
            throw new IllegalArgumentException(text);
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        skip();
        return quoted;
    }

    private boolean accept(String symbol) {
        skip();
        boolean is = text.startsWith(symbol, at);
        at += is ? symbol.length() : 0;
        skip();
        return is;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
