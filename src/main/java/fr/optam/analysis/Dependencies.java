package fr.optam.analysis;

import fr.optam.fact.flat.Test;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions that no facts reach, because what one field holds limits another. */
final class Dependencies {
    private static final String ANY_VALUE = "(renseigné)";

    private final List<Axis> axes;
    private final Map<String, List<DomainRow>> declared;

    Dependencies(List<Axis> axes, Map<String, List<DomainRow>> declared) {
        this.axes = axes;
        this.declared = declared;
    }

    List<Box> impossible() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            List<DomainRow> rows = declared.getOrDefault(axes.get(i).field(), List.of());
            Box rest = Box.whole(axes.size());
            for (DomainRow row : rows) {
                Optional<Box> where = row.when().flatMap(this::where);
                if (where.isPresent()) {
                    outside(i, row.domain(), where.get()).ifPresent(boxes::add);
                    rest = without(rest, row.when().get().field(), where.get());
                }
            }
            for (DomainRow row : rows) {
                if (row.when().isEmpty() && rows.size() > 1 && !rest.isEmpty()) {
                    outside(i, row.domain(), rest).ifPresent(boxes::add);
                }
            }
        }
        return boxes;
    }

    /** Where the values of an axis that a domain leaves out would stand. */
    private Optional<Box> outside(int axis, FieldDomain domain, Box where) {
        BitSet left = axes.get(axis).all();
        left.andNot(inside(axes.get(axis), domain));
        return left.isEmpty() ? Optional.empty() : Optional.of(where.with(axis, left));
    }

    private static BitSet inside(Axis axis, FieldDomain domain) {
        BitSet inside = new BitSet();
        for (int a = 0; a < axis.valued(); a++) {
            inside.set(
                    a,
                    axis.ordered()
                            ? axis.start(a) >= domain.from() && axis.end(a) <= domain.to()
                            : domain.codes().contains(axis.value(a)));
        }
        if (axis.mayBeEmpty()) {
            inside.set(axis.size() - 1, domain.empty());
        }
        return inside;
    }

    private Box without(Box box, String field, Box where) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).field().equals(field)) {
                BitSet other = axes.get(i).all();
                other.andNot(where.set(i) == null ? axes.get(i).all() : where.set(i));
                return box.within(i, other, axes.get(i).size());
            }
        }
        return box;
    }

    /** The region in which a row applies; nothing if the table does not test the other field. */
    private Optional<Box> where(DomainRow.When when) {
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            if (axis.field().equals(when.field())) {
                return Optional.of(Box.whole(axes.size()).within(i, atoms(axis, when), axis.size()));
            }
        }
        return Optional.empty();
    }

    private static BitSet atoms(Axis axis, DomainRow.When when) {
        BitSet atoms = new BitSet();
        if (when.codes().isEmpty()) {
            atoms.set(0, axis.valued());
            when.from().ifPresent(b -> atoms.and(axis.passing(Test.AT_LEAST, b)));
            when.to().ifPresent(b -> atoms.and(axis.passing(Test.AT_MOST, b)));
        }
        for (String code : when.codes()) {
            if (code.equals(ANY_VALUE)) {
                atoms.set(0, axis.valued());
            } else if (code.equals(IntentSheet.EMPTY)) {
                atoms.set(axis.valued(), axis.size());
            } else if (axis.domain().codes().contains(Boolean.TRUE)) {
                atoms.or(axis.passing(Test.YES, Test.YES.operand(code)));
            } else {
                atoms.or(axis.passing(Test.AMONG, List.of(code)));
            }
        }
        return atoms;
    }
}
