package fr.optam.analysis;

import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule table over the domains of its fields: each row is a box.
 *
 * @param table the table
 * @param axes one for each tested field
 * @param rows the boxes of its rows, in their order
 * @param impossible regions that no facts reach
 * @param unasked regions in which a missing row is no gap: values that only stand for all others
 */
record Grid(RuleTable table, List<Axis> axes, List<Box> rows, List<Box> impossible, List<Box> unasked) {

    int[] sizes() {
        return axes.stream().mapToInt(Axis::size).toArray();
    }

    RuleRow row(int i) {
        return table.rows().get(i);
    }

    int count() {
        return rows.size();
    }

    /** A point of a box that facts may reach. */
    Optional<int[]> point(Box box) throws Sweep.TooComplex {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        return new Sweep(impossible, box, sizes()).hole();
    }

    /** The first point of a box that facts may reach and that none of some boxes holds. */
    Optional<int[]> hole(Box box, List<Box> boxes) throws Sweep.TooComplex {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        List<Box> all = new ArrayList<>(boxes);
        all.addAll(impossible);
        return new Sweep(all, box, sizes()).hole();
    }

    /** A box as people read it, with one of its points: a field that it limits takes only values that facts reach. */
    Region region(Box wide, int[] point) {
        Box box = reached(wide);
        Map<String, Choice> choices = new LinkedHashMap<>();
        Map<String, Object> sample = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            choices.put(axis.field(), new Choice(axis, box.set(i) == null ? axis.all() : box.set(i)));
            Object value = axis.value(point[i]);
            if (value != null) {
                sample.put(axis.field(), value);
            }
        }
        return new Region(choices, sample);
    }

    /** A box without the values that, within its limits, no facts reach. */
    private Box reached(Box box) {
        if (impossible.stream().noneMatch(box::meets)) {
            return box;
        }
        try {
            Sweep sweep = new Sweep(impossible, box, sizes());
            BitSet[] sets = sweep.holes().spread(sweep);
            Box reached = box;
            for (int axis = 0; axis < box.axes(); axis++) {
                reached = box.set(axis) == null ? reached : reached.with(axis, sets[axis]);
            }
            return reached;
        } catch (Sweep.TooComplex e) {
            return box;
        }
    }

    /** Ids of the rows that match at a point. */
    List<String> matching(int[] point) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).holds(point)) {
                ids.add(row(i).id());
            }
        }
        return ids;
    }
}
