package fr.optam.compare;

import fr.optam.compare.Change.Kind;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two workbooks sheet by sheet. */
final class SheetsDiff {
    private SheetsDiff() {}

    /** Adds every difference of two workbooks. */
    static void compare(List<Sheet> before, List<Sheet> after, Changes changes) {
        Map<Sheet, Sheet> pairs = pairs(before, after);
        for (Sheet sheet : before) {
            if (!pairs.containsValue(sheet)) {
                changes.sheet(Kind.SHEET_REMOVED, sheet.name(), "");
            }
        }
        List<Integer> order = new ArrayList<>();
        List<Sheet> kept = after.stream().filter(pairs::containsKey).toList();
        kept.forEach(sheet -> order.add(before.indexOf(pairs.get(sheet))));
        for (int moved : Sequences.moved(order)) {
            changes.sheet(
                    Kind.SHEET_MOVED,
                    pairs.get(kept.get(moved)).name(),
                    kept.get(moved).name());
        }
        for (Sheet sheet : after) {
            Sheet was = pairs.get(sheet);
            if (was == null) {
                changes.sheet(Kind.SHEET_ADDED, "", sheet.name());
                rows(GridReader.read(sheet), changes, true);
            } else {
                if (!was.name().equals(sheet.name())) {
                    changes.sheet(Kind.SHEET_RENAMED, was.name(), sheet.name());
                }
                SheetDiff.compare(GridReader.read(was), GridReader.read(sheet), changes);
            }
        }
    }

    /** Adds every row of a table that came or went as a whole. */
    static void rows(Grid grid, Changes changes, boolean came) {
        if (grid.shape() != Grid.Shape.PLAIN) {
            Grid none = new Grid(grid.sheet(), grid.shape(), grid.columns(), List.of());
            List<Grid.Row> data = grid.rows(Grid.Part.DATA);
            Grid some = new Grid(grid.sheet(), grid.shape(), grid.columns(), data);
            SheetDiff.compare(came ? none : some, came ? some : none, changes);
        }
    }

    /** Sheet before by sheet after: by name; what is left, by place among what is left, if it is the same kind of sheet. */
    static Map<Sheet, Sheet> pairs(List<Sheet> before, List<Sheet> after) {
        Map<Sheet, Sheet> pairs = new LinkedHashMap<>();
        for (Sheet sheet : after) {
            Optional<Sheet> same =
                    before.stream().filter(s -> s.name().equals(sheet.name())).findFirst();
            same.ifPresent(s -> pairs.put(sheet, s));
        }
        List<Sheet> left = new ArrayList<>(before);
        left.removeAll(pairs.values());
        for (Sheet sheet : after) {
            if (!pairs.containsKey(sheet)) {
                left.stream()
                        .filter(s -> GridReader.read(s).shape()
                                == GridReader.read(sheet).shape())
                        .findFirst()
                        .ifPresent(s -> {
                            pairs.put(sheet, s);
                            left.remove(s);
                        });
            }
        }
        return pairs;
    }
}
