package fr.optam.compare;

import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds a merged file against what its plans say: a cell that was lost on the way is never handed on. */
final class MergeProof {
    private final List<Sheet> kept;
    private final List<Sheet> taken;
    private final List<SheetPlan> plans;

    MergeProof(List<Sheet> kept, List<Sheet> taken, List<SheetPlan> plans) {
        this.kept = kept;
        this.taken = taken;
        this.plans = plans;
    }

    /** @throws WorkbookRefused if a sheet does not hold what it should */
    void check(List<Sheet> merged) throws WorkbookRefused {
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i).name();
            SortedMap<String, CellValue> wanted = wanted(kept.get(i));
            SortedMap<String, CellValue> found = i < merged.size() ? values(merged.get(i)) : new TreeMap<>();
            if (!wanted.equals(found)) {
                String at = wanted.keySet().stream()
                        .filter(k -> !wanted.get(k).equals(found.get(k)))
                        .findFirst()
                        .orElse("");
                throw new WorkbookRefused("NOT_MERGED", "was not merged as planned on sheet " + name + " " + at);
            }
        }
    }

    private static SortedMap<String, CellValue> values(Sheet sheet) {
        SortedMap<String, CellValue> values = new TreeMap<>();
        sheet.rows().values().forEach(row -> row.values().forEach(c -> values.put(c.address(), CellValue.of(c))));
        return values;
    }

    private SortedMap<String, CellValue> wanted(Sheet sheet) {
        SheetPlan plan = plans.stream()
                .filter(p -> p.sheet().equals(sheet.name()))
                .findFirst()
                .orElse(null);
        if (plan == null) {
            return values(sheet);
        }
        SortedMap<String, CellValue> values = new TreeMap<>();
        sheet.rows().forEach((number, row) -> {
            if (!plan.deletions().contains(number)) {
                int at = number
                        - (int) plan.deletions().stream()
                                .filter(d -> d < number)
                                .count();
                for (int inserted : plan.insertions()) {
                    at += inserted <= at ? 1 : 0;
                }
                for (Cell cell : row.values()) {
                    values.put(Cell.address(at, cell.column()), CellValue.of(cell));
                }
            }
        });
        SortedMap<String, CellValue> source = taken.stream()
                .filter(s -> s.name().equals(plan.source()))
                .findFirst()
                .map(MergeProof::values)
                .orElseGet(TreeMap::new);
        for (SheetPlan.CellEdit edit : plan.cells()) {
            values.remove(edit.address());
            if (!edit.from().isEmpty()) {
                values.put(edit.address(), source.get(edit.from()));
            }
        }
        return values;
    }
}
