package fr.optam.analysis;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What analysis says of a rule table at one point: the fields of one fact. */
final class Standing {
    private final Grid grid;
    private final List<Intent> intents;

    private Standing(Grid grid, List<Intent> intents) {
        this.grid = grid;
        this.intents = intents;
    }

    /** Two rows that match one fact and conclude differently. */
    record Clash(RuleRow first, RuleRow second) {}

    /** A table with the domains of its fields and what its workbook declares to be meant. */
    static Standing of(Rulebook rulebook, RuleTable table, Domains domains) {
        List<TableFinding> ignored = new ArrayList<>();
        List<Intent> intents = IntentSheet.read(table, TableAnalysis.voulus(rulebook, table), ignored);
        return new Standing(new GridBuilder(rulebook, table, Domains.read(rulebook, ignored)).grid(intents), intents);
    }

    /**
     * Whether no row matches though one should: the values lie in the domains of their fields and can stand together, and no
     * declaration says that the gap is meant.
     *
     * @param value value of a field: String, BigDecimal, LocalDate, Boolean; null if it has none
     */
    boolean isGap(Function<String, Object> value) {
        int[] point = point(value);
        return point != null
                && none(grid.rows(), point)
                && none(grid.impossible(), point)
                && none(grid.unasked(), point)
                && intents.stream()
                        .noneMatch(i ->
                                i.kind() == IntentKind.GAP && i.box(grid.axes()).holds(point));
    }

    /**
     * The pairs of rows that match and conclude differently, where no declaration says that this is meant.
     *
     * @param value value of a field: String, BigDecimal, LocalDate, Boolean; null if it has none
     * @param matching rows that match, in the order of the sheet
     */
    List<Clash> clashes(Function<String, Object> value, List<RuleRow> matching) {
        int[] point = point(value);
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < matching.size(); i++) {
            for (int j = i + 1; j < matching.size(); j++) {
                RuleRow a = matching.get(i);
                RuleRow b = matching.get(j);
                if (!Conclusion.same(a, b) && !meant(List.of(a.id(), b.id()), point)) {
                    clashes.add(new Clash(a, b));
                }
            }
        }
        return clashes;
    }

    private boolean meant(List<String> rows, int[] point) {
        return intents.stream()
                .anyMatch(i -> i.kind() == IntentKind.OVERLAP
                                && i.concerns(rows)
                                && (point == null || i.box(grid.axes()).holds(point))
                        || i.kind() == IntentKind.COVERED && i.rows().stream().anyMatch(rows::contains));
    }

    private static boolean none(List<Box> boxes, int[] point) {
        return boxes.stream().noneMatch(b -> b.holds(point));
    }

    /** The point of the values; null if one lies outside its domain. */
    private int[] point(Function<String, Object> value) {
        int[] point = new int[grid.axes().size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = grid.axes().get(i).atom(value.apply(grid.axes().get(i).field()));
            if (point[i] < 0) {
                return null;
            }
        }
        return point;
    }
}
