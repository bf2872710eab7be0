package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** What a table must not hide from the person who reads its sheet. */
final class SheetShape {
    private final Sheet sheet;
    private final SheetProblems problems;

    SheetShape(Sheet sheet, SheetProblems problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /**
     * Reports formulas, error values, merged and hidden cells.
     *
     * @param headerRow row of the headers; technical rows above it may be folded
     * @param pattern the one range that may be merged, or empty
     * @param mayHide columns that no rule depends on
     */
    void check(int headerRow, String pattern, Set<Integer> mayHide) {
        if (sheet.hidden()) {
            problems.at(
                    1,
                    1,
                    "HIDDEN_SHEET",
                    new Sentence(
                            "la feuille «" + sheet.name() + "» de la table est masquée",
                            "the sheet «" + sheet.name() + "» of the table is hidden"),
                    new Sentence("Peut-être l’afficher : ses lignes comptent.", "Maybe show it: its rows count."));
        }
        sheet.rows().values().forEach(row -> row.values().forEach(this::cell));
        for (String range : sheet.merged()) {
            if (!range.equals(pattern) && !isPatternRow(range, pattern)) {
                problems.at(
                        range.split(":")[0],
                        Severity.ERROR,
                        "MERGED_CELLS",
                        new Sentence("les cellules " + range + " sont fusionnées", "cells " + range + " are merged"),
                        new Sentence(
                                "Peut-être annuler la fusion et remplir chaque cellule.",
                                "Maybe unmerge them and fill each one."));
            }
        }
        hidden(headerRow, mayHide);
        sheet.formats().forEach((address, format) -> format(headerRow, address, format));
    }

    /** A pattern that is merged over other cells than it should is told where the pattern is read. */
    private static boolean isPatternRow(String range, String pattern) {
        return !pattern.isEmpty() && range.split(":")[0].equals(pattern.split(":")[0]);
    }

    private void hidden(int headerRow, Set<Integer> mayHide) {
        sheet.rows().tailMap(headerRow).keySet().stream()
                .filter(sheet.hiddenRows()::contains)
                .forEach(row -> problems.at(
                        row,
                        1,
                        "HIDDEN_ROW",
                        new Sentence(
                                "la ligne " + row + " est masquée ou filtrée, et pourtant elle compte",
                                "row " + row + " is hidden or filtered out, and yet it counts"),
                        new Sentence(
                                "Peut-être l’afficher, ou la supprimer si elle n’est pas voulue.",
                                "Maybe show it, or delete it if it is not meant.")));
        for (int column : sheet.hiddenColumns().stream().sorted().toList()) {
            if (!sheet.text(headerRow, column).isEmpty() && !mayHide.contains(column)) {
                String header = sheet.text(headerRow, column);
                problems.at(
                        headerRow,
                        column,
                        "HIDDEN_COLUMN",
                        new Sentence(
                                "la colonne «" + header + "» est masquée, et pourtant elle compte",
                                "column «" + header + "» is hidden, and yet it counts"),
                        new Sentence("Peut-être l’afficher.", "Maybe show it."));
            }
        }
    }

    private void cell(Cell cell) {
        if (cell.kind() == Cell.Kind.ERROR) {
            problems.at(
                    cell,
                    "ERROR_CELL",
                    Advice.of(
                            "une valeur d’erreur du tableur",
                            "an error value stands where a value is wanted",
                            "taper la valeur.",
                            "type the value."));
        } else if (cell.kind() == Cell.Kind.NUMBER
                && (cell.text().indexOf('e') >= 0 || cell.text().indexOf('E') >= 0)) {
            problems.at(
                    cell,
                    "NUMBER_TOO_LARGE",
                    Advice.of(
                            "un nombre hors de toute mesure",
                            "a number out of range",
                            "12 chiffres avant le point et 6 après, au plus.",
                            "12 digits before the point and 6 after it, at most."));
        } else if (cell.formula()) {
            problems.at(
                    cell,
                    "FORMULA_CELL",
                    Advice.of(
                            "une formule du tableur, alors qu’une valeur est attendue",
                            "a formula stands where a value is wanted",
                            "coller la valeur à la place de la formule.",
                            "paste the value."));
        }
    }

    private void format(int headerRow, String address, String format) {
        int row = Integer.parseInt(address.replaceAll("[A-Z]", ""));
        if (row > headerRow) {
            problems.at(
                    address,
                    Severity.WARNING,
                    "NUMBER_FORMAT",
                    new Sentence(
                            "le format «" + SheetProblems.visible(format)
                                    + "» montre le nombre avec des milliers, une monnaie ou des mots",
                            "number format «" + SheetProblems.visible(format)
                                    + "» shows the number with thousands, a currency or words"),
                    new Sentence(
                            "Peut-être le format Standard, ou 0.00 : seul le nombre est lu.",
                            "Maybe the format General, or 0.00: the number alone is read."));
        }
    }

    /**
     * Reports rows without any cell between the first row of data and the last, and rows of nothing but spaces; returns
     * the rows that hold something.
     */
    List<Integer> dataRows(int first) {
        return dataRows(first, row -> false);
    }

    /** The same; a row that is no part of the table is told alone, without the gap above it. */
    List<Integer> dataRows(int first, IntPredicate foreign) {
        List<Integer> rows = new ArrayList<>();
        int expected = first;
        for (int row : sheet.rows().tailMap(first).keySet()) {
            if (row > expected && !foreign.test(row)) {
                boolean one = row == expected + 1;
                String range = expected + (one ? "" : " à " + (row - 1));
                String spell = expected + (one ? "" : " to " + (row - 1));
                problems.at(
                        expected,
                        1,
                        "BLANK_ROW",
                        new Sentence(
                                (one ? "ligne vide (" : "lignes vides (") + range + ") au milieu de la table",
                                (one ? "row " + spell + " is blank" : "rows " + spell + " are blank")
                                        + " inside the table"),
                        new Sentence(
                                "Peut-être la supprimer : Drools perdrait toutes les lignes au-dessous.",
                                "Maybe delete it: Drools would lose every row below it."));
            }
            expected = row + 1;
            if (sheet.rows().get(row).values().stream().allMatch(c -> c.text().isBlank() && !c.formula())) {
                problems.plainCell(sheet.rows().get(row).values().iterator().next());
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Reports a header row that was lost, so that a row of data stands in its place. */
    static void headerLost(Sheet sheet, SheetProblems problems, int row, int idColumn) {
        String found = SheetProblems.visible(sheet.text(row, idColumn));
        problems.at(
                row,
                idColumn,
                "HEADER_ROW",
                new Sentence(
                        "la ligne d’en-têtes manque : son premier en-tête est «Id», et non «" + found + "»",
                        "the header row is missing: its first header is Id, not «" + found + "»"),
                new Sentence(
                        "Peut-être a-t-elle été supprimée, et une ligne de données se trouve à sa place.",
                        "Maybe it was deleted, and a row of data stands in its place."));
    }
}
