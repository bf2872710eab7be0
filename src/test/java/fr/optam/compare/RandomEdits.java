package fr.optam.compare;

import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Random edits of a workbook of the rulebook, and what a comparison must say of each. */
final class RandomEdits {
    /** A workbook after edits, and one line for each of them. */
    record Edited(byte[] file, Set<String> said) {}

    private final Random random;
    private final Set<String> taken = new TreeSet<>();
    private int next = 1;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    static List<Sheet> read(byte[] file) {
        try {
            return XlsxReader.read(file);
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    /**
     * RandomEdits a workbook. No two edits of one object touch the same row, nor do edits of a second call touch a row of the
     * first.
     *
     * @param side letter of new ids
     */
    Edited edit(byte[] file, int times, String side) {
        Set<String> said = new TreeSet<>();
        try (WorkbookCopy copy = WorkbookCopy.open(file)) {
            Grid grid = GridReader.read(read(file).get(0));
            List<Grid.Row> rows = new ArrayList<>(grid.rows(Grid.Part.DATA));
            rows.removeIf(r -> taken.contains(r.id()));
            Collections.shuffle(rows, random);
            rows = new ArrayList<>(rows.subList(0, Math.min(times, rows.size() / 2)));
            rows.sort(Comparator.comparingInt(Grid.Row::number).reversed());
            for (Grid.Row row : rows) {
                taken.add(row.id());
                switch (random.nextInt(4)) {
                    case 0 -> delete(copy, grid, row, said);
                    case 1 -> insert(copy, grid, row, said, side);
                    default -> change(copy, grid, row, said);
                }
            }
            return new Edited(copy.bytes(), said);
        } catch (WorkbookRefused e) {
            throw new AssertionError(e);
        }
    }

    /** Some workbooks of each kind, the small ones among them. */
    static List<Path> workbooks() throws IOException {
        List<Path> small = new ArrayList<>();
        for (Path path : Shipped.workbooks()) {
            if (Files.size(path) < 13_000) {
                small.add(path);
            }
        }
        return IntStream.range(0, small.size())
                .filter(i -> i % 6 == 1)
                .mapToObj(small::get)
                .toList();
    }

    private void delete(WorkbookCopy copy, Grid grid, Grid.Row row, Set<String> said) {
        copy.deleteRow(grid.sheet(), row.number());
        said.add("ROW_REMOVED " + row.id());
    }

    private void insert(WorkbookCopy copy, Grid grid, Grid.Row row, Set<String> said, String side) {
        String id = "NEW-" + side + "-" + String.format(java.util.Locale.ROOT, "%03d", next++);
        copy.insertRow(grid.sheet(), row.number() + 1);
        for (Grid.Column column : grid.columns()) {
            String text = column.key().equals(grid.idKey()) ? id : "n" + random.nextInt(1000);
            copy.setCell(grid.sheet(), Cell.address(row.number() + 1, column.number()), text);
        }
        taken.add(id);
        said.add("ROW_ADDED " + id);
    }

    private void change(WorkbookCopy copy, Grid grid, Grid.Row row, Set<String> said) {
        List<Grid.Column> columns = new ArrayList<>(grid.columns());
        columns.removeIf(c -> c.key().equals(grid.idKey()));
        Grid.Column column = columns.get(random.nextInt(columns.size()));
        CellValue old = row.cell(column.key());
        String text = random.nextInt(5) == 0 && !old.isNone() ? "" : "v" + random.nextInt(1000);
        copy.setCell(grid.sheet(), Cell.address(row.number(), column.number()), text);
        said.add("CELL_CHANGED " + row.id() + " " + column.key() + " " + old.shown() + " -> " + text);
    }

    /** What a comparison says, in the same words. */
    static Set<String> said(byte[] before, byte[] after) {
        Set<String> said = new TreeSet<>();
        Grid grid = GridReader.read(read(after).get(0));
        RulebookDiff diff = Comparison.of(
                Edition.single("a", "decision-tables/x/t.xlsx", "t.xlsx", before),
                Edition.single("b", "decision-tables/x/t.xlsx", "t.xlsx", after));
        for (Change change : diff.changes()) {
            String cell = change.after().cell();
            String key = cell.isEmpty()
                    ? ""
                    : grid.columns().stream()
                            .filter(c -> cell.equals(Cell.address(row(cell), c.number())))
                            .findFirst()
                            .map(Grid.Column::key)
                            .orElse("");
            said.add(change.kind() + " " + change.row()
                    + (change.kind() == Change.Kind.CELL_CHANGED
                            ? " " + key + " " + change.old() + " -> " + change.now()
                            : ""));
        }
        return said;
    }

    private static int row(String address) {
        return Integer.parseInt(address.replaceAll("[A-Z]", ""));
    }

    /** What the first sheet says: rows by id, cells by column. */
    static List<String> content(byte[] file) {
        List<String> lines = new ArrayList<>();
        for (Sheet sheet : read(file)) {
            Grid grid = GridReader.read(sheet);
            for (Grid.Row row : grid.rows()) {
                row.cells()
                        .forEach((key, value) ->
                                lines.add(grid.sheet() + " " + row.id() + " " + key + " " + value.shown()));
            }
        }
        return lines;
    }
}
