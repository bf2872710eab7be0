package fr.optam.rulebook.table;

import fr.optam.rulebook.RulebookProblem;
import fr.optam.rulebook.xlsx.Cell;
import java.util.List;
import java.util.Locale;

/** Collects the mistakes of one workbook, so that a person sees all of them at once; past a hundred the rest is left out. */
final class SheetProblems {
    private static final int MOST = 100;
    private static final int SHOWN = 80;

    private final String file;
    private final String sheet;
    private final List<RulebookProblem> problems;
    private int found;

    SheetProblems(String file, String sheet, List<RulebookProblem> problems) {
        this.file = file;
        this.sheet = sheet;
        this.problems = problems;
    }

    /** Number of mistakes found. */
    int found() {
        return found;
    }

    void at(int row, int column, String code, String message, String hint) {
        at(Cell.address(row, column), code, message, hint);
    }

    void at(String address, String code, String message, String hint) {
        found++;
        if (found < MOST) {
            problems.add(RulebookProblem.error(code, file, sheet + "!" + address, message, hint));
        } else if (found == MOST) {
            problems.add(RulebookProblem.error(
                    "MORE_PROBLEMS",
                    file,
                    sheet + "!" + address,
                    "more mistakes from here on than are listed",
                    "Maybe mend the first ones."));
        }
    }

    void at(Cell cell, String code, String message, String hint) {
        at(cell.row(), cell.column(), code, message + ", found «" + visible(cell.text()) + "»", hint);
    }

    /** Shows characters that nobody sees. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (isInvisible(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isInvisible(int c) {
        return c != ' '
                && (Character.getType(c) == Character.FORMAT || Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    /** Whether a cell that holds no prose may be read: no formula, no error, no invisible character, no outer space. */
    boolean plainCell(Cell cell) {
        if (cell.formula() || cell.kind() == Cell.Kind.ERROR) {
            return false;
        }
        if (cell.text().codePoints().anyMatch(SheetProblems::isInvisible)) {
            at(cell, "INVISIBLE_CHARACTER", "a character that nobody sees", "Maybe type the cell again.");
            return false;
        }
        if (!cell.text().equals(cell.text().strip())) {
            at(cell, "OUTER_SPACES", "spaces around the value", "Maybe remove them.");
            return false;
        }
        return true;
    }

    /** Whether a cell holds a code as text; a number, a date or a truth value would have lost how it was typed. */
    boolean isText(Cell cell, String header) {
        if (cell.kind() != Cell.Kind.TEXT) {
            String kind = cell.kind().name().toLowerCase(Locale.ROOT);
            at(
                    cell,
                    "NOT_TEXT",
                    "column «" + header + "»: a " + kind + " stands where a code is wanted",
                    "Maybe format the cell as text and type it again: 04 would be 4.");
            return false;
        }
        return true;
    }

    /** Whether a cell is no percentage; 70 % would be read as 0.7, whatever the column counts. */
    boolean isNoPercentage(Cell cell, String header) {
        if (cell.kind() == Cell.Kind.PERCENT) {
            at(
                    cell,
                    "PERCENT_CELL",
                    "column «" + header + "»: the cell is formatted as a percentage",
                    "Maybe give it a plain number format.");
            return false;
        }
        return true;
    }
}
