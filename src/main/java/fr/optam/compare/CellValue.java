package fr.optam.compare;

import fr.optam.rulebook.xlsx.Cell;
import java.util.List;

/**
 * What a cell says, without how it looks.
 *
 * @param kind what the file says it holds; a percentage is a number
 * @param text text, plain decimal, ISO date or time; empty if the cell holds nothing
 * @param formula whether a formula computed it
 */
public record CellValue(Cell.Kind kind, String text, boolean formula) {
    /** A cell that holds nothing. */
    public static final CellValue NONE = new CellValue(Cell.Kind.TEXT, "", false);

    /** The value of a cell; line ends are those of the rulebook's fingerprint. */
    public static CellValue of(Cell cell) {
        Cell.Kind kind = cell.kind() == Cell.Kind.PERCENT ? Cell.Kind.NUMBER : cell.kind();
        return new CellValue(kind, cell.text().replace("\r\n", "\n"), cell.formula());
    }

    /** Whether the cell holds nothing. */
    public boolean isNone() {
        return text.isEmpty() && !formula;
    }

    /** As a line of text shows it; a formula shows the sign of one. */
    public String shown() {
        String line = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return (formula ? "=" : "") + line;
    }

    /** How alike two values are, from 0 to 100. */
    int likeness(CellValue other) {
        if (equals(other)) {
            return 100;
        }
        int most = Math.max(text.length(), other.text.length());
        int least = Math.min(text.length(), other.text.length());
        int same = 0;
        while (same < least && text.charAt(same) == other.text.charAt(same)) {
            same++;
        }
        int head = same;
        while (same < least
                && text.charAt(text.length() - 1 - (same - head))
                        == other.text.charAt(other.text.length() - 1 - (same - head))) {
            same++;
        }
        return most == 0 ? 90 : 90 * same / most;
    }

    /** Kinds whose name must be said where the text alone shows no difference. */
    static boolean sameKind(List<CellValue> values) {
        return values.stream().map(CellValue::kind).distinct().count() < 2;
    }
}
