package fr.optam.compare;

import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workbook is made of besides its rows: sheets and their order, columns and their order, merged cells, rows above
 * the data, and the order of rows where it counts.
 *
 * @param parts one text for each such thing
 */
record Structure(List<String> parts) {

    /** The structure of a workbook; rows that both it and another have are named by their place in that other. */
    static Structure of(List<Sheet> sheets, List<Sheet> other) {
        List<String> parts = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheet.name().equals(WorkbookCopy.OWN_SHEET)) {
                continue;
            }
            Grid grid = GridReader.read(sheet);
            parts.add("sheet " + sheet.name());
            if (grid.shape() != Grid.Shape.PLAIN) {
                grid.columns().forEach(c -> parts.add("column " + name(c)));
                grid.rows().stream().filter(r -> r.part() != Grid.Part.DATA).forEach(r -> parts.add("row " + r.id()));
            }
            if (grid.shape() == Grid.Shape.LIST) {
                other.stream()
                        .filter(s -> s.name().equals(sheet.name()))
                        .findFirst()
                        .ifPresent(s -> parts.addAll(order(grid, GridReader.read(s))));
            }
        }
        return new Structure(List.copyOf(parts));
    }

    /** A header stands for the column, so that a changed technical text is a changed cell. */
    private static String name(Grid.Column column) {
        return column.header().isEmpty() ? column.key() : column.header();
    }

    private static List<String> order(Grid grid, Grid other) {
        Map<String, Integer> places = new HashMap<>();
        other.rows(Grid.Part.DATA).forEach(r -> places.put(r.key(), r.number()));
        List<Grid.Row> common = grid.rows(Grid.Part.DATA).stream()
                .filter(r -> places.containsKey(r.key()))
                .toList();
        return Sequences.moved(common.stream().map(r -> places.get(r.key())).toList())
                        .isEmpty()
                ? List.of()
                : common.stream().map(r -> "order " + r.key()).toList();
    }

    /** What of another structure this one lacks, and the other way round, for a person. */
    String against(Structure other) {
        List<String> said = new ArrayList<>();
        parts.stream().filter(p -> !other.parts.contains(p)).forEach(p -> said.add("+ " + p));
        other.parts.stream().filter(p -> !parts.contains(p)).forEach(p -> said.add("- " + p));
        return said.isEmpty() ? "order" : String.join(", ", said.subList(0, Math.min(said.size(), 6)));
    }
}
