package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a formula by recursive descent. Every name is checked against the rulebook while it is read. */
final class FormulaParser {
    private static final int MAX_DEPTH = 60;
    private static final int MAX_AGGREGATES = 2;

    private final String text;
    private final Tables tables;
    private final List<Lexer.Token> tokens;
    private final TreeSet<String> fields = new TreeSet<>();
    private final TreeSet<String> lists = new TreeSet<>();
    private final TreeSet<String> columns = new TreeSet<>();
    private final List<String> order = new ArrayList<>();
    private final TreeSet<String> decisive = new TreeSet<>();
    private final EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    private int next;
    private boolean local = true;
    private int depth;
    private int aggregates;

    FormulaParser(String text, Tables tables) throws FormulaInvalid {
        this.text = text;
        this.tables = tables;
        this.tokens = Lexer.cut(text);
    }

    Formula parse() throws FormulaInvalid {
        Node node = expression();
        if (peek().kind() != Lexer.Kind.END) {
            throw wrong("unexpected «" + peek().text() + "»");
        }
        return new Formula(text, node, fields, lists, columns, local, decisive, kinds);
    }

    private Node expression() throws FormulaInvalid {
        if (++depth > MAX_DEPTH) {
            throw wrong("nested too deep");
        }
        Node left = conjunction();
        while (acceptName("or")) {
            Node a = left;
            Node b = conjunction();
            left = s -> {
                Object first = a.eval(s);
                return Boolean.TRUE.equals(first) ? first : Values.or(first, b.eval(s));
            };
        }
        depth--;
        return left;
    }

    private Node conjunction() throws FormulaInvalid {
        Node left = negation();
        while (acceptName("and")) {
            Node a = left;
            Node b = negation();
            left = s -> {
                Object first = a.eval(s);
                return Values.isFalse(first) ? Boolean.FALSE : Values.and(first, b.eval(s));
            };
        }
        return left;
    }

    private Node negation() throws FormulaInvalid {
        if (acceptName("not")) {
            Node a = negation();
            return s -> {
                Object value = a.eval(s);
                return value instanceof Unknown ? value : Boolean.valueOf(Values.isFalse(value));
            };
        }
        return comparison();
    }

