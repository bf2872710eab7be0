package fr.optam.engine;

import fr.optam.fact.flat.Deferred;
import fr.optam.fact.flat.Layout;
import java.util.Arrays;

/**
 * Values and origins of acts that are alike and of their letters, and where the values of each act's own are.
 *
 * @param values by fact, then field; a {@link Deferred} where the value is each act's own
 * @param origins by fact, then field
 * @param figures number of figures of each act's own so far
 * @param layout layout of letters
 * @param rests by fact, what the key of a letter has beside that of its act
 */
record UnitShape(Object[][] values, Object[][] origins, int figures, Layout layout, String[] rests) {

    /** The same with other values, one after the other. */
    static final class Change {
        private final UnitShape before;
        private final Object[][] values;
        private final Object[][] origins;
        private int figures;

        Change(UnitShape before) {
            this.before = before;
            this.values = before.values.clone();
            this.origins = before.origins.clone();
            this.figures = before.figures;
        }

        void put(UnitStep.Write write) {
            int i = write.ordinal();
            if (values[i] == before.values[i]) {
                values[i] = values[i].clone();
                origins[i] = origins[i].clone();
            }
            values[i][write.slot()] = write.value() == UnitStep.FIGURE
                    ? new UnitOwn.Figure(figures++)
                    : write.value() instanceof UnitOwn.Later later ? later.numbered(figures++) : write.value();
            origins[i][write.slot()] = write.origin();
        }

        UnitShape done() {
            return Arrays.equals(values, before.values)
                    ? before
                    : new UnitShape(values, origins, figures, before.layout, before.rests);
        }
    }
}
