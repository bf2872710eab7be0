package fr.optam.engine;

import fr.optam.decision.Entries;
import fr.optam.decision.Source;
import fr.optam.decision.Sources;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What a proof says of the rows that a rule read: parameters and sources. The same rows give one object. */
final class Cited {
    private static final int MOST = 50_000;

    private final Map<String, RuleRow> rows;
    private final Map<Key, Part> parts = new ConcurrentHashMap<>();

    /** @param rows rows of rule tables by id */
    Cited(Map<String, RuleRow> rows) {
        this.rows = rows;
    }

    /**
     * What rows give to a proof.
     *
     * @param parameters values of the rows and their places; cells of the rule's own row
     * @param sources of the rule, then of the rows
     */
    record Part(Entries parameters, Sources sources) {}

    Part of(RuleCode code, List<Trace.RowRead> read) {
        Object[] values = new Object[1 + 3 * read.size()];
        values[0] = code;
        for (int i = 0; i < read.size(); i++) {
            Trace.RowRead row = read.get(i);
            values[3 * i + 1] = new Same(row.row());
            values[3 * i + 2] = row.column();
            values[3 * i + 3] = row.value();
        }
        Key key = new Key(values);
        Part known = parts.get(key);
        if (known == null) {
            known = new Part(Entries.of(parameters(code, read, new HashMap<>())).shared(), sources(code, read));
            if (parts.size() >= MOST) {
                parts.clear();
            }
            parts.put(key, known);
        }
        return known;
    }

    /** One very object. */
    private record Same(Object it) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.it == it;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(it);
        }
    }

    /** Parameters that rows give, added to others. */
    Map<String, String> parameters(RuleCode code, List<Trace.RowRead> read, Map<String, String> parameters) {
        for (Trace.RowRead row : read) {
            if (row.value() != null) {
                String name = row.column().isEmpty() ? row.row().table() : row.column();
                parameters.merge(name, Texts.plain(row.value()), Cited::both);
                parameters.merge(name + "@", row.row().at(row.column()), Cited::both);
            }
        }
        RuleRow row = rows.get(code.rule().id());
        if (row != null) {
            row.conditions().forEach(c -> parameters.put(c.column().header(), c.text()));
        }
        return parameters;
    }

    /** Sources of the rule, then of the rows of lists that it read. */
    private static Sources sources(RuleCode code, List<Trace.RowRead> read) {
        List<Source> all = new ArrayList<>(code.sources());
        for (Trace.RowRead row : read) {
            for (Source source : row.row().citation().cited()) {
                if (!all.contains(source)) {
                    all.add(source);
                }
            }
        }
        return new Sources(all);
    }

    static String both(String a, String b) {
        if (a.isEmpty() || a.equals(b)) {
            return b;
        }
        return new TreeSet<>(List.of(a.split(", "))).contains(b) ? a : a + ", " + b;
    }
}
