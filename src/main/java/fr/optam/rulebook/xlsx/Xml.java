package fr.optam.rulebook.xlsx;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A streaming XML reader that knows neither document types nor entities. */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();
    private static final Set<String> SPREADSHEET = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main");

    private Xml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static XMLStreamReader open(byte[] part) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    /** Next event; a document type or an entity reference is refused. */
    static int next(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw WorkbookRefused.of(
                    "XML_ENTITY",
                    "",
                    "déclare un type de document ou une entité, ce dont aucun classeur n’a besoin",
                    "declares a document type or an entity, which no workbook needs");
        }
        return event;
    }

    /** Name of the element if it is one of a spreadsheet, {@code ""} if it is one of an extension. */
    static String element(XMLStreamReader xml) {
        return SPREADSHEET.contains(String.valueOf(xml.getNamespaceURI())) ? xml.getLocalName() : "";
    }

    /** Attribute by local name, {@code ""} if absent. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
