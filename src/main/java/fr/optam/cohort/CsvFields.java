package fr.optam.cohort;

import java.util.Arrays;

/** Splits the text of one row into its fields; the fields are reused for the next row. */
final class CsvFields {
    private final char separator;
    private final String[] cells;
    private int count;

    CsvFields(char separator, int width) {
        this.separator = separator;
        this.cells = new String[width];
    }

    /** The fields, valid up to the count. */
    String[] cells() {
        return cells;
    }

    /** The fields of this row. */
    String[] copy() {
        return Arrays.copyOf(cells, count);
    }

    /**
     * Splits.
     *
     * @return number of fields, -1 if a quote is not closed, {@link Integer#MAX_VALUE} if text follows a closed quote
     *     or there are more fields than wanted
     */
    int split(String text) {
        count = 0;
        int at = 0;
        while (true) {
            if (count == cells.length) {
                return Integer.MAX_VALUE;
            }
            int end;
            if (at < text.length() && text.charAt(at) == '"') {
                end = closingQuote(text, at + 1);
                if (end < 0) {
                    return -1;
                }
                cells[count++] = text.substring(at + 1, end).replace("\"\"", "\"");
                end++;
                if (end < text.length() && text.charAt(end) != separator) {
                    return Integer.MAX_VALUE;
                }
            } else {
                end = text.indexOf(separator, at);
                end = end < 0 ? text.length() : end;
                cells[count++] = text.substring(at, end);
            }
            if (end >= text.length()) {
                return count;
            }
            at = end + 1;
        }
    }

    private static int closingQuote(String text, int from) {
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                at = quote + 2;
            } else {
                return quote;
            }
        }
    }
}
