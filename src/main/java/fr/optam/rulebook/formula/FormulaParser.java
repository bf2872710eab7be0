package fr.optam.rulebook.formula;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Closest;
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
    private final Vocabulary vocabulary = new Vocabulary();
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
            throw unexpected(peek());
        }
        return new Formula(text, node, fields, lists, columns, local, decisive, kinds, vocabulary);
    }

    private Node expression() throws FormulaInvalid {
        if (++depth > MAX_DEPTH) {
            throw wrong(
                    "imbrication trop profonde",
                    "nested too deep",
                    "la couper en deux champs.",
                    "cut it into two fields.");
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
        int start = next;
        Node a = sum();
        int middle = next;
        String op = peek().kind() == Lexer.Kind.SYMBOL ? peek().text() : "";
        if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(op)) {
            return a;
        }
        next++;
        Node b = sum();
        decides(from);
        if (middle == start + 1 && next == middle + 2) {
            compared(tokens.get(start), tokens.get(middle + 1));
            compared(tokens.get(middle + 1), tokens.get(start));
        }
        return s -> compare(op, a.eval(s), b.eval(s));
    }

    private void compared(Lexer.Token field, Lexer.Token text) {
        if (field.kind() == Lexer.Kind.NAME && text.kind() == Lexer.Kind.TEXT) {
            vocabulary.compared(field.text(), text.text());
        }
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
                vocabulary.text(token.text());
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
                    throw unexpected(token);
                }
                Node inner = expression();
                expect(")");
                return inner;
            }
        }
    }

    private Node number(String digits) throws FormulaInvalid {
        if (!digits.matches("[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            throw wrong(
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
            throw missing(
                    FormulaInvalid.Missing.FIELD,
                    "",
                    name,
                    "champ inconnu «" + name + "»",
                    "unknown field «" + name + "»");
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
        vocabulary.function(name);
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
            boolean text = peek().kind() == Lexer.Kind.TEXT;
            texts.add(text ? peek().text() : "");
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
                        .orElseThrow(() -> unknownFunction(
                                name, " à " + args.size() + " valeurs", " of " + args.size() + " values"));
        }
    }

    private Node openRows(List<String> texts) throws FormulaInvalid {
        String table = texts.isEmpty() ? "" : texts.get(0);
        List<String> names = texts.stream().skip(1).toList();
        for (String field : names) {
            if (!tables.tests(table, field)) {
                throw missing(
                        FormulaInvalid.Missing.TESTED,
                        table,
                        field,
                        "la table «" + table + "» ne teste aucun champ «" + field + "»",
                        "table «" + table + "» tests no field «" + field + "»");
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
            throw wrong(
                    "il n’y a qu’un fait " + kind.label() + ", et rien à parcourir par " + name,
                    "there is one " + kind.label() + ", and nothing to " + name,
                    "le champ lui-même.",
                    "the field itself.");
        }
        if (++aggregates > MAX_AGGREGATES) {
            throw wrong(
                    "plus de " + MAX_AGGREGATES + " sommes ou choix l’un dans l’autre",
                    "more than " + MAX_AGGREGATES + " sums or choices within each other",
                    "un champ intermédiaire.",
                    "a field in between.");
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
            throw wrong(
                    name + " sur " + kind.label() + " ne dit pas quoi prendre de chacun",
                    name + " of " + kind.label() + " lacks what to take of each",
                    name + "(" + kind.label() + ", un champ).",
                    name + "(" + kind.label() + ", a field).");
        }
        return Aggregates.of(name, kind, value, where, init)
                .orElseThrow(() -> unknownFunction(name, " sur " + kind.label(), " over " + kind.label()));
    }

    void look(Vocabulary.Look look) {
        lists.add(look.list());
        vocabulary.look(look);
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
            boolean end = peek().kind() == Lexer.Kind.END;
            String found = end ? "la fin" : "«" + peek().text() + "»";
            String met = end ? "the end" : "«" + peek().text() + "»";
            throw Lexer.wrong(
                    peek().at() - 1,
                    text,
                    new Sentence("«" + symbol + "» attendu avant " + found, "expected «" + symbol + "» before " + met),
                    symbol.equals(")")
                            ? new Sentence(
                                    "Peut-être une parenthèse n’est pas fermée.", "Maybe a parenthesis is not closed.")
                            : new Sentence("Peut-être «" + symbol + "» manque.", "Maybe «" + symbol + "» is missing."));
        }
    }

    private FormulaInvalid unexpected(Lexer.Token token) {
        boolean end = token.kind() == Lexer.Kind.END;
        return Lexer.wrong(
                token.at() - 1,
                text,
                end
                        ? new Sentence("la formule s’arrête trop tôt", "the formula ends too soon")
                        : new Sentence("«" + token.text() + "» inattendu", "unexpected «" + token.text() + "»"),
                token.text().equals(")")
                        ? new Sentence("Peut-être une parenthèse de trop.", "Maybe a parenthesis too many.")
                        : end
                                ? new Sentence("Peut-être une valeur manque.", "Maybe a value is missing.")
                                : new Sentence(
                                        "Peut-être un opérateur ou une virgule manque juste avant.",
                                        "Maybe an operator or a comma is missing just before it."));
    }

    private FormulaInvalid unknownFunction(String name, String fr, String en) {
        Integer values = Signatures.all().get(name);
        String listed = String.join(", ", Signatures.all().keySet());
        if (values != null && values > 0) {
            return wrong(
                    "fonction inconnue «" + name + "»" + fr + " : elle en prend " + values,
                    "unknown function «" + name + "»" + en + ": it takes " + values,
                    "une virgule de trop ou de moins.",
                    "a comma too many or too few.");
        }
        return wrong(
                "fonction inconnue «" + name + "»" + fr,
                "unknown function «" + name + "»" + en,
                Closest.to(name, Signatures.all().keySet()).orElse("l’une de " + listed) + ".",
                Closest.to(name, Signatures.all().keySet()).orElse("one of " + listed) + ".");
    }

    /** A mistake at the last word that was read. */
    FormulaInvalid wrong(String fr, String en, String maybeFr, String maybeEn) {
        return Lexer.wrong(
                last(), text, new Sentence(fr, en), new Sentence("Peut-être " + maybeFr, "Maybe " + maybeEn));
    }

    private int last() {
        return tokens.get(Math.max(0, next - 1)).at() - 1;
    }

    /** A name that the rulebook does not have, where it stands. */
    FormulaInvalid missing(FormulaInvalid.Missing what, String list, String name, String fr, String en) {
        int at = tokens.stream()
                .filter(t -> t.text().equals(name) && (t.kind() == Lexer.Kind.NAME || t.kind() == Lexer.Kind.TEXT))
                .mapToInt(t -> t.at() - 1)
                .findFirst()
                .orElse(last());
        FormulaInvalid plain = Lexer.wrong(at, text, new Sentence(fr, en), new Sentence("", ""));
        return new FormulaInvalid(plain.said(), plain.hint(), new FormulaInvalid.Name(what, list, name));
    }
}
