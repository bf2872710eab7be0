package fr.optam.compare;

import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.List;

/**
 * A workbook as text that a line-based comparison understands: one line a cell, by id and header rather than by address,
 * so that an inserted row moves no other line.
 */
public final class CellLines {
    private CellLines() {}

    /**
     * The lines of a workbook.
     *
     * @throws WorkbookRefused if it is none
     */
    public static String of(byte[] file) throws WorkbookRefused {
        StringBuilder lines = new StringBuilder();
        List<Sheet> sheets = file.length == 0 ? List.of() : XlsxReader.read(file);
        for (int i = 0; i < sheets.size(); i++) {
            Grid grid = GridReader.read(sheets.get(i));
            String prefix = grid.shape() == Grid.Shape.PLAIN || i > 0 ? grid.sheet() + "!" : "";
            for (Grid.Row row : grid.rows()) {
                row.cells().forEach((key, value) -> {
                    String header = grid.column(key).map(Grid.Column::shown).orElse(key.replace("@", ""));
                    String id = row.id().isEmpty() ? "" : row.id() + " | ";
                    lines.append(prefix)
                            .append(id)
                            .append(header)
                            .append(" | ")
                            .append(value.shown())
                            .append('\n');
                });
            }
        }
        return lines.toString();
    }
}
