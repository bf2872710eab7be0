package fr.optam.rulebook.xlsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date or a time, and which as a percentage. */
final class CellStyles {
    private static final Set<Integer> GROUPED = Set.of(3, 4, 5, 6, 7, 8, 11, 37, 38, 39, 40, 41, 42, 43, 44, 48);

    private final Set<Integer> dateStyles = new HashSet<>();
    private final Set<Integer> percentStyles = new HashSet<>();
    private final Map<Integer, String> oddStyles = new HashMap<>();

    private CellStyles() {}

    static CellStyles read(byte[] part) throws XMLStreamException, WorkbookRefused {
        CellStyles styles = new CellStyles();
        if (part == null) {
            return styles;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean inCellStyles = false;
        int style = 0;
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
                        styles.add(style++, number(xml, "numFmtId"), codes);
                    }
                }
                default -> {
                    // other styling says nothing about the value
                }
            }
        }
        return styles;
    }

    private void add(int style, int format, Map<Integer, String> codes) {
        String code = bare(codes.getOrDefault(format, ""));
        if ((format >= 14 && format <= 22) || (format >= 45 && format <= 47) || showsDate(code)) {
            dateStyles.add(style);
        } else if (format == 9 || format == 10 || code.indexOf('%') >= 0) {
            percentStyles.add(style);
        } else if (GROUPED.contains(format) || isOdd(codes.getOrDefault(format, ""))) {
            oddStyles.put(style, codes.getOrDefault(format, "#,##0"));
        }
    }

    /** Groups of thousands, a currency, words or an exponent beside the digits. */
    private static boolean isOdd(String code) {
        String bare = code.replaceAll("\\[\\$-[0-9A-Fa-f]{1,8}]", "");
        boolean digits = bare.indexOf('#') >= 0 || bare.indexOf('0') >= 0;
        return digits && bare.chars().anyMatch(c -> ",€$£E\"".indexOf(c) >= 0);
    }

    /** The format of a style that shows numbers otherwise than they are read. */
    Optional<String> odd(int style) {
        return Optional.ofNullable(oddStyles.get(style));
    }

    boolean isDate(int style) {
        return dateStyles.contains(style);
    }

    boolean isPercent(int style) {
        return percentStyles.contains(style);
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String text = Xml.attribute(xml, attribute);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
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
