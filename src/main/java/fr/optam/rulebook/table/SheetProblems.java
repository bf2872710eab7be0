package fr.optam.rulebook.table;

import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.xlsx.Cell;
import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one workbook, so that a person sees all of them at once. */
final class SheetProblems {
    private final String file;
    private final String sheet;
    private final List<RulebookProblem> problems;

    SheetProblems(String file, String sheet, List<RulebookProblem> problems) {
        this.file = file;
        this.sheet = sheet;
        this.problems = problems;
    }

    void at(int row, int column, String code, String message, String hint) {
        problems.add(new RulebookProblem(code, file, sheet + "!" + Cell.address(row, column), message, hint));
    }

    void at(Cell cell, String code, String message, String hint) {
        at(cell.row(), cell.column(), code, message + ", found «" + visible(cell.text()) + "»", hint);
    }

    void whole(String code, String message, String hint) {
        problems.add(new RulebookProblem(code, file, "", message, hint));
    }

    /** Shows characters that nobody sees. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(80).forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (Character.getType(c) == Character.FORMAT
                    || Character.isISOControl(c)
                    || (Character.isSpaceChar(c) && c != ' ')) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Reads what every kind of cell must obey: no formula, no error value, no invisible character. */
    boolean plainCell(Cell cell) {
        int before = problems.size();
        if (cell.formula()) {
            at(cell, "FORMULA_CELL", "a formula stands where a value is wanted", "Maybe paste the value.");
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            at(cell, "ERROR_CELL", "an error value stands where a value is wanted", "");
        }
        if (!visible(cell.text()).equals(cell.text().length() > 80 ? cell.text().substring(0, 80) : cell.text())) {
            at(cell, "INVISIBLE_CHARACTER", "a character that nobody sees", "Maybe type the cell again.");
        } else if (!cell.text().equals(cell.text().strip())) {
            at(cell, "OUTER_SPACES", "spaces around the value", "Maybe remove them.");
        }
        return problems.size() == before;
    }

    /** Problems found so far. */
    List<RulebookProblem> all() {
        return new ArrayList<>(problems);
    }
}
