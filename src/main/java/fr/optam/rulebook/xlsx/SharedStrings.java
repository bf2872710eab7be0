package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The table of texts that cells refer to. */
final class SharedStrings {
    private SharedStrings() {}

    static List<String> read(byte[] part) throws XMLStreamException, WorkbookRefused {
        List<String> strings = new ArrayList<>();
        if (part == null) {
            return strings;
        }
        XMLStreamReader xml = Xml.open(part);
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
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
                        return text.toString();
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
}