    private Node comparison() throws FormulaInvalid {
        int from = order.size();
        Node a = sum();
        String op = peek().kind() == Lexer.Kind.SYMBOL ? peek().text() : "";
        if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(op)) {
            return a;
        }
        next++;
        Node b = sum();
        decides(from);
        return s -> compare(op, a.eval(s), b.eval(s));
    }

    private static Object compare(String op, Object x, Object y) {
        if (x instanceof Unknown || y instanceof Unknown) {
            return Values.absent(x, y);
        }
        Integer sign = Values.compare(x, y);
        if (sign == null) {
            return op.equals("!=") && x != null && y != null;
        }
        return switch (op) {
            case "=" -> sign == 0;
            case "!=" -> sign != 0;
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    private Node sum() throws FormulaInvalid {
        Node left = product();
        while (true) {
            Node a = left;
            if (accept("+")) {
                Node b = product();
                left = s -> Values.numbers(a.eval(s), b.eval(s), BigDecimal::add);
            } else if (accept("-")) {
                Node b = product();
                left = s -> Values.numbers(a.eval(s), b.eval(s), BigDecimal::subtract);
            } else {
                return left;
            }
        }
    }

    private Node product() throws FormulaInvalid {
        Node left = primary();
        while (accept("*")) {
            Node a = left;
            Node b = primary();
            left = s -> Values.numbers(a.eval(s), b.eval(s), Values::product);
        }
        return left;
    }

    private Node primary() throws FormulaInvalid {
        Lexer.Token token = tokens.get(next++);
        switch (token.kind()) {
            case NUMBER -> {
                return number(token.text());
            }
            case TEXT -> {
                return s -> token.text();
            }
            case NAME -> {
                return name(token.text());
            }
            default -> {
                if (token.text().equals("-")) {
                    Node a = primary();
                    return s -> Values.numbers(BigDecimal.ZERO, a.eval(s), BigDecimal::subtract);
                }
                if (!token.text().equals("(")) {
                    throw wrong("unexpected «" + token.text() + "»");
                }
                Node inner = expression();
                expect(")");
                return inner;
            }
        }
    }

    private Node number(String digits) throws FormulaInvalid {
        if (!digits.matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            throw wrong("number «" + digits + "»");
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
                expect(".");
                FieldRef own = field(tokens.get(next++).text());
                return s -> {
                    Object value = own.read(s.self(), s.reads());
                    return value instanceof Unknown u ? u.of(s.self()) : value;
                };
            default:
                break;
        }
        if (accept("(")) {
            return call(name);
        }
        FieldRef field = field(name);
        return new FieldNode(field);
    }

    private FieldRef field(String name) throws FormulaInvalid {
        if (!tables.isField(name)) {
            throw wrong("unknown field «" + name + "»");
        }
        fields.add(name);
        order.add(name);
        return new FieldRef(name);
    }

    /** Of the fields read since, more matters than whether they are known. */
    private void decides(int from) {
        decisive.addAll(order.subList(from, order.size()));
    }

    private Node call(String name) throws FormulaInvalid {
        Optional<Kind> kind = Kind.of(peek().text());
        if (kind.isPresent() && peek().kind() == Lexer.Kind.NAME) {
            next++;
            return aggregate(name, kind.get());
        }
        List<Node> args = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int from = order.size();
        while (!accept(")")) {
            if (!args.isEmpty()) {
                expect(",");
            }
            texts.add(peek().kind() == Lexer.Kind.TEXT ? peek().text() : "");
            args.add(expression());
        }
        if (!Functions.PLAIN.contains(name)) {
            decides(from);
        }
        switch (name) {
            case "lookup", "rows":
                return new Lookups(this, tables).read(name, args, texts);
            case "openRows":
                return openRows(texts);
            default:
                return Functions.call(name, args)
                        .orElseThrow(() -> wrong("unknown function «" + name + "» of " + args.size() + " values"));
        }
    }

    private Node openRows(List<String> texts) throws FormulaInvalid {
        String table = texts.isEmpty() ? "" : texts.get(0);
        List<String> names = texts.stream().skip(1).toList();
        for (String field : names) {
            if (!tables.tests(table, field)) {
                throw wrong("table «" + table + "» tests no field «" + field + "»");
            }
            fields.add(field);
            decisive.add(field);
        }
        lists.add(table);
        return s -> {
            s.reads().tested(s.item(), names);
            return BigDecimal.valueOf(tables.openRows(table, s.item(), names));
        };
    }

    private Node aggregate(String name, Kind kind) throws FormulaInvalid {
        if (kind.parent().isEmpty()) {
            throw wrong("there is one " + kind.label() + ", and nothing to " + name);
        }
        if (++aggregates > MAX_AGGREGATES) {
            throw wrong("more than " + MAX_AGGREGATES + " sums or choices within each other");
        }
        local = false;
        kinds.add(kind);
        int from = order.size();
        Node init = null;
        Node value = null;
        if (name.equals("fold")) {
            expect(",");
            init = expression();
        }
        if (accept(",")) {
            value = expression();
        }
        Node where = acceptName("where") ? expression() : s -> Boolean.TRUE;
        expect(")");
        aggregates--;
        if (!Aggregates.PLAIN.contains(name)) {
            decides(from);
        }
        if (value == null && !name.equals("count")) {
            throw wrong(name + " of " + kind.label() + " lacks what to take of each");
        }
        return Aggregates.of(name, kind, value, where, init)
                .orElseThrow(() -> wrong("unknown function «" + name + "» over " + kind.label()));
    }

    void useTable(String table) {
        lists.add(table);
    }

    void useColumn(String table, String column) {
        columns.add(table + "!" + column);
    }

    private Lexer.Token peek() {
        return tokens.get(next);
    }

    private boolean accept(String symbol) {
        boolean is = peek().kind() == Lexer.Kind.SYMBOL && peek().text().equals(symbol);
        next += is ? 1 : 0;
        return is;
    }

    private boolean acceptName(String word) {
        boolean is = peek().kind() == Lexer.Kind.NAME && peek().text().equals(word);
        next += is ? 1 : 0;
        return is;
    }

    private void expect(String symbol) throws FormulaInvalid {
        if (!accept(symbol)) {
            throw wrong("expected «" + symbol + "» before «" + peek().text() + "»");
        }
    }

    FormulaInvalid wrong(String what) {
        return new FormulaInvalid(what + " in formula «" + text + "»");
    }
}
