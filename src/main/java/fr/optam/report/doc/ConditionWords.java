package fr.optam.report.doc;

import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of a DRL rule in words. The loader judged it before, so that its form is known. */
final class ConditionWords {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|&&|\\|\\||==|<=|>=|[<>!(),]|[A-Za-z]+|[0-9]+)");

    private final Book book;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ConditionWords(Book book, String condition) {
        this.book = book;
        Matcher matcher = TOKEN.matcher(condition);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
        tokens.add("");
    }

    /** The condition in words. */
    static List<Span> of(Book book, String condition) {
        return new ConditionWords(book, condition).alternatives().spans();
    }

    private Words alternatives() {
        List<Words> any = new ArrayList<>();
        do {
            List<Words> all = new ArrayList<>();
            do {
                all.add(term());
            } while (accept("&&"));
            any.add(Words.joined(all, Span.strong(book.say(" et ", " and ")), Words.AND));
        } while (accept("||"));
        return Words.joined(any, Span.strong(book.say(" ou bien ", " or else ")), Words.OR);
    }

    private Words term() {
        boolean not = accept("!");
        if (accept("(")) {
            Words inner = alternatives();
            accept(")");
            return not ? prefixed(book.say("il n’est pas établi que ", "it is not established that "), inner) : inner;
        }
        String word = take();
        if (!accept("(")) {
            return Words.single(
                    Span.text(word.equals("true") ? book.say("toujours", "always") : book.say("jamais", "never")));
        }
        return reading(word, not);
    }

    private static Words prefixed(String text, Words inner) {
        List<Span> all = new ArrayList<>(List.of(Span.text(text)));
        all.addAll(inner.bracketed());
        return new Words(all, Words.TEST);
    }

    private Words reading(String accessor, boolean not) {
        String field = unquoted(take());
        String argument = accept(",") ? unquoted(take()) : "";
        accept(")");
        List<Span> said = new ArrayList<>(List.of(book.field(field)));
        switch (accessor) {
            case "num", "day", "text" -> comparison(accessor, field, said);
            case "is", "among" -> codes(field, argument, not, said);
            case "atLeast" -> bound(not ? "<" : "≥", argument, said);
            case "above" -> bound(not ? "≤" : ">", argument, said);
            case "atMost" -> bound(not ? ">" : "≤", argument, said);
            case "below" -> bound(not ? "≥" : "<", argument, said);
            default -> said.add(Span.text(flag(accessor, argument, not)));
        }
        return Words.single(said);
    }

    private String flag(String accessor, String argument, boolean not) {
        String word = accessor.equals("yes") && argument.equals("NON") ? "no" : accessor;
        return book.say("\u00A0: ", ": ")
                + switch (word) {
                    case "yes" -> not ? book.say("pas «\u00A0oui\u00A0»", "not “yes”") : book.say("oui", "yes");
                    case "no" -> not ? book.say("pas «\u00A0non\u00A0»", "not “no”") : book.say("non", "no");
                    case "known" ->
                        not ? book.say("pas de valeur connue", "no known value") : book.say("valeur connue", "known");
                    case "missing" ->
                        not
                                ? book.say("aucune information ne manque", "nothing is missing")
                                : book.say("information manquante", "missing");
                    default ->
                        not
                                ? book.say("une valeur, ou une information manquante", "a value, or missing")
                                : book.say("aucune valeur", "no value");
                };
    }

    private void codes(String field, String argument, boolean not, List<Span> said) {
        String[] codes = argument.split("[;,]");
        said.add(Span.sign(not ? " ≠ " : " = "));
        for (int i = 0; i < codes.length; i++) {
            if (i > 0) {
                said.add(Span.text(not ? book.say(" ni ", " nor ") : book.say(" ou ", " or ")));
            }
            said.addAll(book.code(field, codes[i].strip()));
        }
    }

    private static void bound(String sign, String argument, List<Span> said) {
        said.add(Span.sign(" " + sign + " "));
        said.add(Span.text(argument));
    }

    private void comparison(String accessor, String field, List<Span> said) {
        String operator = take();
        String right = take();
        said.add(accessor.equals("day") ? Span.text(days(operator)) : Span.sign(" " + signs(operator) + " "));
        if (right.startsWith("\"")) {
            String code = unquoted(right);
            said.addAll(code.isEmpty() ? List.of(Span.text(book.say("vide", "empty"))) : book.code(field, code));
        } else if (right.equals("0")) {
            said.add(Span.text("0"));
        } else {
            accept("(");
            said.add(book.field(unquoted(take())));
            accept(")");
        }
    }

    private String days(String operator) {
        return switch (operator) {
            case "<" -> book.say(", avant ", " before ");
            case "<=" -> book.say(", au plus tard ", " no later than ");
            case ">" -> book.say(", après ", " after ");
            case ">=" -> book.say(", au plus tôt ", " no earlier than ");
            default -> book.say(", le même jour que ", " on the same day as ");
        };
    }

    static String signs(String operator) {
        return switch (operator) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "==" -> "=";
            case "!=" -> "≠";
            default -> operator;
        };
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private String take() {
        return tokens.get(Math.min(next++, tokens.size() - 1));
    }

    private boolean accept(String token) {
        boolean is = next < tokens.size() && tokens.get(next).equals(token);
        next += is ? 1 : 0;
        return is;
    }
}
