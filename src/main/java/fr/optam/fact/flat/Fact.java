package fr.optam.fact.flat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flat fact: named fields that rules read. A field of the parent is read as if it were the fact's own, so that a rule
 * needs one pattern. During a phase nothing changes; what a phase concludes is a field for the next.
 *
 * <p>A field holds a {@link BigDecimal} in the unit that the dictionary gives, a {@link LocalDate}, a {@code String}
 * code, a {@code Boolean}, an {@link Unknown}, or nothing if no rule gave it a value.
 */
public abstract class Fact {
    private static final int KINDS = Kind.values().length;

    private final Layout layout;
    private final Fact parent;
    private String key;
    private String path;
    private final long weight;
    private final int place;
    private Object[] values;
    private Object[] origins;
    private boolean shared;
    private List<Fact>[] within;
    private Alike alike;

    /**
     * @param layout fields of this kind
     * @param parent the fact it belongs to; null for the practitioner-year
     * @param key what tells it from its siblings, stable; null if {@link #named} makes it
     * @param path JSON path it was read from, without a field; null if {@link #located} makes it
     * @param weight how many equal lines it stands for
     */
    protected Fact(Layout layout, Fact parent, String key, String path, long weight) {
        this.layout = layout;
        this.parent = parent;
        this.key = key;
        this.path = path;
        this.weight = weight;
        this.values = new Object[layout.names().size()];
        this.origins = new Object[values.length];
        int before = 0;
        for (Fact above = parent; above != null; above = above.parent) {
            List<Fact> siblings = above.siblings(layout.kind());
            before = siblings.size();
            siblings.add(this);
        }
        this.place = before;
    }

    /**
     * A fact whose values are shared with others that are alike, as {@link #share} says, and that its parent holds.
     *
     * @param place its place among all facts of its kind of one practitioner-year
     */
    protected Fact(Layout layout, Fact parent, long weight, int place) {
        this.layout = layout;
        this.parent = parent;
        this.weight = weight;
        this.place = place;
    }

    /** Takes values and what stated them from others that are alike; both are copied before one is changed. */
    protected final void share(Object[] sharedValues, Object[] sharedOrigins) {
        values = sharedValues;
        origins = sharedOrigins;
        shared = true;
    }

    private void own() {
        if (shared) {
            values = values.clone();
            origins = origins.clone();
            shared = false;
        }
    }

    /** Says which facts of a kind belong to this one. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    protected final List<Fact> hold(Kind kind, List<Fact> facts) {
        if (within == null) {
            within = new List[KINDS];
        }
        within[kind.ordinal()] = facts;
        return facts;
    }

    /** Whether the facts of a kind that belong to this one are there. */
    protected final boolean holds(Kind kind) {
        return within != null && within[kind.ordinal()] != null;
    }

