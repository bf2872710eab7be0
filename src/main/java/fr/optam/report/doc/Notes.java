package fr.optam.report.doc;

import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sheet {@code Notes} of a workbook says of its table, in the language of the analysts. A workbook without that
 * sheet, or with another order in it, just says less.
 *
 * @param title first line
 * @param facts lines with a name, {@code Qui la lit}, below the first heading
 * @param columns what each column holds, by its header
 * @param codes words of the codes of each column, by its header
 * @param limits lines below the heading of limits
 */
record Notes(
        String title,
        Map<String, String> facts,
        Map<String, String> columns,
        Map<String, Map<String, String>> codes,
        List<String> limits) {
    private static final String SHEET = "Notes";
    private static final String ABOUT = "Objet";
    private static final String COLUMNS = "Colonnes";
    private static final String LIMITS = "Limites et réserves";
    private static final String CODES = "Codes\u00A0: ";

    /** Reads the notes of a workbook's bytes. */
    static Notes read(byte[] workbook) {
        Notes notes =
                new Notes("", new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        try {
            for (Sheet sheet : XlsxReader.read(workbook)) {
                if (sheet.name().equals(SHEET)) {
                    return notes.filled(sheet);
                }
            }
        } catch (WorkbookRefused read) {
            return notes;
        }
        return notes;
    }

    private Notes filled(Sheet sheet) {
        String heading = "";
        for (int row = 2; row <= sheet.lastRow(); row++) {
            String name = sheet.text(row, 1).strip();
            String text = sheet.text(row, 2).strip();
            if (text.isEmpty()) {
                heading = name.isEmpty() ? heading : name;
            } else if (heading.equals(ABOUT)) {
                facts.put(name, text);
            } else if (heading.equals(COLUMNS)) {
                columns.put(name, text);
                codes.put(name, codes(text));
            } else if (heading.equals(LIMITS)) {
                limits.add(text);
            }
        }
        return new Notes(sheet.text(1, 1).strip(), facts, columns, codes, limits);
    }

    /** {@code Codes : K (majoration) ; T (autre (mot)).} as words by code. */
    private static Map<String, String> codes(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        int at = text.replace(' ', '\u00A0').indexOf(CODES.strip().replace(' ', '\u00A0'));
        String rest = at < 0 ? "" : text.substring(Math.min(text.length(), at + CODES.length()));
        int depth = 0;
        int start = 0;
        int open = -1;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '(') {
                open = depth++ == 0 ? i : open;
            } else if (c == ')' && --depth == 0 && open > start) {
                words.put(bare(rest.substring(start, open)), rest.substring(open + 1, i));
                start = i + 1;
            } else if (c == '.' && depth == 0) {
                break;
            }
        }
        return words;
    }

    private static String bare(String code) {
        return code.replace('\u00A0', ' ').replace(";", " ").strip();
    }
}
