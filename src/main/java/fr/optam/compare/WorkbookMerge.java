package fr.optam.compare;

import fr.optam.rulebook.book.Colour;
import fr.optam.rulebook.book.WorkbookCopy;
import fr.optam.rulebook.xlsx.Sheet;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import fr.optam.rulebook.xlsx.XlsxReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts two changes of one workbook together. Rows are the same if their id is, cells if row and column are; a row that
 * has no id is recognised by its content or its place. Where both sides changed one cell differently, or one deleted
 * what the other changed, ours stays, painted and commented.
 */
public final class WorkbookMerge {
    /**
     * What came out.
     *
     * @param content the merged workbook
     * @param conflicts what both sides can't both have; none if it is merged clean
     */
    public record Merged(byte[] content, List<Conflict> conflicts) {
        /** Copies the conflicts. */
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    private final List<Sheet> base;
    private final List<Sheet> ours;
    private final List<Sheet> theirs;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<SheetPlan> plans = new ArrayList<>();

    private WorkbookMerge(List<Sheet> base, List<Sheet> ours, List<Sheet> theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    /**
     * Merges.
     *
     * @param base the workbook before both changes, no bytes if both sides added it
     * @throws WorkbookRefused if one is no workbook that can be read
     */
    public static Merged of(byte[] base, byte[] ours, byte[] theirs) throws WorkbookRefused {
        if (Arrays.equals(ours, theirs) || Arrays.equals(base, theirs)) {
            return new Merged(ours, List.of());
        }
        if (Arrays.equals(base, ours)) {
            return new Merged(theirs, List.of());
        }
        return new WorkbookMerge(
                        base.length == 0 ? List.of() : XlsxReader.read(base),
                        XlsxReader.read(ours),
                        XlsxReader.read(theirs))
                .merge(ours, theirs);
    }

    private Merged merge(byte[] oursFile, byte[] theirsFile) throws WorkbookRefused {
        List<Sheet> before = base.isEmpty() ? ours : base;
        Structure was = Structure.of(before, before);
        Structure one = Structure.of(ours, before);
        Structure other = Structure.of(theirs, before);
        if (!one.equals(was) && !other.equals(was) && !one.equals(other)) {
            conflicts.add(new Conflict("", "", "", "", "", one.against(was), other.against(was), Conflict.STRUCTURE));
            return new Merged(oursFile, conflicts);
        }
        boolean keepOurs = other.equals(was) || one.equals(other);
        plan(keepOurs ? ours : theirs, keepOurs ? theirs : ours, keepOurs);
        byte[] content = apply(keepOurs ? oursFile : theirsFile, keepOurs ? theirsFile : oursFile);
        plans.forEach(plan -> conflicts.addAll(plan.conflicts()));
        new MergeProof(keepOurs ? ours : theirs, keepOurs ? theirs : ours, plans).check(XlsxReader.read(content));
        return new Merged(content, conflicts);
    }

    private void plan(List<Sheet> kept, List<Sheet> taken, boolean keepOurs) {
        Map<Sheet, Sheet> baseOfKept = SheetsDiff.pairs(base, kept);
        Map<Sheet, Sheet> baseOfTaken = SheetsDiff.pairs(base, taken);
        Map<Sheet, Sheet> takenOfBase = new HashMap<>();
        baseOfTaken.forEach((sheet, was) -> takenOfBase.put(was, sheet));
        List<Sheet> met = new ArrayList<>();
        for (Sheet sheet : kept) {
            Sheet was = baseOfKept.get(sheet);
            Optional<Sheet> other = was != null
                    ? Optional.ofNullable(takenOfBase.get(was))
                    : taken.stream()
                            .filter(s -> !baseOfTaken.containsKey(s) && s.name().equals(sheet.name()))
                            .findFirst();
            if (other.isPresent() && !sheet.name().equals(WorkbookCopy.OWN_SHEET)) {
                met.add(other.get());
                Grid grid = GridReader.read(sheet);
                Grid before = was == null
                        ? new Grid(sheet.name(), grid.shape(), grid.columns(), List.of())
                        : GridReader.read(was);
                plans.add(SheetMerge.plan(before, grid, GridReader.read(other.get()), keepOurs));
            }
        }
        for (Sheet sheet : taken) {
            Sheet was = baseOfTaken.get(sheet);
            if (!met.contains(sheet) && was != null && differs(was, sheet)) {
                conflicts.add(new Conflict(sheet.name(), "", "", "", "", "", "", Conflict.SHEET_GONE));
            }
        }
    }

    private static boolean differs(Sheet was, Sheet sheet) {
        Changes changes = new Changes("", "a", "b");
        SheetDiff.compare(GridReader.read(was), GridReader.read(sheet), changes);
        return !changes.all().isEmpty();
    }

    private byte[] apply(byte[] keptFile, byte[] takenFile) throws WorkbookRefused {
        try (WorkbookCopy copy = WorkbookCopy.open(keptFile);
                WorkbookCopy other = WorkbookCopy.open(takenFile)) {
            for (SheetPlan plan : plans) {
                plan.deletions().forEach(row -> copy.deleteRow(plan.sheet(), row));
                plan.insertions().forEach(row -> copy.insertRow(plan.sheet(), row));
                for (SheetPlan.CellEdit edit : plan.cells()) {
                    if (edit.from().isEmpty()) {
                        copy.setCell(plan.sheet(), edit.address(), "");
                    } else {
                        copy.takeCell(plan.sheet(), edit.address(), other, plan.source(), edit.from());
                    }
                }
                for (Conflict conflict : plan.conflicts()) {
                    copy.paint(plan.sheet(), conflict.cell(), Colour.CONFLICT);
                    copy.comment(plan.sheet(), conflict.cell(), conflict.comment());
                }
            }
            return copy.bytes();
        }
    }
}
