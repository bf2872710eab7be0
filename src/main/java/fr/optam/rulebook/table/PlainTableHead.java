package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.Severity;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The technical rows of a list: its name, and the name and type of each column. */
final class PlainTableHead {
    private static final Map<String, ColumnType> FIXED = Map.of(
            "id",
            ColumnType.ID,
            CitationColumns.FROM,
            ColumnType.DATE,
            CitationColumns.TO,
            ColumnType.DATE,
            CitationColumns.SOURCE,
            ColumnType.TEXT,
            CitationColumns.CONFIDENCE,
            ColumnType.CODE);
    private static final Map<String, String> OTHERS = Map.of(
            "integer", "int", "number", "int", "entier", "int", "string", "text", "texte", "text", "boolean", "yesno",
            "percent", "rate", "taux", "rate", "decimal", "rate", "euro", "money");
    private static final List<String> TYPES = Arrays.stream(ColumnType.values())
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String name;
    private final Sheet sheet;
    private final SheetProblems problems;
    private final Map<Integer, Column> columns = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> ignored = new HashSet<>();

    PlainTableHead(String name, Sheet sheet, SheetProblems problems) {
        this.name = name;
        this.sheet = sheet;
        this.problems = problems;
    }

    /** Reads the head; false if no row can be read with it. */
    boolean read() {
        if (!named()) {
            return false;
        }
        for (Cell cell : row(PlainTableReader.NAMES)) {
            column(cell);
        }
        for (Cell header : row(PlainTableReader.HEADERS)) {
            int column = header.column();
            if (sheet.text(PlainTableReader.NAMES, column).isEmpty()) {
                ignored.add(column);
                problems.at(
                        PlainTableReader.NAMES,
                        column,
                        "COLUMN_TYPE",
                        new Sentence(
                                "la colonne «" + SheetProblems.visible(header.text()) + "» n’a pas de nom technique",
                                "column «" + SheetProblems.visible(header.text()) + "» has no technical name"),
                        new Sentence(
                                "Peut-être a-t-il été effacé des lignes repliées (lignes 1 et 2).",
                                "Maybe it was deleted from the folded rows (rows 1 and 2)."));
            }
        }
        columns.values().forEach(this::headed);
        for (String wanted : List.of("id", CitationColumns.FROM, CitationColumns.SOURCE, CitationColumns.CONFIDENCE)) {
            if (!numbers.containsKey(wanted)) {
                missing(wanted);
            }
        }
        return true;
    }

    private Iterable<Cell> row(int row) {
        return sheet.rows().getOrDefault(row, Collections.emptySortedMap()).values();
    }

    private boolean named() {
        if (!sheet.text(1, 1).equals("Table")) {
            boolean shifted = sheet.text(1, 1).isEmpty()
                    || sheet.text(1, 1).contains(":")
                    || sheet.text(1, 2).isEmpty();
            problems.at(
                    1,
                    1,
                    "NOT_A_LIST",
                    new Sentence(
                            "une liste commence par «Table» et son nom «" + name + "», et non par «"
                                    + SheetProblems.visible(sheet.text(1, 1)) + "»",
                            "a list starts with Table and its name " + name + ", not with «"
                                    + SheetProblems.visible(sheet.text(1, 1)) + "»"),
                    new Sentence(
                            "Peut-être les lignes techniques repliées ont-elles été supprimées ou déplacées.",
                            "Maybe the folded technical rows were removed or moved."));
            return !shifted && sheet.text(2, 1).contains(":");
        }
        if (!sheet.text(1, 2).equals(name)) {
            problems.at(
                    1,
                    2,
                    "NOT_A_LIST",
                    new Sentence(
                            "la liste porte le nom «" + SheetProblems.visible(sheet.text(1, 2))
                                    + "», et non celui de son fichier",
                            "the list is named «" + SheetProblems.visible(sheet.text(1, 2))
                                    + "», and not as its file is"),
                    new Sentence("Peut-être " + name + ".", "Maybe " + name + "."));
        }
        return true;
    }

