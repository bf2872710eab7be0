package fr.optam.rulebook.xlsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date or a time. */
final class DateFormats {
    private final Set<Integer> dateStyles = new HashSet<>();

    private DateFormats() {}

    static DateFormats read(byte[] part) throws XMLStreamException, WorkbookRefused {
        DateFormats formats = new DateFormats();
        if (part == null) {
            return formats;
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
                    if (inCellStyles && isDate(number(xml, "numFmtId"), codes)) {
                        formats.dateStyles.add(style);
                    }
                    style += inCellStyles ? 1 : 0;
                }
                default -> {
                    // other styling says nothing about the value
                }
            }
        }
        return formats;
    }

    boolean isDate(int style) {
        return dateStyles.contains(style);
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String text = Xml.attribute(xml, attribute);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static boolean isDate(int format, Map<Integer, String> codes) {
        if ((format >= 14 && format <= 22) || (format >= 45 && format <= 47)) {
            return true;
        }
        String code = codes.getOrDefault(format, "");
        String bare = code.replaceAll("\"[^\"]*\"", "").replaceAll("\\\\.", "").replaceAll("\\[[^\\]]*\\]", "");
        return !bare.equalsIgnoreCase("general") && bare.toLowerCase(java.util.Locale.ROOT).matches(".*[ymdhs].*");
    }
}
