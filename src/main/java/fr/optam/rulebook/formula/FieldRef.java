package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;

/** A field by name, found in a fact or in those it belongs to; where it lies is looked up once a kind. */
public final class FieldRef {
    private static final int UNSEEN = -2;

    private final String name;
    private final int[] places = new int[Kind.values().length];
    private final Layout[] layouts = new Layout[places.length];

    /** @param name name of the field */
    public FieldRef(String name) {
        this.name = name;
        java.util.Arrays.fill(places, UNSEEN);
    }

    /** Name of the field. */
    public String name() {
        return name;
    }

    /** The fact that holds the value, this one or one it belongs to; null if none does. */
    public Fact holder(Fact fact) {
        for (Fact f = fact; f != null; f = f.above()) {
            int i = place(f);
            if (i >= 0 && f.own(i) != null) {
                return f;
            }
        }
        return null;
    }

    /** Position in the layout of a fact's own kind, or -1. */
    public int place(Fact fact) {
        Layout layout = fact.layout();
        int kind = layout.kind().ordinal();
        if (layouts[kind] != layout) {
            places[kind] = layout.indexOf(name);
            layouts[kind] = layout;
        }
        return places[kind];
    }

    /** Value of the field, null if there is none. */
    public Object value(Fact fact) {
        Fact holder = holder(fact);
        return holder == null ? null : holder.own(place(holder));
    }

    Object read(Fact fact, Reads reads) {
        Fact holder = holder(fact);
        if (holder == null) {
            reads.field(null, name, null, null);
            return null;
        }
        int i = place(holder);
        reads.field(holder, name, holder.own(i), holder.ownOrigin(i));
        return holder.own(i);
    }
}
