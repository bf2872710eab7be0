package fr.optam.report.doc;

import fr.optam.fact.flat.Test;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Group;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision table as a table of the document. */
final class RuleTables {
    private final Book book;
    private final Shown shown;
    private final Citations citations;

    RuleTables(Book book) {
        this.book = book;
        this.shown = new Shown(book.lang());
        this.citations = new Citations(book);
    }

    DataTable of(RuleTable table) {
        List<ConditionColumn> conditions =
                table.conditions().stream().filter(c -> !isValidity(c)).toList();
        List<Head> heads = new ArrayList<>();
        heads.add(Head.of(book.say("Ligne", "Row"), "mark"));
        conditions.forEach(c -> heads.add(head(c)));
        table.actions().forEach(a -> heads.add(head(a)));
        heads.add(Head.of(book.say("En vigueur", "In force"), "when"));
        heads.add(Head.of(book.say("Fondement", "Grounds")));
        List<Group> groups = List.of(
                new Group("", 1),
                new Group(
                        book.say("Conditions, toutes à remplir", "Conditions, all to be met"),
                        Math.max(1, conditions.size())),
                new Group(
                        book.say("Conclusions", "Conclusions"), table.actions().size()),
                new Group(book.say("Validité et source", "Validity and source"), 2));
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(r -> rows.add(row(r, conditions, table.actions())));
        boolean wide = heads.size() > 7;
        return new DataTable(
                book.claim("grille-" + table.name()),
                book.say("Lignes de la table ", "Rows of the table ") + book.tableTitle(table.name()),
                wide ? "wide" : "plain",
                conditions.isEmpty() ? List.of() : groups,
                heads,
                rows);
    }

    /** First and last day of validity have a column of their own. */
    static boolean isValidity(ConditionColumn column) {
        return column.header().equals("Début") && column.test() == Test.AT_LEAST
                || column.header().equals("Fin") && column.test() == Test.AT_MOST;
    }

    private Head head(ConditionColumn column) {
        List<Span> below = new ArrayList<>();
        below.add(book.field(column.field()));
        String sign = sign(column.test());
        String text = book.say(column.header(), book.fieldLabel(column.field()) + (sign.isEmpty() ? "" : " " + sign));
        return new Head(
                text,
                book.isFrench() ? below : List.of(Span.codeLink(column.field(), book.to("champ-" + column.field()))),
                "");
    }

    private static String sign(Test test) {
        return switch (test) {
            case AT_LEAST -> "≥";
            case ABOVE -> ">";
            case AT_MOST -> "≤";
            case BELOW -> "<";
            default -> "";
        };
    }

    private Head head(ActionColumn column) {
        return new Head(
                book.say(column.header(), book.fieldLabel(column.field())),
                List.of(
                        book.isFrench()
                                ? book.field(column.field())
                                : Span.codeLink(column.field(), book.to("champ-" + column.field()))),
                "");
    }

    private Row row(RuleRow row, List<ConditionColumn> conditions, List<ActionColumn> actions) {
        List<List<Span>> cells = new ArrayList<>();
        cells.add(List.of(Span.code(row.id())));
        for (ConditionColumn column : conditions) {
            cells.add(row.conditions().stream()
                    .filter(c -> c.column().number() == column.number())
                    .findFirst()
                    .map(this::condition)
                    .orElse(any()));
        }
        for (ActionColumn column : actions) {
            cells.add(row.actions().stream()
                    .filter(a -> a.column().number() == column.number())
                    .findFirst()
                    .map(a -> action(a, row.id()))
                    .orElse(any()));
        }
        cells.add(List.of(Span.text(shown.validity(row.citation()))));
        cells.add(citations.of(row.citation()));
        return new Row(book.claim(row.id()), "", cells, citations.note(row.citation()));
    }

    private List<Span> any() {
        return List.of(Span.soft("–"), Span.hidden(book.say(" toute valeur", " any value")));
    }

    private List<Span> condition(ConditionCell cell) {
        if (cell.operand() instanceof List<?> codes) {
            return codes.contains(Test.ANY) ? any() : codes(cell.column().field(), codes);
        }
        Unit unit = book.rulebook()
                .dictionary()
                .field(cell.column().field())
                .map(Field::unit)
                .orElse(Unit.TEXT);
        return List.of(Span.text(shown.of(cell.operand(), cell.text(), unit)));
    }

    private List<Span> codes(String field, List<?> codes) {
        List<Span> all = new ArrayList<>();
        for (Object code : codes) {
            if (!all.isEmpty()) {
                all.add(Span.text(book.say(" ou ", " or ")));
            }
            all.addAll(code(field, String.valueOf(code)));
        }
        return all;
    }

    /** Words of a code and the code itself. */
    private List<Span> code(String field, String code) {
        List<Span> words = book.code(field, code);
        boolean same = words.get(0).kind().equals("code");
        return same ? words : List.of(words.get(0), Span.text(" "), Span.code(code));
    }

    private List<Span> action(ActionCell cell, String rule) {
        String field = cell.column().field();
        if (!cell.column().computed()) {
            return code(field, cell.text());
        }
        Optional<Statement.Let> formula = Optional.ofNullable(
                        book.rulebook().rules().get(rule))
                .map(Rule::statements)
                .flatMap(all -> all.stream()
                        .filter(s ->
                                s instanceof Statement.Let let && let.field().equals(field))
                        .map(s -> (Statement.Let) s)
                        .findFirst());
        Unit unit = book.rulebook().dictionary().field(field).map(Field::unit).orElse(Unit.TEXT);
        if (cell.text().matches("-?[0-9]+([.][0-9]+)?")) {
            return List.of(Span.text(shown.number(new java.math.BigDecimal(cell.text()), unit)));
        }
        return formula.map(l -> FormulaWords.of(book, l.formula())).orElse(List.of(Span.code(cell.text())));
    }
}
