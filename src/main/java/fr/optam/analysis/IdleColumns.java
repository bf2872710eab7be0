package fr.optam.analysis;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the fields whose value changes no conclusion. The validity of rows is not one of them. */
final class IdleColumns {
    private static final Set<String> VALIDITY = Set.of("Début", "Fin");

    private final Grid grid;
    private final Meant meant;
    private final Report report;
    private final Map<Map<String, String>, List<Box>> byConclusion = new HashMap<>();

    IdleColumns(Grid grid, Meant meant, Report report) {
        this.grid = grid;
        this.meant = meant;
        this.report = report;
        for (int i = 0; i < grid.count(); i++) {
            byConclusion
                    .computeIfAbsent(Conclusion.of(grid.row(i)), k -> new ArrayList<>())
                    .add(grid.rows().get(i));
        }
        byConclusion.replaceAll((conclusion, boxes) -> outermost(boxes));
    }

    /** Without the boxes that lie in another one. */
    private static List<Box> outermost(List<Box> boxes) {
        List<Box> distinct = new ArrayList<>(new java.util.LinkedHashSet<>(boxes));
        List<Box> kept = new ArrayList<>();
        for (Box box : distinct) {
            if (!box.isEmpty() && distinct.stream().noneMatch(other -> other != box && other.contains(box))) {
                kept.add(box);
            }
        }
        return kept;
    }

    void find() {
        for (int axis = 0; axis < grid.axes().size() && grid.count() > 0; axis++) {
            Axis over = grid.axes().get(axis);
            boolean validity = grid.table().testing(over.field()).stream().allMatch(c -> VALIDITY.contains(c.header()));
            try {
                if (!validity && idle(axis)) {
                    List<String> headers = grid.table().testing(over.field()).stream()
                            .map(c -> c.header())
                            .toList();
                    if (!meant.names(IntentKind.IDLE, headers)) {
                        report.idle(over);
                    }
                }
            } catch (Sweep.TooComplex e) {
                meant.of(IntentKind.IDLE).forEach(meant::use);
                report.tooComplex(new Sentence(
                        "on ne sait pas si la condition «\u00a0" + over.label().fr() + "\u00a0» change une conclusion",
                        "it is not known whether the condition «" + over.label().en() + "» changes a conclusion"));
            }
        }
    }

    /** Whether every row still holds, by itself or others of its conclusion, when the field takes any other value. */
    private boolean idle(int axis) throws Sweep.TooComplex {
        if (!grid.axes().get(axis).domain().varies()) {
            return false;
        }
        for (List<Box> same : byConclusion.values()) {
            for (Box row : same) {
                if (row.set(axis) == null) {
                    continue;
                }
                for (Box piece : possible(row)) {
                    if (grid.hole(piece.with(axis, null), same).isPresent()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A row cut into boxes that facts can reach throughout. */
    private List<Box> possible(Box row) throws Sweep.TooComplex {
        if (grid.impossible().stream().noneMatch(row::meets)) {
            return List.of(row);
        }
        Sweep sweep = new Sweep(grid.impossible(), row, grid.sizes());
        return sweep.holes().largest(Integer.MAX_VALUE, sweep);
    }
}
