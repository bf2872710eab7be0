package fr.optam.analysis;

import fr.optam.decision.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Says in words which values of a field are meant. */
final class AxisWords {
    private static final int MOST = 8;

    private AxisWords() {}

    static Sentence of(Axis axis, BitSet atoms) {
        return new Sentence(
                axis.label().fr() + " " + values(axis, atoms, true),
                axis.label().en() + " " + values(axis, atoms, false));
    }

    private static String values(Axis axis, BitSet atoms, boolean french) {
        List<String> parts = axis.ordered() ? runs(axis, atoms, french) : codes(axis, atoms, french);
        if (axis.mayBeEmpty() && atoms.get(axis.size() - 1)) {
            parts.add(french ? "non renseigné" : "not given");
        }
        return join(parts, french ? " ou " : " or ");
    }

    private static List<String> codes(Axis axis, BitSet atoms, boolean french) {
        List<String> parts = new ArrayList<>();
        BitSet others = axis.all();
        others.andNot(atoms);
        others.clear(axis.valued(), axis.size());
        BitSet held = (BitSet) atoms.clone();
        held.clear(axis.valued(), axis.size());
        if (held.isEmpty()) {
            return parts;
        }
        if (others.isEmpty()) {
            parts.add(french ? "renseigné" : "given");
        } else if (held.cardinality() > MOST && others.cardinality() < held.cardinality()) {
            parts.add((french ? "autre que " : "other than ")
                    + join(names(axis, others, french), french ? " et " : " and "));
        } else {
            parts.add("= " + join(names(axis, held, french), french ? " ou " : " or "));
        }
        return parts;
    }

    private static List<String> names(Axis axis, BitSet atoms, boolean french) {
        List<String> names = new ArrayList<>();
        atoms.stream().forEach(a -> names.add(name(axis.value(a), french)));
        return names;
    }

    static String name(Object value, boolean french) {
        if (value instanceof Boolean b) {
            return b ? "OUI" : "NON";
        }
        if (value instanceof BigDecimal n) {
            String plain = n.toPlainString();
            return french ? plain.replace('.', ',') : plain;
        }
        return String.valueOf(value).replace(";", "+");
    }

    private static List<String> runs(Axis axis, BitSet atoms, boolean french) {
        List<String> parts = new ArrayList<>();
        int valued = axis.valued();
        for (int from = atoms.nextSetBit(0); from >= 0 && from < valued; ) {
            int to = Math.min(atoms.nextClearBit(from), valued) - 1;
            parts.add(run(axis, from, to, french));
            from = atoms.nextSetBit(to + 1);
        }
        return parts;
    }

    private static String run(Axis axis, int from, int to, boolean french) {
        List<Object> ends = axis.ends(from, to);
        String low = name(ends.get(0), french);
        String high = name(ends.get(1), french);
        boolean first = from == 0;
        boolean last = to == axis.valued() - 1;
        boolean day = axis.domain().scale().kind() == Scale.Kind.DAY
                || axis.domain().scale().kind() == Scale.Kind.YEAR;
        if (first && last) {
            return french ? "renseigné" : "given";
        }
        if (low.equals(high)) {
            return "= " + low;
        }
        if (last) {
            return french ? "à partir " + (day ? "du " : "de ") + low : "from " + low;
        }
        if (first) {
            return french ? "jusqu’" + (day ? "au " : "à ") + high : "up to " + high;
        }
        return french
                ? (day ? "du " + low + " au " + high : "de " + low + " à " + high)
                : "from " + low + " to " + high;
    }

    private static String join(List<String> parts, String last) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + last + parts.get(parts.size() - 1);
    }
}
