package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date or a time, and which as a percentage. */
public final class CellStyles {
    private static final Set<Integer> GROUPED = Set.of(3, 4, 5, 6, 7, 8, 11, 37, 38, 39, 40, 41, 42, 43, 44, 48);

    private static final Pattern LOCALE = Pattern.compile("\\[\\$-[0-9A-Fa-f]{1,8}]");

    private final List<Cell.Kind> kinds = new ArrayList<>();
    private final Map<Integer, String> oddStyles = new HashMap<>();

    private CellStyles() {}

    static CellStyles read(byte[] part) throws XMLStreamException, WorkbookRefused {
        CellStyles styles = new CellStyles();
        if (part == null) {
            return styles;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean inCellStyles = false;
        XMLStreamReader xml = Xml.open(part);
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (!xml.isStartElement()) {
                if (xml.isEndElement() && xml.getLocalName().equals("cellXfs")) {
                    inCellStyles = false;
                }
                continue;
            }
            switch (xml.getLocalName()) {
                case "numFmt" -> codes.put(number(xml, "numFmtId"), Xml.attribute(xml, "formatCode"));
                case "cellXfs" -> inCellStyles = true;
                case "xf" -> {
                    if (inCellStyles) {
                        styles.add(number(xml, "numFmtId"), codes);
                    }
                }
                default -> {
                    // other styling says nothing about the value
                }
            }
        }
        return styles;
    }

    private void add(int format, Map<Integer, String> codes) {
        String code = codes.getOrDefault(format, "");
        odd(format, code).ifPresent(odd -> oddStyles.put(kinds.size(), odd));
        kinds.add(kind(format, code));
    }

    /**
     * What a number format shows: date, percentage or number.
     *
     * @param format number of a format that every spreadsheet program knows, or of an own one
     * @param code the format in letters, empty for those that every program knows
     */
    public static Cell.Kind kind(int format, String code) {
        String bare = bare(code);
        if ((format >= 14 && format <= 22) || (format >= 45 && format <= 47) || showsDate(bare)) {
            return Cell.Kind.DATE;
        }
        return format == 9 || format == 10 || bare.indexOf('%') >= 0 ? Cell.Kind.PERCENT : Cell.Kind.NUMBER;
    }

    /** A number format that shows numbers otherwise than they are read, in letters. */
    public static Optional<String> odd(int format, String code) {
        boolean odd = kind(format, code) == Cell.Kind.NUMBER && (GROUPED.contains(format) || isOdd(code));
        return odd ? Optional.of(code.isEmpty() ? "#,##0" : code) : Optional.empty();
    }

    /** What a number of a style is shown as; {@code style} is its index, or anything else for none. */
    Cell.Kind kind(String style) {
        int index = index(style);
        return index >= 0 && index < kinds.size() ? kinds.get(index) : Cell.Kind.NUMBER;
    }

    private static int index(String style) {
        return Digits.are(style, 9) ? Integer.parseInt(style) : -1;
    }

    /** Groups of thousands, a currency, words or an exponent beside the digits. */
    private static boolean isOdd(String code) {
        String bare = LOCALE.matcher(code).replaceAll("");
        boolean digits = bare.indexOf('#') >= 0 || bare.indexOf('0') >= 0;
        return digits && bare.chars().anyMatch(c -> ",€$£E\"".indexOf(c) >= 0);
    }

    /** The format of a style that shows numbers otherwise than they are read. */
    Optional<String> odd(String style) {
        return Optional.ofNullable(oddStyles.get(index(style)));
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String text = Xml.attribute(xml, attribute);
        return Digits.are(text, 9) ? Integer.parseInt(text) : 0;
    }

    private static boolean showsDate(String bare) {
        return !bare.equalsIgnoreCase("general") && bare.chars().anyMatch(c -> "ymdhsYMDHS".indexOf(c) >= 0);
    }

    /** A format without what it shows literally: quoted words, escaped and skipped characters, brackets. */
    private static String bare(String code) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            int end = c == '"' ? code.indexOf('"', i + 1) : c == '[' ? code.indexOf(']', i + 1) : -1;
            if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (end > 0) {
                i = end;
            } else {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
