package fr.optam.report.doc;

import fr.optam.report.doc.DocPage.Named;
import fr.optam.report.doc.DocPage.Sheet;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Span;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables and lists with what their workbooks say of them. */
final class Sheets {
    private final Book book;
    private final Uses uses;
    private final Registers registers;
    private final Map<String, String> common;

    Sheets(Book book, Uses uses) {
        this.book = book;
        this.uses = uses;
        this.registers = new Registers(book, uses);
        this.common = book.common();
    }

    Sheet of(RuleTable table) {
        List<List<Span>> words = about(table.name(), table.file());
        words.add(List.of(
                Span.text(book.say("Chaque ligne est une règle, appliquée à ", "Each row is a rule, applied to ")
                        + book.lang().say(Names.one(table.kind()))
                        + book.say(", à l’étape ", ", at stage ")),
                Span.code(table.stage().name()),
                Span.text(".")));
        table.conditions().stream()
                .filter(RuleTables::isValidity)
                .map(ConditionColumn::field)
                .distinct()
                .forEach(f -> words.add(List.of(
                        Span.text(book.say("La validité se lit à la date\u00A0: ", "Validity is read on the date: ")),
                        book.field(f),
                        Span.text("."))));
        return sheet(table.name(), table.file(), words, new RuleTables(book).of(table));
    }

    Sheet of(PlainTable list) {
        List<List<Span>> words = about(list.name(), list.file());
        Set<String> lookers = uses.lookers(list.name());
        if (!lookers.isEmpty()) {
            List<Span> line = new ArrayList<>(List.of(Span.text(book.say("Consultée par ", "Looked up by "))));
            line.addAll(Links.rules(book, lookers));
            line.add(Span.text("."));
            words.add(line);
        }
        DataTable register =
                switch (list.name()) {
                    case "reference/sources" -> registers.sources();
                    case "reference/champs" -> registers.fields();
                    case "reference/motifs" -> registers.reasons();
                    case "reference/constats" -> registers.findings();
                    default -> null;
                };
        if (register != null) {
            words.add(grounds(list));
        }
        if (list.rows().isEmpty()) {
            words.add(List.of(Span.strong(book.say("Aucune ligne pour l’instant.", "No row for now."))));
        }
        return sheet(list.name(), list.file(), words, register == null ? new Lists(book).of(list) : register);
    }

    /** Where the rows of a register come from, said once for all rows that agree. */
    private List<Span> grounds(PlainTable list) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, Citation> cited = new LinkedHashMap<>();
        for (PlainRow row : list.rows()) {
            Citation c = row.citation();
            String key = c.sources() + c.article() + c.confidence() + c.from() + c.to();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row.id());
            cited.putIfAbsent(key, c);
        }
        boolean own = list.name().equals("reference/sources");
        if (own) {
            return List.of(Span.text(book.say(
                    "Chaque source est citée pour elle-même, au degré indiqué.",
                    "Each source stands for itself, with the grade shown.")));
        }
        List<Span> all =
                new ArrayList<>(List.of(Span.text(book.say("Fondement des lignes\u00A0: ", "Grounds of the rows: "))));
        groups.forEach((key, ids) -> {
            boolean many = ids.size() > list.rows().size() / 2;
            all.add(Span.text(many ? ids.size() + book.say(" lignes, ", " rows, ") : String.join(", ", ids) + ", "));
            all.addAll(new Citations(book).of(cited.get(key)));
            all.add(Span.text(" " + new Shown(book.lang()).validity(cited.get(key)) + ". "));
        });
        return all;
    }

    private List<List<Span>> about(String name, String file) {
        List<List<Span>> words = new ArrayList<>();
        book.notes(name).facts().forEach((fact, text) -> {
            if (!fact.equals("Lignes")) {
                words.add(
                        fact.startsWith("Ce que dit")
                                ? List.of(book.french(text, false))
                                : List.of(book.french(fact + "\u00A0: " + text, true)));
            }
        });
        return words;
    }

    private Sheet sheet(String name, String file, List<List<Span>> words, DataTable table) {
        Notes notes = book.notes(name);
        List<Named> columns = new ArrayList<>();
        notes.columns().forEach((column, text) -> {
            if (!column.startsWith("Lignes") && !text.equals(common.get(column))) {
                columns.add(new Named(column, List.of(book.french(text, false))));
            }
        });
        return new Sheet(
                book.claim("table-" + name),
                name,
                file,
                book.tableTitle(name),
                words,
                columns,
                notes.limits().stream().map(l -> book.french(l, false)).toList(),
                table);
    }
}
