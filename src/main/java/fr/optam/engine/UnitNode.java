package fr.optam.engine;

import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Deferred;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What units that have come alike through some stages have in common: the values of their fields, which of them are each
 * unit's own, which rules applied to them, and what the next stage does with them.
 */
final class UnitNode implements Alike {
    private final int at;
    private final UnitShape shape;
    private final UnitNode before;
    private final List<Mark> marks;
    private final UnitSums sums;
    private List<UnitStep> steps = List.of();
    private volatile Map<Object, UnitFork> forks = Map.of();
    private volatile UnitFork plain;
    private volatile Map<Object, Stop> stops = Map.of();
    private volatile Stop stop;
    private volatile Object[] parts = {};
    private volatile List<Mark> all;
    private volatile List<Mark> telling;

    /**
     * @param at next stage of units
     * @param shape values of their fields
     * @param before where the units come from; null at the start
     * @param marks rules that applied since
     * @param sums sums over acts
     */
    UnitNode(int at, UnitShape shape, UnitNode before, List<Mark> marks, UnitSums sums) {
        this.sums = sums;
        this.at = at;
        this.shape = shape;
        this.before = before;
        this.marks = marks;
    }

    /**
     * A rule that applied.
     *
     * @param ordinal fact of the unit
     * @param origin the rule
     * @param conflict whether it concluded what another rule of its stage concluded otherwise
     */
    record Mark(int ordinal, Origin origin, boolean conflict) {}

    static boolean isKnown(Object value) {
        return value != null && !(value instanceof Unknown);
    }

    int at() {
        return at;
    }

    /** Whether the value of a field differs from unit to unit. */
    boolean differs(int ordinal, int slot) {
        return shape.values()[ordinal][slot] instanceof Deferred;
    }

    @Override
    public boolean differs(int ordinal, int slot, Use use) {
        return differs(ordinal, slot)
                && !(ordinal == 0
                        && (use == Use.DAY && slot == sums.plan().on()
                                || use == Use.KEY && slot == sums.plan().code()));
    }

    @Override
    public Object[] values(int ordinal) {
        return shape.values()[ordinal];
    }

    @Override
    public Object[] origins(int ordinal) {
        return shape.origins()[ordinal];
    }

    @Override
    public int letters() {
        return shape.values().length - 1;
    }

    @Override
    public Layout layout() {
        return shape.layout();
    }

    @Override
    public String rest(int ordinal) {
        return shape.rests()[ordinal];
    }

    @Override
    public int number(Object of, Object outside) {
        return sums.number(of, outside);
    }

    @Override
    public Object part(int number) {
        Object[] known = parts;
        return number < known.length ? known[number] : null;
    }

    /** Another thread may find the same at the same time; one of the two is kept, and they are equal. */
    @Override
    public void keep(int number, Object part) {
        Object[] more = Arrays.copyOf(parts, Math.max(parts.length, number + 1));
        more[number] = part;
        parts = more;
    }

    UnitSums sums() {
        return sums;
    }

    UnitShape shape() {
        return shape;
    }

    /** Every rule that applied. */
    List<Mark> marks() {
        List<Mark> found = all;
        if (found == null) {
            found = new ArrayList<>();
            for (UnitNode node = this; node != null; node = node.before) {
                found.addAll(node.marks);
            }
            all = found;
        }
        return found;
    }

    /** Rules that applied and say something beside values, and conflicts. */
    List<Mark> telling() {
        List<Mark> found = telling;
        if (found == null) {
            found = marks().stream()
                    .filter(m -> m.conflict() || !m.origin().code().says().isEmpty())
                    .toList();
            telling = found;
        }
        return found;
    }

    /**
     * What the next stage does; null if that is not known yet.
     *
     * @param context what the stage reads of the practitioner-year; null if nothing
     */
    UnitFork fork(Object context) {
        return context == null ? plain : forks.get(context);
    }

    /** Keeps what the next stage does; another thread may have found the same. */
    synchronized UnitFork keep(Object context, UnitFork fork) {
        UnitFork known = fork(context);
        if (known != null) {
            return known;
        }
        if (context == null) {
            plain = fork;
        } else {
            forks = more(forks, context, fork);
        }
        return fork;
    }

    /** Most nodes have few, so that a map is made when the first comes. */
    private static <T> Map<Object, T> more(Map<Object, T> known, Object key, T value) {
        Map<Object, T> all = known.isEmpty() ? new ConcurrentHashMap<>(2) : known;
        all.put(key, value);
        return all;
    }

    /** One step of all that do the same, so that those who take it stay alike whatever else tells them apart. */
    synchronized UnitStep one(UnitStep step) {
        for (UnitStep known : steps) {
            if (known.isLike(step)) {
                return known;
            }
        }
        steps = steps.isEmpty() ? new ArrayList<>(1) : steps;
        steps.add(step);
        return step;
    }

    /**
     * Where all units of the node come before one of them must be looked at, or the stages end.
     *
     * @param node the node
     * @param fork what is done there; null if the stages end
     */
    record Stop(UnitNode node, UnitFork fork) {}

    /**
     * Where all units of the node come; null if that is not known yet.
     *
     * @param ahead what the stages ahead read of the practitioner-year; null if nothing
     */
    Stop stop(Object ahead) {
        return ahead == null ? stop : stops.get(ahead);
    }

    synchronized void stop(Object ahead, Stop found) {
        if (ahead == null) {
            stop = found;
        } else {
            stops = more(stops, ahead, found);
        }
    }
}
