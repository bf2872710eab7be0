package fr.optam.analysis;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Holds the periods of rows against each other where a field holds last days of years only. Days that two rows share,
 * or that lie between them, then change no decision as long as no year ends there; but a date is one day off.
 */
final class YearEnds {
    private final Grid grid;
    private final Report report;

    YearEnds(Grid grid, Report report) {
        this.grid = grid;
        this.report = report;
    }

    /** Days from the first to the last, both included. */
    record Days(LocalDate from, LocalDate to) {
        boolean isEmpty() {
            return from.isAfter(to);
        }
    }

    void find() {
        for (int axis = 0; axis < grid.axes().size(); axis++) {
            Scale scale = grid.axes().get(axis).domain().scale();
            if (scale != null && scale.kind() == Scale.Kind.YEAR) {
                look(axis);
            }
        }
    }

    private void look(int axis) {
        int found = 0;
        List<Box> others = grid.rows().stream().map(box -> box.with(axis, null)).toList();
        Neighbours neighbours = new Neighbours(others, grid.sizes());
        for (int i = 0; i < grid.count() && found < Report.MOST; i++) {
            BitSet near = neighbours.of(i);
            for (int j = near.nextSetBit(i + 1); j >= 0 && found < Report.MOST; j = near.nextSetBit(j + 1)) {
                found += pair(axis, i, j, others) ? 1 : 0;
            }
        }
    }

    private boolean pair(int axis, int i, int j, List<Box> others) {
        if (grid.rows().get(i).meets(grid.rows().get(j)) || !others.get(i).meets(others.get(j))) {
            return false;
        }
        Axis over = grid.axes().get(axis);
        Days one = days(grid.row(i), over.field());
        Days two = days(grid.row(j), over.field());
        Days both = new Days(later(one.from(), two.from()), earlier(one.to(), two.to()));
        if (!both.isEmpty()) {
            report.offYearEnd(true, i, j, both, over);
            return true;
        }
        Days between = new Days(both.to().plusDays(1), both.from().minusDays(1));
        boolean hole = others.get(i).equals(others.get(j)) && !between.isEmpty() && !holdsYearEnd(between);
        if (hole) {
            report.offYearEnd(false, i, j, between, over);
        }
        return hole;
    }

    private static boolean holdsYearEnd(Days days) {
        return !LocalDate.of(days.from().getYear(), 12, 31).isAfter(days.to());
    }

    /** The days that the cells of a row leave to a field. */
    private static Days days(RuleRow row, String field) {
        LocalDate from = LocalDate.MIN;
        LocalDate to = LocalDate.MAX;
        for (ConditionCell cell : row.conditions()) {
            Optional<LocalDate> bound = cell.column().field().equals(field) && cell.operand() instanceof LocalDate day
                    ? Optional.of(day)
                    : Optional.empty();
            if (bound.isPresent()) {
                Test test = cell.column().test();
                from = switch (test) {
                    case AT_LEAST -> later(from, bound.get());
                    case ABOVE -> later(from, bound.get().plusDays(1));
                    default -> from;
                };
                to = switch (test) {
                    case AT_MOST -> earlier(to, bound.get());
                    case BELOW -> earlier(to, bound.get().minusDays(1));
                    default -> to;
                };
            }
        }
        return new Days(from, to);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
