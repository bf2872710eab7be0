package fr.optam.rulebook.xlsx;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the cells of one sheet. */
final class SheetReader {
    private final List<String> strings;
    private final CellStyles styles;
    private final CellValues values;
    private SheetBuilder sheet = new SheetBuilder("", false);
    private int row;
    private int column;

    SheetReader(List<String> strings, CellStyles styles, CellValues values) {
        this.strings = strings;
        this.styles = styles;
        this.values = values;
    }

    Sheet read(String name, boolean hidden, byte[] part) throws XMLStreamException, WorkbookRefused {
        sheet = new SheetBuilder(name, hidden);
        XMLStreamReader xml = Xml.open(part);
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (Xml.element(xml)) {
                case "row" -> startRow(xml);
                case "c" -> readCell(xml);
                case "col" -> hide(xml);
                case "dataValidation" -> dropDown(xml);
                case "mergeCell" -> sheet.merge(Xml.attribute(xml, "ref"));
                default -> {
                    // layout says nothing about the content
                }
            }
        }
        return sheet.build();
    }

    private void startRow(XMLStreamReader xml) throws WorkbookRefused {
        String number = Xml.attribute(xml, "r");
        if (!number.isEmpty() && (!Digits.are(number, 7) || number.charAt(0) == '0')) {
            throw WorkbookRefused.none("contient une ligne numérotée " + number, "holds a row with number " + number);
        }
        row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
        column = 0;
        if (yes(xml, "hidden") || Digits.areZero(Xml.attribute(xml, "ht"))) {
            sheet.hideRow(row);
        }
    }

    private void hide(XMLStreamReader xml) {
        String first = Xml.attribute(xml, "min");
        String last = Xml.attribute(xml, "max");
        boolean range = Digits.are(first, 5) && Digits.are(last, 5);
        if (range && (yes(xml, "hidden") || Digits.areZero(Xml.attribute(xml, "width")))) {
            for (int c = Integer.parseInt(first);
                    c <= Math.min(SheetBuilder.MAX_COLUMNS, Integer.parseInt(last));
                    c++) {
                sheet.hideColumn(c);
            }
        }
    }

    private void dropDown(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        boolean list = Xml.attribute(xml, "type").equals("list");
        String ranges = Xml.attribute(xml, "sqref");
        String formula = "";
        while (!(Xml.next(xml) == XMLStreamConstants.END_ELEMENT
                && Xml.element(xml).equals("dataValidation"))) {
            if (xml.isStartElement() && Xml.element(xml).equals("formula1")) {
                formula = xml.getElementText();
            }
        }
        if (list) {
            sheet.offer(ranges, formula);
        }
    }

    private static boolean yes(XMLStreamReader xml, String attribute) {
        return List.of("1", "true").contains(Xml.attribute(xml, attribute));
    }

    private void readCell(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        String address = Xml.attribute(xml, "r");
        column = address.isEmpty() ? column + 1 : columnOf(address);
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        boolean formula = false;
        String value = "";
        String inline = "";
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (Xml.element(xml)) {
                    case "f" -> formula = true;
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = SharedStrings.text(xml, "is");
                    default -> {
                        // extensions are not content
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && Xml.element(xml).equals("c")) {
                break;
            }
        }
        if (type.equals("inlineStr")) {
            value = inline;
        }
        if (formula || !value.isEmpty()) {
            sheet.add(cell(type, style, value, formula));
        }
    }

    private Cell cell(String type, String style, String value, boolean formula) throws WorkbookRefused {
        if (value.isEmpty()) {
            return new Cell(row, column, Cell.Kind.TEXT, "", formula);
        }
        return switch (type) {
            case "s" -> new Cell(row, column, Cell.Kind.TEXT, shared(value), formula);
            case "inlineStr" -> new Cell(row, column, Cell.Kind.TEXT, value, formula);
            case "str" -> new Cell(row, column, Cell.Kind.TEXT, SharedStrings.decoded(value), formula);
            case "b" -> new Cell(row, column, Cell.Kind.BOOLEAN, value.equals("1") ? "true" : "false", formula);
            case "e" -> new Cell(row, column, Cell.Kind.ERROR, value, formula);
            case "d" ->
                new Cell(row, column, Cell.Kind.DATE, value.length() > 10 ? value.substring(0, 10) : value, formula);
            default -> {
                styles.odd(style).ifPresent(format -> sheet.format(row, column, format));
                yield values.number(row, column, styles.kind(style), value, formula);
            }
        };
    }

    private String shared(String index) throws WorkbookRefused {
        if (!Digits.are(index, 9) || Integer.parseInt(index) >= strings.size()) {
            throw WorkbookRefused.none(
                    "renvoie en " + Cell.address(row, column) + " à un texte qu’il ne contient pas",
                    "refers to a text that it does not hold at " + Cell.address(row, column));
        }
        return strings.get(Integer.parseInt(index));
    }

    private int columnOf(String address) throws WorkbookRefused {
        int number = 0;
        int i = 0;
        while (i < address.length() && i < 4 && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z') {
            number = number * 26 + address.charAt(i++) - 'A' + 1;
        }
        if (number == 0 || !address.substring(i).equals(String.valueOf(row))) {
            throw WorkbookRefused.none(
                    "contient une cellule d’adresse " + address + " à la ligne " + row,
                    "holds a cell with address " + address + " in row " + row);
        }
        return number;
    }
}
