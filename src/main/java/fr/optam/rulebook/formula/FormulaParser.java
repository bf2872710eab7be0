package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.util.List;

/** Reads a formula by recursive descent. Every name is checked against the rulebook while it is read. */
final class FormulaParser {
    private static final int MAX_DEPTH = 60;

    private final String text;
    private final Tables tables;
    private final FormulaTokens tokens;
    private final FormulaUse use = new FormulaUse();
    private final FormulaCalls calls;
    private int depth;

    FormulaParser(String text, Tables tables) throws FormulaInvalid {
        this.text = text;
        this.tables = tables;
        this.tokens = new FormulaTokens(text);
        this.calls = new FormulaCalls(this, tokens, use, tables);
    }

    Formula parse() throws FormulaInvalid {
        Node node = expression();
        if (tokens.peek().kind() != Lexer.Kind.END) {
            throw tokens.unexpected(tokens.peek());
        }
        return use.formula(text, node);
    }

    Node expression() throws FormulaInvalid {
        if (++depth > MAX_DEPTH) {
            throw tokens.wrong(
                    "imbrication trop profonde",
                    "nested too deep",
                    "la couper en deux champs.",
                    "cut it into two fields.");
        }
        Node left = conjunction();
        while (tokens.acceptName("or")) {
            Node a = left;
            Node b = conjunction();
            left = new Call(
                    (s, x) -> {
                        Object first = x[0].eval(s);
                        return Boolean.TRUE.equals(first) ? first : Values.or(first, x[1].eval(s));
                    },
                    a,
                    b);
        }
        depth--;
        return left;
    }

    private Node conjunction() throws FormulaInvalid {
        Node left = negation();
        while (tokens.acceptName("and")) {
            Node a = left;
            Node b = negation();
            left = SameField.within(
                    a,
                    new Call(
                            (s, x) -> {
                                Object first = x[0].eval(s);
                                return Values.isFalse(first) ? Boolean.FALSE : Values.and(first, x[1].eval(s));
                            },
                            a,
                            b));
        }
        return left;
    }

    private Node negation() throws FormulaInvalid {
        if (tokens.acceptName("not")) {
            Node a = negation();
            return new Call(
                    (s, x) -> {
                        Object value = x[0].eval(s);
                        return value instanceof Unknown ? value : Boolean.valueOf(Values.isFalse(value));
                    },
                    a);
        }
        return comparison();
    }

    private Node comparison() throws FormulaInvalid {
        int from = use.readings();
        int start = tokens.taken();
        Node a = sum();
        int middle = tokens.taken();
        String op = tokens.peek().kind() == Lexer.Kind.SYMBOL ? tokens.peek().text() : "";
        if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(op)) {
            return a;
        }
        tokens.take();
        Node b = sum();
        use.decides(from);
        if (middle == start + 1 && tokens.taken() == middle + 2) {
            compared(tokens.token(start), tokens.token(middle + 1));
            compared(tokens.token(middle + 1), tokens.token(start));
        }
        return Comparison.of(op, a, b);
    }

    private void compared(Lexer.Token field, Lexer.Token text) {
        if (field.kind() == Lexer.Kind.NAME && text.kind() == Lexer.Kind.TEXT) {
            use.vocabulary().compared(field.text(), text.text());
        }
    }

    private Node sum() throws FormulaInvalid {
        Node left = product();
        while (true) {
            Node a = left;
            if (tokens.accept("+")) {
                Node b = product();
                left = new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), BigDecimal::add), a, b);
            } else if (tokens.accept("-")) {
                Node b = product();
                left = new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), BigDecimal::subtract), a, b);
            } else {
                return left;
            }
        }
    }

    private Node product() throws FormulaInvalid {
        Node left = primary();
        while (tokens.accept("*")) {
            Node a = left;
            Node b = primary();
            left = new Call((s, x) -> Values.numbers(x[0].eval(s), x[1].eval(s), Values::product), a, b);
        }
        return left;
    }

    private Node primary() throws FormulaInvalid {
        Lexer.Token token = tokens.take();
        switch (token.kind()) {
            case NUMBER -> {
                return number(token.text());
            }
            case TEXT -> {
                use.vocabulary().text(token.text());
                return s -> token.text();
            }
            case NAME -> {
                return name(token.text());
            }
            default -> {
                if (token.text().equals("-")) {
                    Node a = primary();
                    return new Call((s, x) -> Values.numbers(BigDecimal.ZERO, x[0].eval(s), BigDecimal::subtract), a);
                }
                if (!token.text().equals("(")) {
                    throw tokens.unexpected(token);
                }
                Node inner = expression();
                tokens.expect(")");
                return inner;
            }
        }
    }

    private Node number(String digits) throws FormulaInvalid {
        if (!digits.matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            throw tokens.wrong(
                    "nombre «" + digits + "»",
                    "number «" + digits + "»",
                    "un seul point décimal.",
                    "one decimal point alone.");
        }
        BigDecimal value = new BigDecimal(digits);
        return s -> value;
    }

    private Node name(String name) throws FormulaInvalid {
        switch (name) {
            case "true":
                return s -> Boolean.TRUE;
            case "false":
                return s -> Boolean.FALSE;
            case "nothing":
                return s -> null;
            case "acc":
                return Scope::acc;
            case "self":
                tokens.expect(".");
                return new SelfNode(field(tokens.take().text()));
            default:
                break;
        }
        if (tokens.accept("(")) {
            return calls.call(name);
        }
        FieldRef field = field(name);
        return new FieldNode(field);
    }

    private FieldRef field(String name) throws FormulaInvalid {
        if (!tables.isField(name)) {
            throw tokens.missing(
                    FormulaInvalid.Missing.FIELD,
                    "",
                    name,
                    "champ inconnu «" + name + "»",
                    "unknown field «" + name + "»");
        }
        use.field(name);
        return new FieldRef(name);
    }
}
