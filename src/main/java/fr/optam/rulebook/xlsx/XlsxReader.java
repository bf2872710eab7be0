package fr.optam.rulebook.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the sheets of an xlsx file with the JDK's streaming XML reader. A workbook is input that anybody may have
 * edited: no document type, no entity, bounded sizes.
 */
public final class XlsxReader {
    private static final int MAX_SHEETS = 16;

    private final Map<String, byte[]> parts;

    private XlsxReader(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Reads every sheet, in the order of the tabs.
     *
     * @param file bytes of the file
     * @throws WorkbookRefused if it is no workbook or not safe to read
     */
    public static List<Sheet> read(byte[] file) throws WorkbookRefused {
        FileKind.check(file);
        XlsxReader reader = new XlsxReader(ZipParts.read(file));
        try {
            return reader.sheets();
        } catch (XMLStreamException e) {
            throw WorkbookRefused.none(
                    "est endommagé (XML illisible : " + firstLine(e.getMessage()) + ")",
                    "holds damaged XML (" + firstLine(e.getMessage()) + ")");
        }
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    private List<Sheet> sheets() throws XMLStreamException, WorkbookRefused {
        Map<String, String> targets = relations();
        List<String> strings = SharedStrings.read(parts.get("xl/sharedStrings.xml"));
        CellStyles styles = CellStyles.read(parts.get("xl/styles.xml"));
        List<Sheet> sheets = new ArrayList<>();
        boolean date1904 = false;
        XMLStreamReader xml = Xml.open(part("xl/workbook.xml"));
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                date1904 = List.of("1", "true").contains(Xml.attribute(xml, "date1904"));
            } else if (xml.getLocalName().equals("sheet")) {
                String target = targets.getOrDefault(Xml.attribute(xml, "id"), "");
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                if (sheets.size() >= MAX_SHEETS) {
                    throw WorkbookRefused.of(
                            "SHEET_TOO_LARGE",
                            "",
                            "contient plus de " + MAX_SHEETS + " feuilles",
                            "holds more than " + MAX_SHEETS + " sheets");
                }
                boolean hidden = !List.of("", "visible").contains(Xml.attribute(xml, "state"));
                sheets.add(new SheetReader(strings, styles, new CellValues(date1904))
                        .read(Xml.attribute(xml, "name"), hidden, part(path)));
            }
        }
        return sheets;
    }

    private byte[] part(String path) throws WorkbookRefused {
        byte[] part = parts.get(path);
        if (part == null) {
            throw WorkbookRefused.none(
                    "n’est pas un fichier xlsx (il manque la partie " + path + ")",
                    "is no xlsx file (no part " + path + ")");
        }
        return part;
    }

    private Map<String, String> relations() throws XMLStreamException, WorkbookRefused {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = Xml.open(part("xl/_rels/workbook.xml.rels"));
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(Xml.attribute(xml, "Id"), Xml.attribute(xml, "Target"));
            }
        }
        return targets;
    }
}