    /** The facts of a kind that belong to this one, where they are made only when they are asked for. */
    protected List<Fact> unfolded(Kind kind) {
        return List.of();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<Fact> siblings(Kind kind) {
        if (within == null) {
            within = new List[KINDS];
        }
        List<Fact> siblings = within[kind.ordinal()];
        if (siblings == null) {
            siblings = new ArrayList<>(4);
            within[kind.ordinal()] = siblings;
        }
        return siblings;
    }

    /** What tells it from its siblings, where that is made only when it is asked for. */
    protected String named() {
        return "";
    }

    /** JSON path it was read from, where that is made only when it is asked for. */
    protected String located() {
        return "";
    }

    // ---- what rules say of a field -----------------------------------------------------------------------------

    /** The code in a field; null if it is unknown or empty. */
    public final String text(String field) {
        return value(field) instanceof String s ? s : null;
    }

    /** The number in a field; null if it is unknown or empty. */
    public final BigDecimal num(String field) {
        return value(field) instanceof BigDecimal n ? n : null;
    }

    /** The day in a field; null if it is unknown or empty. */
    public final LocalDate day(String field) {
        return value(field) instanceof LocalDate d ? d : null;
    }

    /** Whether a field is known to be true. */
    public final boolean yes(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** Whether a field is known to be false. */
    public final boolean no(String field) {
        return Boolean.FALSE.equals(value(field));
    }

    /** Whether a field has a value. */
    public final boolean known(String field) {
        Object value = value(field);
        return value != null && !(value instanceof Unknown);
    }

    /** Whether a field is unknown because facts are absent. */
    public final boolean missing(String field) {
        return value(field) instanceof Unknown;
    }

    /** Whether nothing gave the field a value, though no fact is absent: no rule, no row. */
    public final boolean none(String field) {
        return value(field) == null;
    }

    /** Whether the code of a field is a given one. */
    public final boolean is(String field, String code) {
        return code.equals(value(field));
    }

    /** Whether a field holds one of the codes of a list separated by {@code ;}. */
    public final boolean among(String field, String list) {
        return Test.AMONG.holds(value(field), Test.AMONG.operand(list));
    }

    /** Whether a field agrees with {@code OUI} or {@code NON}. */
    public final boolean yes(String field, String word) {
        return Test.YES.holds(value(field), Test.YES.operand(word));
    }

    /** Whether a field is at or past a bound. */
    public final boolean atLeast(String field, String bound) {
        return Test.AT_LEAST.holds(value(field), Test.AT_LEAST.operand(bound));
    }

    /** Whether a field is past a bound. */
    public final boolean above(String field, String bound) {
        return Test.ABOVE.holds(value(field), Test.ABOVE.operand(bound));
    }

    /** Whether a field is at or before a bound. */
    public final boolean atMost(String field, String bound) {
        return Test.AT_MOST.holds(value(field), Test.AT_MOST.operand(bound));
    }

    /** Whether a field is before a bound. */
    public final boolean below(String field, String bound) {
        return Test.BELOW.holds(value(field), Test.BELOW.operand(bound));
    }

    // ---- for the engine ----------------------------------------------------------------------------------------

    /** Value of a field, of this fact or of those it belongs to; null if there is none. */
    public final Object value(String field) {
        for (Fact fact = this; fact != null; fact = fact.parent) {
            int i = fact.layout.indexOf(field);
            if (i >= 0 && fact.values[i] != null) {
                return fact.own(i);
            }
        }
        return null;
    }

    /** What stated the value of a field; null for a given fact. */
    public final Object origin(String field) {
        Fact holder = holder(field);
        return holder == null ? null : holder.origins[holder.layout.indexOf(field)];
    }

    /** The fact, this one or one it belongs to, that holds the value of a field; null if none does. */
    public final Fact holder(String field) {
        for (Fact fact = this; fact != null; fact = fact.parent) {
            int i = fact.layout.indexOf(field);
            if (i >= 0 && fact.values[i] != null) {
                return fact;
            }
        }
        return null;
    }

    /** Gives a field its value, between phases. */
    public final void put(String field, Object value, Object origin) {
        int i = layout.indexOf(field);
        if (i < 0) {
            throw new IllegalArgumentException(layout.kind().label() + " has no field " + field);
        }
        own();
        values[i] = value;
        origins[i] = origin;
    }

    /** Gives the field at a position of this fact's own layout its value, between phases. */
    public final void putAt(int index, Object value, Object origin) {
        own();
        values[index] = value;
        origins[index] = origin;
    }

    /** Value at a position of this fact's own layout. */
    public final Object own(int index) {
        Object value = values[index];
        return value instanceof Deferred deferred ? deferred.of(this) : value;
    }

    /** Whether a position of this fact's own layout holds anything, which is then not computed for that. */
    public final boolean holds(int index) {
        return values[index] != null;
    }

    /** What stated the value at a position of this fact's own layout. */
    public final Object ownOrigin(int index) {
        return origins[index];
    }

    /** Fields of this kind. */
    public final Layout layout() {
        return layout;
    }

    /** Kind of this fact. */
    public final Kind kind() {
        return layout.kind();
    }

    /** The fact that this one belongs to. */
    public final Optional<Fact> parent() {
        return Optional.ofNullable(parent);
    }

    /** The fact that this one belongs to, or null: for inner loops. */
    public final Fact above() {
        return parent;
    }

    /** What tells it from its siblings. */
    public final String key() {
        if (key == null) {
            key = named();
        }
        return key;
    }

    /** JSON path it was read from, without a field. */
    public final String path() {
        if (path == null) {
            path = located();
        }
        return path;
    }

    /** Its place among all facts of its kind of one practitioner-year. */
    public final int place() {
        return place;
    }

    /** What an act has in common with others; null as long as nothing is known. */
    public final Alike alike() {
        return alike;
    }

    /** Says what an act has in common with others. */
    public void alike(Alike others) {
        alike = others;
    }

    /** How many equal lines it stands for. */
    public final long weight() {
        return weight;
    }

    /** The facts of a kind that belong to this one, in a stable order. */
    public final List<Fact> within(Kind kind) {
        List<Fact> found = within == null ? null : within[kind.ordinal()];
        return found == null ? unfolded(kind) : found;
    }
}
