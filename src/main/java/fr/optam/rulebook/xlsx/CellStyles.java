package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date or a time, and which as a percentage. */
public final class CellStyles {
    private final List<Cell.Kind> kinds = new ArrayList<>();

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
                        int format = number(xml, "numFmtId");
                        styles.kinds.add(kind(format, codes.getOrDefault(format, "")));
                    }
                }
                default -> {
                    // other styling says nothing about the value
                }
            }
        }
        return styles;
    }

    /** What a number of a style is shown as; {@code style} is its index, or anything else for none. */
    Cell.Kind kind(String style) {
        int index = style.matches("[0-9]{1,9}") ? Integer.parseInt(style) : -1;
        return index >= 0 && index < kinds.size() ? kinds.get(index) : Cell.Kind.NUMBER;
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
