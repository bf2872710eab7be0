package fr.optam.report.doc;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What overlays change: rows by id, cell by cell. */
final class Variants {
    private final Book book;
    private final Shown shown;

    Variants(Book book) {
        this.book = book;
        this.shown = new Shown(book.lang());
    }

    DataTable of(Variant variant) {
        Map<String, Map<String, String>> before = texts(variant.without());
        Map<String, Map<String, String>> after = texts(variant.with());
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            Map<String, String> old = before.get(id);
            Map<String, String> now = after.get(id);
            if (old == null) {
                rows.add(whole(id, book.say("ligne ajoutée", "row added"), "info", now, false));
            } else if (now == null) {
                rows.add(whole(id, book.say("ligne retirée", "row removed"), "warn", old, true));
            } else if (!old.equals(now)) {
                rows.add(changed(id, old, now));
            }
        }
        return DataTable.of(
                book.claim("variante-" + variant.name()),
                book.say("Ce que change la variante ", "What overlay ") + variant.name() + book.say("", " changes"),
                "stack",
                List.of(
                        Head.of(book.say("Ligne ou règle", "Row or rule"), "mark"),
                        Head.of(book.say("Changement", "Change")),
                        Head.of(book.say("Contenu", "Content"), "long")),
                rows);
    }

    private Row whole(String id, String what, String tone, Map<String, String> cells, boolean old) {
        List<Span> all = new ArrayList<>();
        cells.forEach((name, text) -> {
            if (!text.isEmpty()) {
                all.add(Span.soft((all.isEmpty() ? "" : " · ") + name + book.say("\u00A0: ", ": ")));
                all.add(old ? Span.before(text) : Span.after(text));
            }
        });
        return Row.of(List.of(id(id), List.of(Span.badge(what, tone)), all));
    }

    private Row changed(String id, Map<String, String> old, Map<String, String> now) {
        List<Span> all = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String a = old.getOrDefault(name, "");
            String b = now.getOrDefault(name, "");
            if (!a.equals(b)) {
                all.add(Span.soft((all.isEmpty() ? "" : " · ") + name + book.say("\u00A0: ", ": ")));
                all.add(Span.before(a.isEmpty() ? book.say("vide", "empty") : a));
                all.add(Span.text(" "));
                all.add(Span.after(b.isEmpty() ? book.say("vide", "empty") : b));
            }
        }
        return Row.of(List.of(id(id), List.of(Span.badge(book.say("modifiée", "changed"), "plain")), all));
    }

    private List<Span> id(String id) {
        boolean here = book.rulebook().rules().containsKey(id)
                || book.rulebook().lists().values().stream()
                        .anyMatch(l -> l.rows().stream().anyMatch(r -> r.id().equals(id)));
        return List.of(here ? book.rule(id) : Span.code(id));
    }

    /** Cells of every row, and lines of every DRL rule, by id. */
    private Map<String, Map<String, String>> texts(Rulebook rulebook) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        rulebook.tables().values().forEach(t -> table(t, all));
        rulebook.lists().values().forEach(l -> list(l, all));
        RuleCards.written(rulebook).forEach((id, text) -> all.put(id, Map.of("DRL", text)));
        return all;
    }

    private void table(RuleTable table, Map<String, Map<String, String>> all) {
        table.rows().forEach(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            row.conditions().forEach(c -> put(cells, c.column(), c.text()));
            row.actions().forEach(a -> cells.put(a.column().header(), a.text()));
            all.put(row.id(), cited(cells, row.citation()));
        });
    }

    private static void put(Map<String, String> cells, ConditionColumn column, String text) {
        if (!RuleTables.isValidity(column)) {
            cells.put(column.header(), text);
        }
    }

    private void list(PlainTable list, Map<String, Map<String, String>> all) {
        list.rows().forEach(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            list.columns().stream()
                    .filter(c -> Lists.isContent(c) && row.values().containsKey(c.name()))
                    .forEach(c -> cells.put(c.header(), shown.of(row.values().get(c.name()), c.type())));
            all.put(row.id(), cited(cells, row.citation()));
        });
    }

    private Map<String, String> cited(Map<String, String> cells, Citation citation) {
        cells.put(book.say("En vigueur", "In force"), shown.validity(citation));
        cells.put("Source", String.join(", ", citation.sources()));
        cells.put("Article", citation.article());
        cells.put(book.say("Confiance", "Confidence"), citation.confidence().name());
        cells.put("Note", citation.note());
        return cells;
    }
}
