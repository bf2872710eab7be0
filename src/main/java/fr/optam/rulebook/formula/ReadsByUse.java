package fr.optam.rulebook.formula;

import fr.optam.fact.flat.Alike;
import fr.optam.fact.flat.Fact;

/** Is told of fields by what they are read for, which decides whether acts that are alike differ in them. */
interface ReadsByUse extends Reads {
    /** A field was read; {@code holder} is null if nothing holds it. */
    void read(Fact holder, String name, Object origin, Alike.Use use);

    @Override
    default void field(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.VALUE);
    }

    @Override
    default void day(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.DAY);
    }

    @Override
    default void key(Fact holder, String name, Object value, Object origin) {
        read(holder, name, origin, Alike.Use.KEY);
    }
}
