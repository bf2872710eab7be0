package fr.optam.cohort;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the rows of {@link LeanActs} into the objects that they stand for, so that all acts are read by one reader. */
final class LeanActsReader {
    private static final int MONTH_AND_DAY = 5;
    private static final Set<String> NUMBERS = Set.of("lines", "quantity");
    private static final Set<String> FLAGS = Set.of("c2s", "emergency");

    private static final Set<String> DAYS = Set.of("on", "until");

    private final String year;
    private final FactsProblems problems;
    private List<String> columns = List.of();
    private String[] before = {};

    /** @param year year that days without year are of */
    LeanActsReader(Optional<Long> year, FactsProblems problems) {
        this.year = year.map(known -> known + "-").orElse("");
        this.problems = problems;
    }

    /**
     * The object that an item of the list of acts stands for.
     *
     * @return the item itself if it is no row; {@code null} for the names of the columns, and for what is a problem
     */
    Json object(Json item, String path) {
        if (!(item instanceof Json.Str row)) {
            return item;
        }
        if (columns.isEmpty()) {
            head(row.text(), path);
            return null;
        }
        String[] cells = row.text().split(";", -1);
        if (cells.length > columns.size()) {
            problems.add(
                    path,
                    "VALUE_FORMAT",
                    cells.length + " columns, and " + columns.size() + " in the first row.",
                    "each row has at most as many columns as the first");
            return null;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            String cell = i < cells.length ? cells[i] : "";
            if (name.equals("ids")) {
                ids(cell, members);
                continue;
            }
            before[i] = cell.isEmpty() ? before[i] : cell;
            if (!before[i].isEmpty() && !before[i].equals(LeanActs.UNKNOWN)) {
                members.put(name, value(name, before[i]));
            }
        }
        return new Json.Obj(members);
    }

    private void head(String text, String path) {
        List<String> names = Arrays.asList(text.split(";", -1));
        for (String name : names) {
            if (!LeanActs.COLUMNS.contains(name)) {
                problems.add(
                        path, "KEY_UNKNOWN", "Column " + name + " is not known.", Closest.to(name, LeanActs.COLUMNS));
            }
        }
        columns = names;
        before = new String[names.size()];
        Arrays.fill(before, "");
    }

    private static void ids(String cell, Map<String, Json> members) {
        if (cell.isEmpty()) {
            return;
        }
        List<Json> ids = Arrays.stream(cell.split(",", -1))
                .map(id -> (Json) new Json.Str(id))
                .toList();
        members.put(ids.size() == 1 ? "id" : "ids", ids.size() == 1 ? ids.get(0) : new Json.Arr(ids));
    }

    private Json value(String name, String cell) {
        if (NUMBERS.contains(name)) {
            return new Json.Num(cell);
        }
        if (FLAGS.contains(name) && (cell.equals(LeanActs.YES) || cell.equals(LeanActs.NO))) {
            return new Json.Bool(cell.equals(LeanActs.YES));
        }
        if (cell.equals(LeanActs.NONE)) {
            return name.equals("association") ? new Json.Null() : new Json.Str("");
        }
        boolean ofTheYear = DAYS.contains(name) && cell.length() == MONTH_AND_DAY;
        return new Json.Str(ofTheYear ? year + cell : cell);
    }
}
