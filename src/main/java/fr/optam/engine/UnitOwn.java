package fr.optam.engine;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Deferred;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.formula.Bound;
import fr.optam.rulebook.formula.Formula;
import java.util.Optional;

/** What stands, in what acts have in common, in a field whose value is each act's own. */
final class UnitOwn {
    private UnitOwn() {}

    static Act act(Fact fact) {
        return fact instanceof Act act ? act : (Act) fact.above();
    }

    /** A given field, by its place among all given fields. */
    static final class Given extends Deferred {
        private final int field;

        Given(int field) {
            this.field = field;
        }

        @Override
        public Object of(Fact fact) {
            return ActFacts.given(((Act) fact).given(), field);
        }
    }

    /** A figure that was computed of each, by its number. */
    static final class Figure extends Deferred {
        private final int number;

        Figure(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        @Override
        public Object of(Fact fact) {
            return act(fact).figure(number);
        }
    }

    /** A number that is computed when it is first read, and kept where it has a number. */
    static final class Later extends Deferred {
        private final Formula formula;
        private final int ordinal;
        private final int number;
        private volatile Optional<Bound> bound = Optional.empty();
        private volatile boolean tried;

        /**
         * @param ordinal fact of the unit
         * @param number number of the figure; negative as long as it has none
         */
        Later(Formula formula, int ordinal, int number) {
            this.formula = formula;
            this.ordinal = ordinal;
            this.number = number;
        }

        Later numbered(int place) {
            return new Later(formula, ordinal, place);
        }

        @Override
        public Object of(Fact fact) {
            if (number < 0) {
                return formula.eval(fact, Weakest.NOTHING);
            }
            Act act = act(fact);
            Object value = act.figure(number);
            if (value == null) {
                value = computed(act);
                act.figure(number, value);
            }
            return value;
        }

        /** What it reads does not change after its stage, so what is common of it is so for all who come here. */
        private Object computed(Act act) {
            if (!tried) {
                bound = formula.bound(act, UnitRun.fact(act, ordinal));
                tried = true;
            }
            Optional<Bound> left = bound;
            return left.isPresent()
                    ? left.get().eval(act, Weakest.NOTHING)
                    : formula.eval(UnitRun.fact(act, ordinal), Weakest.NOTHING);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Later l && l.formula == formula && l.ordinal == ordinal && l.number == number;
        }

        @Override
        public int hashCode() {
            return formula.hashCode() + number;
        }
    }
}
