package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads calls: functions of values, lookups in tables, and sums or choices over all facts of a kind. */
final class FormulaCalls {
    private static final int MAX_AGGREGATES = 2;

    private final FormulaParser parser;
    private final FormulaTokens tokens;
    private final FormulaUse use;
    private final Tables tables;
    private int aggregates;

    FormulaCalls(FormulaParser parser, FormulaTokens tokens, FormulaUse use, Tables tables) {
        this.parser = parser;
        this.tokens = tokens;
        this.use = use;
        this.tables = tables;
    }

    /** Reads what follows a name and its opening parenthesis. */
    Node call(String name) throws FormulaInvalid {
        use.vocabulary().function(name);
        Optional<Kind> kind = Kind.of(tokens.peek().text());
        if (kind.isPresent() && tokens.peek().kind() == Lexer.Kind.NAME) {
            tokens.take();
            return aggregate(name, kind.get());
        }
        List<Node> args = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int from = use.readings();
        while (!tokens.accept(")")) {
            if (!args.isEmpty()) {
                tokens.expect(",");
            }
            boolean text = tokens.peek().kind() == Lexer.Kind.TEXT;
            texts.add(text ? tokens.peek().text() : "");
            args.add(parser.expression());
        }
        if (!Functions.PLAIN.contains(name)) {
            use.decides(from);
        }
        switch (name) {
            case "lookup", "rows":
                return new Lookups(tokens, use, tables).read(name, args, texts);
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
                throw tokens.missing(
                        FormulaInvalid.Missing.TESTED,
                        table,
                        field,
                        "la table «" + table + "» ne teste aucun champ «" + field + "»",
                        "table «" + table + "» tests no field «" + field + "»");
            }
            use.tested(field);
        }
        use.list(table);
        return s -> {
            s.reads().tested(s.item(), names);
            return BigDecimal.valueOf(tables.openRows(table, s.item(), names));
        };
    }

    private Node aggregate(String name, Kind kind) throws FormulaInvalid {
        if (kind.parent().isEmpty()) {
            throw tokens.wrong(
                    "il n’y a qu’un fait " + kind.label() + ", et rien à parcourir par " + name,
                    "there is one " + kind.label() + ", and nothing to " + name,
                    "le champ lui-même.",
                    "the field itself.");
        }
        if (++aggregates > MAX_AGGREGATES) {
            throw tokens.wrong(
                    "plus de " + MAX_AGGREGATES + " sommes ou choix l’un dans l’autre",
                    "more than " + MAX_AGGREGATES + " sums or choices within each other",
                    "un champ intermédiaire.",
                    "a field in between.");
        }
        use.over(kind);
        int from = use.readings();
        Node init = null;
        Node value = null;
        if (name.equals("fold")) {
            tokens.expect(",");
            init = parser.expression();
        }
        if (tokens.accept(",")) {
            value = parser.expression();
        }
        Node where = tokens.acceptName("where") ? parser.expression() : s -> Boolean.TRUE;
        tokens.expect(")");
        aggregates--;
        if (!Aggregates.PLAIN.contains(name)) {
            use.decides(from);
        }
        if (value == null && !name.equals("count")) {
            throw tokens.wrong(
                    name + " sur " + kind.label() + " ne dit pas quoi prendre de chacun",
                    name + " of " + kind.label() + " lacks what to take of each",
                    name + "(" + kind.label() + ", un champ).",
                    name + "(" + kind.label() + ", a field).");
        }
        return Aggregates.of(name, kind, value, where, init, use.parts(from))
                .orElseThrow(() -> unknownFunction(name, " sur " + kind.label(), " over " + kind.label()));
    }

    private FormulaInvalid unknownFunction(String name, String fr, String en) {
        Integer values = Signatures.all().get(name);
        String listed = String.join(", ", Signatures.all().keySet());
        if (values != null && values > 0) {
            return tokens.wrong(
                    "fonction inconnue «" + name + "»" + fr + " : elle en prend " + values,
                    "unknown function «" + name + "»" + en + ": it takes " + values,
                    "une virgule de trop ou de moins.",
                    "a comma too many or too few.");
        }
        return tokens.wrong(
                "fonction inconnue «" + name + "»" + fr,
                "unknown function «" + name + "»" + en,
                Closest.to(name, Signatures.all().keySet()).orElse("l’une de " + listed) + ".",
                Closest.to(name, Signatures.all().keySet()).orElse("one of " + listed) + ".");
    }
}
