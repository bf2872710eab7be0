package fr.optam.report.doc;

import fr.optam.fact.flat.Kind;
import fr.optam.report.html.Span;
import fr.optam.rulebook.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula in words. The loader read it before, so that its form is known. */
final class FormulaWords {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*('[^']*'|<=|>=|!=|[<>=+\\-*(),.]|[A-Za-z_0-9]+(?:\\.[0-9]+)?)");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    private final Book book;
    private final FunctionWords functions;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private FormulaWords(Book book, String formula) {
        this.book = book;
        this.functions = new FunctionWords(book);
        Matcher matcher = TOKEN.matcher(formula);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
        tokens.add("");
    }

    /** The formula in words. */
    static List<Span> of(Book book, Formula formula) {
        return new FormulaWords(book, formula.text()).alternatives().spans();
    }

    /** The formula in words, as one part of a longer line. */
    static List<Span> bracketed(Book book, Formula formula) {
        return new FormulaWords(book, formula.text()).alternatives().bracketed();
    }

    private Words alternatives() {
        Words left = conjunction();
        while (accept("or")) {
            left = two(left, Span.strong(book.say(" ou ", " or ")), conjunction(), Words.OR);
        }
        return left;
    }

    private Words conjunction() {
        Words left = negation();
        while (accept("and")) {
            left = two(left, Span.strong(book.say(" et ", " and ")), negation(), Words.AND);
        }
        return left;
    }

    private Words negation() {
        return accept("not")
                ? Words.filled(book.say("pas {0}", "not {0}"), List.of(negation()), Words.TEST)
                : comparison();
    }

    private Words comparison() {
        Words left = sum();
        String operator = peek();
        if (!COMPARISONS.contains(operator)) {
            return left;
        }
        next++;
        String code = peek();
        Words right = sum();
        boolean coded = code.startsWith("'")
                && left.spans().size() == 1
                && !left.spans().get(0).tone().isEmpty();
        Words other = coded ? Words.single(book.code(left.spans().get(0).tone(), unquoted(code))) : right;
        return two(left, Span.sign(" " + ConditionWords.signs(operator) + " "), other, Words.TEST);
    }

    private Words sum() {
        Words left = product();
        while (peek().equals("+") || peek().equals("-")) {
            left = two(left, Span.sign(take().equals("+") ? " + " : " − "), product(), Words.SUM);
        }
        return left;
    }

    private Words product() {
        Words left = primary();
        while (accept("*")) {
            left = two(left, Span.sign(" × "), primary(), Words.PRODUCT);
        }
        return left;
    }

    private static Words two(Words left, Span sign, Words right, int bind) {
        List<Span> all = new ArrayList<>(left.within(bind));
        all.add(sign);
        all.addAll(right.within(bind + 1));
        return new Words(all, bind);
    }

    private Words primary() {
        String token = take();
        if (token.equals("(")) {
            Words inner = alternatives();
            accept(")");
            return inner;
        }
        if (token.equals("-")) {
            return Words.filled("−{0}", List.of(primary()), Words.PRODUCT);
        }
        if (token.startsWith("'")) {
            String code = unquoted(token);
            return Words.single(codes(code));
        }
        if (token.isEmpty() || Character.isDigit(token.charAt(0))) {
            return Words.single(Span.text(book.say(token.replace('.', ','), token)));
        }
        return name(token);
    }

    /** One code, or several as a field holds them. */
    private List<Span> codes(String text) {
        if (text.isEmpty()) {
            return List.of(Span.text(book.say("vide", "empty")));
        }
        List<Span> all = new ArrayList<>();
        for (String code : text.split(";")) {
            if (!all.isEmpty()) {
                all.add(Span.text(book.say(" et ", " and ")));
            }
            all.addAll(book.code("", code));
        }
        return all;
    }

    private Words name(String name) {
        switch (name) {
            case "true":
                return Words.single(Span.text(book.say("oui", "yes")));
            case "false":
                return Words.single(Span.text(book.say("non", "no")));
            case "nothing":
                return Words.single(Span.text(book.say("sans valeur", "no value")));
            case "acc":
                return Words.single(Span.text(book.say("le cumul", "the total so far")));
            case "self":
                accept(".");
                return Words.single(List.of(
                        book.field(take()), Span.text(book.say(" de l’élément examiné", " of the item at hand"))));
            default:
                return accept("(") ? call(name) : Words.single(book.field(name));
        }
    }

    private Words call(String name) {
        Optional<Kind> kind = Kind.of(peek());
        if (kind.isPresent()) {
            next++;
            return aggregate(name, kind.get());
        }
        List<Words> args = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        while (!accept(")") && !peek().isEmpty()) {
            accept(",");
            texts.add(peek().startsWith("'") ? unquoted(peek()) : "");
            args.add(alternatives());
        }
        return functions.call(name, args, texts);
    }

    private Words aggregate(String name, Kind kind) {
        Words init = null;
        Words value = null;
        if (name.equals("fold")) {
            accept(",");
            init = alternatives();
        }
        if (accept(",")) {
            value = alternatives();
        }
        Words where = accept("where") ? alternatives() : null;
        accept(")");
        return functions.aggregate(name, kind, value, where, init);
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private String peek() {
        return tokens.get(Math.min(next, tokens.size() - 1));
    }

    private String take() {
        return tokens.get(Math.min(next++, tokens.size() - 1));
    }

    private boolean accept(String token) {
        boolean is = peek().equals(token);
        next += is ? 1 : 0;
        return is;
    }
}
