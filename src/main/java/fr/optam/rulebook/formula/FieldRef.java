package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;

/** A field by name, found in a fact or in those it belongs to; where it lies is looked up once a kind. */
public final class FieldRef {
    private final String name;
    private final Place[] places = new Place[Kind.values().length];

    /** @param name name of the field */
    public FieldRef(String name) {
        this.name = name;
    }

    /** One object, so that another thread sees both or none. */
    private record Place(Layout layout, int index) {}

    /** Name of the field. */
    public String name() {
        return name;
    }

    /** The fact that holds the value, this one or one it belongs to; null if none does. */
    public Fact holder(Fact fact) {
        for (Fact f = fact; f != null; f = f.above()) {
            int i = place(f);
            if (i >= 0 && f.holds(i)) {
                return f;
            }
        }
        return null;
    }

    /** Position in the layout of a fact's own kind, or -1. */
    public int place(Fact fact) {
        Layout layout = fact.layout();
        int kind = layout.number();
        Place place = places[kind];
        if (place == null || place.layout() != layout) {
            place = new Place(layout, layout.indexOf(name));
            places[kind] = place;
        }
        return place.index();
    }

    /** Value of the field, null if there is none. */
    public Object value(Fact fact) {
        for (Fact f = fact; f != null; f = f.above()) {
            int i = place(f);
            if (i >= 0) {
                Object value = f.own(i);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    Object read(Fact fact, Reads reads) {
        for (Fact f = fact; f != null; f = f.above()) {
            int i = place(f);
            if (i >= 0) {
                Object value = f.own(i);
                if (value != null) {
                    reads.field(f, name, value, f.ownOrigin(i));
                    return value;
                }
            }
        }
        reads.none(fact, name);
        return null;
    }

    Object readDay(Fact fact, Reads reads) {
        Fact holder = holder(fact);
        if (holder == null) {
            reads.none(fact, name);
            return null;
        }
        int i = place(holder);
        Object value = holder.own(i);
        reads.day(holder, name, value, holder.ownOrigin(i));
        return value;
    }

    Object readKey(Fact fact, Reads reads) {
        Fact holder = holder(fact);
        if (holder == null) {
            reads.none(fact, name);
            return null;
        }
        int i = place(holder);
        Object value = holder.own(i);
        reads.key(holder, name, value, holder.ownOrigin(i));
        return value;
    }
}
