package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a sheet offers for cells, and so what it declares that they may hold.
 *
 * @param firstRow first row, from 1
 * @param lastRow last row
 * @param firstColumn first column, from 1
 * @param lastColumn last column
 * @param values values offered, in their order
 */
public record DropDown(int firstRow, int lastRow, int firstColumn, int lastColumn, List<String> values) {
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Z]{1,3})\\$?([0-9]{1,7}))?");

    /** Those of a validation; none if it takes its values from elsewhere. */
    static List<DropDown> of(String ranges, String formula) {
        List<DropDown> all = new ArrayList<>();
        if (formula.length() < 3 || !formula.startsWith("\"") || !formula.endsWith("\"")) {
            return all;
        }
        List<String> values = SEPARATOR
                .splitAsStream(formula.substring(1, formula.length() - 1))
                .map(String::strip)
                .toList();
        for (String range : ranges.split(" ")) {
            Matcher m = RANGE.matcher(range);
            if (m.matches()) {
                int row = Integer.parseInt(m.group(2));
                int column = column(m.group(1));
                all.add(new DropDown(
                        row,
                        m.group(4) == null ? row : Integer.parseInt(m.group(4)),
                        column,
                        m.group(3) == null ? column : column(m.group(3)),
                        values));
            }
        }
        return all;
    }

    private static int column(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }

    boolean covers(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
