package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The table of texts that cells refer to. */
final class SharedStrings {
    private static final int ESCAPE = "_x000D_".length();

    private SharedStrings() {}

    static List<String> read(byte[] part) throws XMLStreamException, WorkbookRefused {
        List<String> strings = new ArrayList<>();
        if (part == null) {
            return strings;
        }
        XMLStreamReader xml = Xml.open(part);
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text(xml, "si"));
            }
        }
        return strings;
    }

    /** Text of all runs up to the end of an element; phonetic hints are left out. */
    static String text(XMLStreamReader xml, String end) throws XMLStreamException, WorkbookRefused {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean phonetic = false;
        while (true) {
            switch (Xml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    phonetic |= xml.getLocalName().equals("rPh");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic = false;
                    } else if (xml.getLocalName().equals(end)) {
                        return decoded(text.toString());
                    }
                }
                default -> {
                    if (inText && !phonetic && xml.hasText()) {
                        text.append(xml.getText());
                    }
                }
            }
        }
    }

    /** Spreadsheets write characters that XML can't hold as {@code _x000D_}. */
    static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.substring(0, at));
        for (int i = at; i < text.length(); i++) {
            if (i + ESCAPE <= text.length()
                    && text.startsWith("_x", i)
                    && text.charAt(i + ESCAPE - 1) == '_'
                    && isHex(text, i + 2)) {
                decoded.append((char) Integer.parseInt(text.substring(i + 2, i + ESCAPE - 1), 16));
                i += ESCAPE - 1;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }

    private static boolean isHex(String text, int from) {
        return text.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
