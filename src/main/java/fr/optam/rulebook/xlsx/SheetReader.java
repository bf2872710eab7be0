package fr.optam.rulebook.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the cells of one sheet. */
final class SheetReader {
    private static final int MAX_ROWS = 200_000;
    private static final int MAX_COLUMNS = 256;
    private static final int MAX_CELLS = 2_000_000;
    private static final int MAX_TEXT = 32_767;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(1440);

    private final List<String> strings;
    private final DateFormats formats;
    private final LocalDate epoch;
    private final List<Cell> cells = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private int row;
    private int column;

    SheetReader(List<String> strings, DateFormats formats, boolean date1904) {
        this.strings = strings;
        this.formats = formats;
        this.epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
    }

    Sheet read(String name, byte[] part) throws XMLStreamException, WorkbookRefused {
        XMLStreamReader xml = Xml.open(part);
        while (Xml.next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> startRow(xml);
                case "c" -> readCell(xml);
                case "mergeCell" -> merged.add(Xml.attribute(xml, "ref"));
                default -> {
                    // layout says nothing about the content
                }
            }
        }
        return new Sheet(name, cells, merged, hiddenRows);
    }

    private void startRow(XMLStreamReader xml) throws WorkbookRefused {
        String number = Xml.attribute(xml, "r");
        row = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : row + 1;
        column = 0;
        if (List.of("1", "true").contains(Xml.attribute(xml, "hidden"))) {
            hiddenRows.add(row);
        }
    }

    private void readCell(XMLStreamReader xml) throws XMLStreamException, WorkbookRefused {
        String address = Xml.attribute(xml, "r");
        column = address.isEmpty() ? column + 1 : columnOf(address);
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        boolean formula = false;
        String value = null;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = SharedStrings.text(xml, "is");
                    default -> {
                        // extensions are not content
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (value == null || (value.isEmpty() && !formula)) {
            return;
        }
        Cell cell = cell(type, style, value, formula);
        if (cell.text().isEmpty()) {
            return;
        }
        if (row > MAX_ROWS || column > MAX_COLUMNS || cells.size() >= MAX_CELLS || cell.text().length() > MAX_TEXT) {
            throw new WorkbookRefused(
                    "SHEET_TOO_LARGE", "cell " + Cell.address(row, column) + " is past the size that a table may have");
        }
        cells.add(cell);
    }

    private Cell cell(String type, String style, String value, boolean formula) throws WorkbookRefused {
        return switch (type) {
            case "s" -> new Cell(row, column, Cell.Kind.TEXT, shared(value), formula);
            case "inlineStr", "str" -> new Cell(row, column, Cell.Kind.TEXT, value, formula);
            case "b" -> new Cell(row, column, Cell.Kind.BOOLEAN, value.equals("1") ? "true" : "false", formula);
            case "e" -> new Cell(row, column, Cell.Kind.ERROR, value, formula);
            case "d" -> new Cell(row, column, Cell.Kind.DATE, value.length() > 10 ? value.substring(0, 10) : value, formula);
            default -> number(style, value, formula);
        };
    }

    private String shared(String index) throws WorkbookRefused {
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= strings.size()) {
            throw new WorkbookRefused("NOT_A_WORKBOOK", "refers to a text that it does not hold at " + Cell.address(row, column));
        }
        return strings.get(Integer.parseInt(index));
    }

    private Cell number(String style, String value, boolean formula) throws WorkbookRefused {
        BigDecimal number;
        try {
            if (value.length() > 40) {
                throw new NumberFormatException();
            }
            number = shortest(new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw new WorkbookRefused("NOT_A_WORKBOOK", "holds no number at " + Cell.address(row, column));
        }
        boolean date = style.matches("[0-9]{1,9}") && formats.isDate(Integer.parseInt(style));
        if (date && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(3_000_000)) < 0) {
            return new Cell(row, column, Cell.Kind.DATE, dateText(number), formula);
        }
        return new Cell(row, column, Cell.Kind.NUMBER, number.toPlainString(), formula);
    }

    /** Spreadsheets store binary fractions with up to 17 digits; 15 are what a person typed. */
    private static BigDecimal shortest(BigDecimal number) throws WorkbookRefused {
        BigDecimal short15 = number.round(new java.math.MathContext(15, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        if (Math.abs((long) short15.scale()) > 30) {
            return BigDecimal.ZERO;
        }
        return short15.scale() < 0 ? short15.setScale(0, RoundingMode.UNNECESSARY) : short15;
    }

    private String dateText(BigDecimal serial) {
        BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
        BigDecimal fraction = serial.subtract(days);
        int minutes = fraction.multiply(MINUTES_A_DAY).setScale(0, RoundingMode.HALF_UP).intValueExact();
        LocalDate day = epoch.plusDays(days.longValueExact());
        if (minutes == 0 && days.signum() > 0) {
            return day.toString();
        }
        String time = minutes == 1440 ? "24:00" : LocalTime.MIDNIGHT.plusMinutes(minutes).toString();
        return days.signum() == 0 ? time : day + "T" + time;
    }

    private int columnOf(String address) throws WorkbookRefused {
        int number = 0;
        for (int i = 0; i < address.length() && i < 4 && address.charAt(i) >= 'A'; i++) {
            number = number * 26 + address.charAt(i) - 'A' + 1;
        }
        if (number == 0) {
            throw new WorkbookRefused("NOT_A_WORKBOOK", "holds a cell with address " + address);
        }
        return number;
    }
}
