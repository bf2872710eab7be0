package fr.optam.compare;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees the table in a sheet without judging it, so that a broken one can be compared too. */
final class GridReader {
    static final String NAME = "NAME";
    static final String ID = "id";
    private static final String HEADER = "Id";
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\((?:\\$\\w+, )?(?:\"(\\w+)\", )?\"?\\$param\"?\\);?");
    private static final List<String> HEAD = List.of("keyword", "pattern", "snippet", "header");
    private static final int SEARCHED = 100;

    private final Sheet sheet;
    private final Map<Integer, Grid.Column> columns = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private Grid.Shape shape = Grid.Shape.PLAIN;
    private int properties;
    private int heads;

    private GridReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The sheet as a grid. */
    static Grid read(Sheet sheet) {
        return new GridReader(sheet).read();
    }

    private Grid read() {
        int tableRow = tableRow();
        if (tableRow > 0) {
            shape = Grid.Shape.RULES;
            properties = tableRow;
            heads = HEAD.size();
        } else if (sheet.text(1, 1).equals("Table") && !sheet.text(1, 2).isEmpty()) {
            shape = Grid.Shape.LIST;
            properties = 1;
            heads = 2;
        } else if (sheet.text(1, 1).strip().equals(HEADER)) {
            shape = Grid.Shape.NAMED;
            heads = 1;
        }
        for (int number : used()) {
            columns.put(number, column(number));
        }
        List<Grid.Row> rows = new ArrayList<>();
        sheet.rows().forEach((number, cells) -> rows.add(row(number, cells)));
        return new Grid(sheet.name(), shape, List.copyOf(columns.values()), rows);
    }

    private int tableRow() {
        return sheet.rows().headMap(SEARCHED).keySet().stream()
                .filter(row -> sheet.text(row, 1).matches("RuleTable( .*)?"))
                .findFirst()
                .orElse(0);
    }

    private TreeSet<Integer> used() {
        TreeSet<Integer> used = new TreeSet<>();
        sheet.rows().tailMap(properties + 1).forEach((row, cells) -> {
            if (!isPattern(row)) {
                used.addAll(cells.keySet());
            }
        });
        return used;
    }

    private boolean isPattern(int row) {
        return shape == Grid.Shape.RULES && row == properties + 2;
    }

    private Grid.Column column(int number) {
        String letter = "@" + letters(number);
        String header = heads == 0 ? "" : sheet.text(properties + heads, number).strip();
        String key = letter;
        String name = letters(number);
        if (shape == Grid.Shape.RULES) {
            String keyword = sheet.text(properties + 1, number);
            String snippet = sheet.text(properties + 3, number).strip();
            Matcher field = FIELD.matcher(snippet.replaceFirst("^out\\.", ""));
            key = keyword.equals(NAME) ? NAME : snippet.isEmpty() ? letter : keyword + " " + snippet;
            name = keyword.equals(NAME)
                    ? ID
                    : field.matches()
                            ? field.group(field.group(2) == null ? 1 : 2)
                            : snippet.isEmpty() ? name : snippet;
        } else if (shape == Grid.Shape.NAMED && !header.isEmpty()) {
            key = header.equals(HEADER) ? ID : header;
            name = header;
        } else if (shape == Grid.Shape.LIST) {
            String technical =
                    sheet.text(properties + 1, number).split(":", 2)[0].strip();
            key = technical.isEmpty() ? letter : technical;
            name = technical.isEmpty() ? name : technical;
        }
        return new Grid.Column(number, unique(key), name, header);
    }

    private String unique(String key) {
        int times = seen.merge(key, 1, Integer::sum);
        return times == 1 ? key : key + " #" + times;
    }

    private Grid.Row row(int number, SortedMap<Integer, Cell> cells) {
        Map<String, CellValue> values = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        boolean free = number <= properties || isPattern(number);
        int nth = 0;
        for (Cell cell : cells.values()) {
            nth++;
            String key = free
                    ? isPattern(number) ? "@" + nth : "@" + letters(cell.column())
                    : columns.get(cell.column()).key();
            values.put(key, CellValue.of(cell));
            places.put(key, cell.column());
        }
        Grid.Part part = free ? Grid.Part.PROPERTY : number <= properties + heads ? Grid.Part.HEAD : Grid.Part.DATA;
        String id = id(number, part);
        return new Grid.Row(number, part, id, id.isEmpty() ? "" : unique(part + " " + id), values, places);
    }

    private String id(int number, Grid.Part part) {
        if (part == Grid.Part.DATA) {
            String key = shape == Grid.Shape.RULES ? NAME : ID;
            return shape == Grid.Shape.PLAIN
                    ? ""
                    : columns.values().stream()
                            .filter(c -> c.key().equals(key))
                            .map(c -> sheet.text(number, c.number()).strip())
                            .findFirst()
                            .orElse("");
        }
        if (number > properties) {
            return HEAD.get(HEAD.size() - heads + number - properties - 1);
        }
        String property = sheet.text(number, 1).strip();
        return property.startsWith("RuleTable") ? "RuleTable" : property;
    }

    static String letters(int column) {
        String address = Cell.address(1, column);
        return address.substring(0, address.length() - 1);
    }
}
