package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks values up in lists: {@code lookup('reference/options', 'next', day, 'option', option)} is the value of one row,
 * {@code rows('reference/options', day, 'option', option)} the number of rows. The word {@code 'ALWAYS'} for the day
 * takes rows of any validity.
 */
final class Lookups {
    private static final String ALWAYS = "ALWAYS";

    private final FormulaTokens tokens;
    private final FormulaUse use;
    private final Tables tables;

    Lookups(FormulaTokens tokens, FormulaUse use, Tables tables) {
        this.tokens = tokens;
        this.use = use;
        this.tables = tables;
    }

    Node read(String name, List<Node> args, List<String> texts) throws FormulaInvalid {
        boolean value = name.equals("lookup");
        int first = value ? 2 : 1;
        if (args.size() < first + 1 || (args.size() - first) % 2 == 0) {
            throw tokens.wrong(
                    name + " prend une liste, " + (value ? "une colonne, " : "")
                            + "un jour et des paires de colonne et valeur",
                    name + " takes a table, " + (value ? "a column, " : "") + "a day and pairs of column and value",
                    "une virgule de trop ou de moins.",
                    "a comma too many or too few.");
        }
        PlainTable table = tables.plain(texts.get(0))
                .orElseThrow(() -> tokens.missing(
                        FormulaInvalid.Missing.LIST,
                        "",
                        texts.get(0),
                        "liste inconnue «" + texts.get(0) + "»",
                        "unknown table «" + texts.get(0) + "»"));
        String column = value ? texts.get(1) : "";
        List<String> keys = new ArrayList<>();
        List<Node> wanted = new ArrayList<>();
        for (int i = first + 1; i < args.size(); i += 2) {
            keys.add(texts.get(i));
            wanted.add(args.get(i + 1));
        }
        List<String> named = new ArrayList<>(keys);
        if (value) {
            named.add(column);
        }
        for (String each : named) {
            if (table.column(each).isEmpty()) {
                throw tokens.missing(
                        FormulaInvalid.Missing.COLUMN,
                        table.name(),
                        each,
                        "la liste «" + table.name() + "» n’a pas de colonne «" + each + "»",
                        "table «" + table.name() + "» has no column «" + each + "»");
            }
            use.column(table.name(), each);
        }
        List<String> literals = new ArrayList<>();
        for (int i = first + 2; i < args.size(); i += 2) {
            literals.add(texts.get(i));
        }
        use.look(new Vocabulary.Look(table.name(), column, List.copyOf(keys), literals));
        Node day = args.get(first);
        if (!ALWAYS.equals(texts.get(first))) {
            use.column(table.name(), "from");
            use.column(table.name(), "to");
        }
        PlainTable.Search search = table.search(keys);
        List<Node> all = new ArrayList<>(wanted);
        all.add(day);
        Node[] nodes = all.toArray(Node[]::new);
        return value
                ? new Call((s, x) -> one(rows(s, search, x), column, s), nodes)
                : new Call(
                        (s, x) -> {
                            Object rows = rows(s, search, x);
                            return rows instanceof List<?> list ? count(list, s) : rows;
                        },
                        nodes);
    }

    /** The rows found, or an unknown if a key is unknown, or null if a key has no value; the day is wanted last. */
    private static Object rows(Scope s, PlainTable.Search search, Node[] wanted) {
        Object on = FieldNode.day(wanted[wanted.length - 1], s);
        Object[] values = new Object[wanted.length - 1];
        Object absent = on instanceof Unknown ? on : null;
        boolean none = on == null;
        for (int i = 0; i < values.length; i++) {
            Object value = FieldNode.key(wanted[i], s);
            absent = value instanceof Unknown ? Values.absent(absent, value) : absent;
            none |= value == null;
            values[i] = PlainTable.normal(value);
        }
        if (absent != null || none) {
            return absent;
        }
        return ALWAYS.equals(on)
                ? search.find(Arrays.asList(values))
                : on instanceof LocalDate d ? search.find(Arrays.asList(values), d) : null;
    }

    private static Object count(List<?> rows, Scope s) {
        for (Object row : rows) {
            s.reads().row((PlainRow) row, "", ((PlainRow) row).id());
        }
        return BigDecimal.valueOf(rows.size());
    }

    /** Rows that disagree give no value: nothing is chosen silently. */
    private static Object one(Object rows, String column, Scope s) {
        if (!(rows instanceof List<?> list)) {
            return rows;
        }
        Object value = null;
        for (Object each : list) {
            Object other = ((PlainRow) each).values().get(column);
            if (value != null && !value.equals(other)) {
                return null;
            }
            value = other;
        }
        for (Object each : list) {
            s.reads().row((PlainRow) each, column, value);
        }
        return value;
    }
}
