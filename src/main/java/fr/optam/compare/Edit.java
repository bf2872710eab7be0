package fr.optam.compare;

import fr.optam.decision.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A difference between two rulebooks that decisions can depend on, and that can be made alone: what a changed answer is
 * put down to. How a file looks, notes, sources, and words that no rule looks up make none.
 *
 * @param number its place among all edits, from 0
 * @param kind what kind of difference
 * @param file path as the side shows it on which it is: before for what is gone, else after
 * @param place sheet and cell, {@code Table!C5}, or line of a rule
 * @param table name of the table or list, {@code consequence/prime-bareme}; path below the rulebook for a rule of DRL
 * @param row id of the row or rule; empty if the whole table is meant
 * @param column technical name of the column; empty if no cell is meant
 * @param header what people call the column
 * @param old what was there, empty if nothing
 * @param now what is there, empty if nothing
 * @param parts edits of which it is made that only make sense together, in their order; none if it is one itself
 */
public record Edit(
        int number,
        Kind kind,
        String file,
        String place,
        String table,
        String row,
        String column,
        String header,
        String old,
        String now,
        List<Edit> parts) {

    /** Kinds of edits; the names are public. */
    public enum Kind {
        /** A cell of a row of a rule table or list. */
        CELL_CHANGED,
        /** A row that came. */
        ROW_ADDED,
        /** A row that went. */
        ROW_REMOVED,
        /** A rule of DRL that came. */
        RULE_ADDED,
        /** A rule of DRL that went. */
        RULE_REMOVED,
        /** A rule of DRL with other conditions, statements, or confidence. */
        RULE_CHANGED,
        /** A table that came, went, or has other columns, another stage or another kind of fact. */
        TABLE_CHANGED,
        /** Edits that only make sense together: a rule that stands elsewhere is gone in one place and comes in another. */
        TOGETHER
    }

    /** Copies the parts. */
    public Edit {
        parts = List.copyOf(parts);
    }

    /** The same at another place among all. */
    Edit numbered(int other) {
        return new Edit(other, kind, file, place, table, row, column, header, old, now, parts);
    }

    /** The same at another place. */
    Edit at(String other) {
        return new Edit(number, kind, file, other, table, row, column, header, old, now, parts);
    }

    /** Several that only make sense together. */
    static Edit together(List<Edit> parts) {
        Edit first = parts.get(0);
        return new Edit(
                first.number(),
                Kind.TOGETHER,
                first.file(),
                first.place(),
                first.table(),
                first.row(),
                "",
                "",
                "",
                "",
                parts);
    }

    /** The edits that it is made of; itself if it is one. */
    List<Edit> single() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** Where it is, {@code decision-tables/reference/options.xlsx!Table!C5}. */
    public String at() {
        return file + (place.isEmpty() ? "" : "!" + place);
    }

    /** The whole of it on one line, its place first. */
    public Sentence text() {
        if (kind == Kind.TOGETHER) {
            return new Sentence(
                    parts.stream().map(p -> p.text().fr()).collect(Collectors.joining(" ; ")),
                    parts.stream().map(p -> p.text().en()).collect(Collectors.joining("; ")));
        }
        Sentence what = what();
        String at = at() + (row.isEmpty() ? "" : " " + row);
        return new Sentence(at + " " + what.fr(), at + " " + what.en());
    }

    private Sentence what() {
        return switch (kind) {
            case CELL_CHANGED ->
                new Sentence(
                        header + "\u00A0: " + shown(old, "(vide)") + " → " + shown(now, "(vide)"),
                        header + ": " + shown(old, "(empty)") + " → " + shown(now, "(empty)"));
            case ROW_ADDED -> with("ligne ajoutée", "row added", now);
            case ROW_REMOVED -> with("ligne supprimée", "row removed", old);
            case RULE_ADDED -> with("règle ajoutée", "rule added", now);
            case RULE_REMOVED -> with("règle supprimée", "rule removed", old);
            case RULE_CHANGED -> with("règle modifiée", "rule changed", arrow());
            case TABLE_CHANGED, TOGETHER -> with("table modifiée", "table changed", arrow());
        };
    }

    private String arrow() {
        return old.isEmpty() && now.isEmpty() ? "" : shown(old, "–") + " → " + shown(now, "–");
    }

    private static String shown(String value, String none) {
        return value.isEmpty() ? none : value;
    }

    private static Sentence with(String fr, String en, String values) {
        return values.isEmpty() ? new Sentence(fr, en) : new Sentence(fr + "\u00A0: " + values, en + ": " + values);
    }
}