    private void column(Cell cell) {
        String[] parts = cell.text().strip().split(":", 2);
        Optional<ColumnType> type = parts.length < 2 ? Optional.empty() : type(parts[1]);
        if (type.isEmpty() || !cell.text().equals(cell.text().strip()) || parts[0].isBlank()) {
            ignored.add(cell.column());
            String meant = parts.length < 2 || parts[0].isBlank()
                    ? (parts[0].isBlank() ? "code" : parts[0]) + ":code"
                    : parts[0].strip() + ":"
                            + Closest.to(parts[1], TYPES)
                                    .or(() -> Optional.ofNullable(OTHERS.get(parts[1])))
                                    .orElse("code");
            problems.at(
                    cell,
                    "COLUMN_TYPE",
                    Advice.of(
                            "une colonne se nomme nom:type",
                            "a column is named name:type",
                            meant + " ; types : " + String.join(", ", TYPES) + ".",
                            meant + "; types: " + String.join(", ", TYPES) + "."));
            numbers.putIfAbsent(parts[0].strip(), cell.column());
            columns.putIfAbsent(
                    cell.column(),
                    new Column(
                            cell.column(),
                            parts[0].strip(),
                            FIXED.getOrDefault(parts[0].strip(), ColumnType.TEXT),
                            sheet.text(PlainTableReader.HEADERS, cell.column())));
            return;
        }
        if (numbers.containsKey(parts[0])) {
            ignored.add(cell.column());
            problems.at(
                    cell,
                    "COLUMN_TWICE",
                    Advice.of(
                            "deux colonnes du même nom",
                            "two columns of one name",
                            "supprimer ou renommer l’une d’elles.",
                            "delete or rename one of them."));
            return;
        }
        ColumnType fixed = FIXED.getOrDefault(parts[0], type.get());
        if (fixed != type.get()) {
            String meant = parts[0] + ":" + fixed.name().toLowerCase(Locale.ROOT);
            problems.at(
                    cell,
                    "COLUMN_TYPE",
                    Advice.meant(
                            "un autre type que celui de cette colonne", "another type than this column has", meant));
        }
        numbers.put(parts[0], cell.column());
        columns.put(
                cell.column(),
                new Column(cell.column(), parts[0], fixed, sheet.text(PlainTableReader.HEADERS, cell.column())));
    }

    private void headed(Column column) {
        if (column.header().isEmpty()) {
            problems.at(
                    Cell.address(PlainTableReader.HEADERS, column.number()),
                    Severity.WARNING,
                    "HEADER",
                    new Sentence(
                            "la colonne " + column.name() + " n’a pas d’en-tête",
                            "column " + column.name() + " has no header"),
                    new Sentence("Peut-être a-t-il été effacé.", "Maybe it was deleted."));
        }
    }

    private void missing(String wanted) {
        String header = wanted.equals("id") ? "Id" : CitationColumns.HEADERS.get(wanted);
        Optional<Column> like = columns.values().stream()
                .filter(c -> c.header().equals(header) && !numbers.containsKey(wanted))
                .reduce((a, b) -> b)
                .or(() -> Closest.to(wanted, numbers.keySet()).map(numbers::get).map(columns::get));
        like.ifPresent(c -> {
            numbers.putIfAbsent(wanted, c.number());
            columns.put(c.number(), new Column(c.number(), wanted, FIXED.get(wanted), c.header()));
        });
        String meant = wanted + ":" + FIXED.get(wanted).name().toLowerCase(Locale.ROOT);
        problems.at(
                PlainTableReader.NAMES,
                like.map(Column::number).orElse(1),
                "COLUMN_MISSING",
                new Sentence(
                        "la colonne «" + header + "» manque : aucune ne se nomme " + meant,
                        "no column " + wanted + ": none is named " + meant),
                new Sentence(
                        like.isPresent() ? "Peut-être " + meant + "." : "Peut-être la colonne a-t-elle été supprimée.",
                        like.isPresent() ? "Maybe " + meant + "." : "Maybe the column was deleted."));
    }

    private static Optional<ColumnType> type(String text) {
        return Arrays.stream(ColumnType.values())
                .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** Columns by number. */
    Map<Integer, Column> columns() {
        return columns;
    }

    /** Column numbers by name. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    /** Columns whose cells say nothing, since their head is wrong. */
    Set<Integer> ignored() {
        return ignored;
    }
}
