package fr.optam.scenario.sheet;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one sheet of scenarios: its columns, then its rows. */
final class SheetReading {
    private static final String FORMULA = "FORMULA";

    private final Sheet sheet;
    private final Bases bases;
    private final Vocabulary vocabulary;
    private final List<Slip> slips = new ArrayList<>();
    private final SortedMap<Integer, SheetColumn> columns = new TreeMap<>();
    private final List<SheetRow> rows = new ArrayList<>();

    SheetReading(Sheet sheet, Bases bases, Vocabulary vocabulary) {
        this.sheet = sheet;
        this.bases = bases;
        this.vocabulary = vocabulary;
        int names = namesRow();
        if (names == 0) {
            slips.add(Slip.of(
                            "NAMES_MISSING",
                            sheet.name() + "!A1",
                            "la feuille n’a pas de ligne de noms techniques : aucune cellule ne dit «\u00a0id\u00a0».",
                            "the sheet has no row of technical names: no cell says «id».")
                    .maybe(
                            "nommer la feuille Notes si elle ne porte pas de scénarios",
                            "name the sheet Notes if it holds no scenarios"));
            return;
        }
        columns(names);
        merged(names);
        sheet.rows().tailMap(names + 1).forEach(this::row);
    }

    List<Slip> slips() {
        return slips;
    }

    List<SheetRow> rows() {
        return rows;
    }

    private int namesRow() {
        return sheet.rows().entrySet().stream()
                .filter(row -> row.getValue().values().stream()
                        .anyMatch(cell -> cell.text().strip().equals(SheetColumn.ID)))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private String place(Cell cell) {
        return sheet.name() + "!" + cell.address();
    }

    private void columns(int names) {
        Map<String, String> seen = new HashMap<>();
        for (Cell cell : sheet.rows().get(names).values()) {
            String name = cell.text().strip();
            SheetColumn column = new SheetColumn.Faulty();
            try {
                column = SheetColumn.of(name, vocabulary);
            } catch (Slipped e) {
                slips.add(e.slip().at(place(cell)));
            }
            columns.put(cell.column(), column);
            boolean more = column instanceof SheetColumn.Remark
                    || column instanceof SheetColumn.Fact fact && fact.path().isRepeatable();
            String other = more ? null : seen.putIfAbsent(name, place(cell));
            if (other != null) {
                columns.put(cell.column(), new SheetColumn.Faulty());
                slips.add(Slip.of(
                        "COLUMN_TWICE",
                        place(cell),
                        "la colonne «\u00a0" + name + "\u00a0» est déjà en " + other + ".",
                        "column «" + name + "» is also at " + other + "."));
            }
        }
        if (!seen.containsKey("title")) {
            slips.add(Slip.of(
                    "COLUMN_MISSING",
                    sheet.name() + "!" + Cell.address(names, 1),
                    "pas de colonne title : la phrase qui doit rester vraie.",
                    "no column title: the sentence that must stay true."));
        }
    }

    private void merged(int names) {
        for (String range : sheet.merged()) {
            String digits = range.substring(range.indexOf(':') + 1).replaceAll("[^0-9]", "");
            if (!digits.isEmpty() && Integer.parseInt(digits) >= names) {
                slips.add(Slip.of(
                                "MERGED",
                                sheet.name() + "!" + range,
                                "cellules fusionnées : seule la première porte une valeur.",
                                "merged cells: only the first holds a value.")
                        .maybe("défaire la fusion", "split them"));
            }
        }
    }

    private void row(int number, SortedMap<Integer, Cell> cells) {
        List<Slip> own = new ArrayList<>();
        SortedMap<Integer, Cell> sound = new TreeMap<>();
        cells.forEach((column, cell) -> {
            if (cell.text().isBlank() && !cell.formula()) {
                return;
            }
            Slip slip = slip(cell);
            if (slip == null) {
                sound.put(column, cell);
            } else {
                own.add(slip.at(place(cell)));
            }
        });
        if (sound.isEmpty() && own.isEmpty()) {
            return;
        }
        int idColumn = columns.entrySet().stream()
                .filter(c -> c.getValue().equals(new SheetColumn.Head(SheetColumn.ID)))
                .findFirst()
                .orElseThrow()
                .getKey();
        Cell id = sound.get(idColumn);
        if (id != null && id.text().startsWith("#") && sound.size() == 1 && own.isEmpty()) {
            return;
        }
        String place = sheet.name() + "!" + Cell.address(number, idColumn);
        rows.add(new RowReading(sheet.name(), place, columns, bases, vocabulary).read(id, sound, own));
    }

    /** What is wrong with a cell whatever its column means; null if nothing. */
    private Slip slip(Cell cell) {
        SheetColumn column = columns.get(cell.column());
        if (column instanceof SheetColumn.Remark) {
            return null;
        }
        if (column == null) {
            return Slip.of(
                            "COLUMN_UNNAMED",
                            "",
                            "la valeur «\u00a0" + cell.text() + "\u00a0» est dans une colonne sans nom technique.",
                            "value «" + cell.text() + "» stands in a column without a technical name.")
                    .maybe("la nommer #remarque", "name it #remark");
        }
        if (column instanceof SheetColumn.Faulty) {
            return Slip.of(
                    "COLUMN_UNKNOWN",
                    "",
                    "la valeur «\u00a0" + cell.text() + "\u00a0» est dans une colonne que rien ne comprend.",
                    "value «" + cell.text() + "» stands in a column that means nothing.");
        }
        if (cell.formula()) {
            return Slip.of(
                            FORMULA,
                            "",
                            "une formule : sa valeur enregistrée peut être périmée.",
                            "a formula: its saved value may be out of date.")
                    .maybe("coller la valeur " + cell.text(), "paste its value " + cell.text());
        }
        return cell.kind() == Cell.Kind.ERROR
                ? Slip.of("ERROR_VALUE", "", "l’erreur " + cell.text() + ".", "the error value " + cell.text() + ".")
                : null;
    }
}
