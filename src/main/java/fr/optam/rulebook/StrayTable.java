package fr.optam.rulebook;

import fr.optam.rulebook.book.WorkbookReader;
import fr.optam.rulebook.table.RuleTableReader;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A workbook whose name or folder keeps it from being read: what it holds is judged all the same, and is no part of the rulebook. */
final class StrayTable {
    private StrayTable() {}

    /**
     * The cell that says what kind of workbook it is; empty if the file is none.
     *
     * @param problems takes the mistakes of a rule table in it
     */
    static String place(Path path, String shown, List<RulebookProblem> problems) throws IOException {
        String name = path.getFileName().toString();
        if (WorkbookReader.end(name.toLowerCase(Locale.ROOT)).isEmpty()) {
            return "";
        }
        List<Sheet> sheets;
        try {
            sheets = WorkbookReader.read(name.toLowerCase(Locale.ROOT), Files.readAllBytes(path));
        } catch (WorkbookRefused e) {
            problems.add(RulebookProblem.error(e.code(), shown, e.place(), e.said(), e.hint()));
            return "";
        }
        if (sheets.isEmpty()) {
            return "";
        }
        Sheet first = sheets.get(0);
        Optional<Cell> table = cells(first, "RuleTable");
        if (table.isPresent()) {
            RuleTableReader.read(shown, shown, first, problems);
        }
        return first.name() + "!"
                + table.or(() -> cells(first, "")).map(Cell::address).orElse("A1");
    }

    private static Optional<Cell> cells(Sheet sheet, String start) {
        return sheet.rows().values().stream()
                .flatMap(row -> row.values().stream())
                .filter(cell -> cell.text().startsWith(start))
                .findFirst();
    }
}
