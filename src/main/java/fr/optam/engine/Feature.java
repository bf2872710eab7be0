package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.formula.FieldRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a condition can tell of a fact, and nothing finer: two facts alike in every feature of a stage meet the same rules
 * of it, and are decided once.
 */
sealed interface Feature {
    /** What the conditions see of a fact. */
    Object of(Fact fact);

    /** Fields that it looks at. */
    List<FieldRef> fields();

    /** Whether a field is known, unknown or empty. */
    record State(FieldRef field) implements Feature {
        @Override
        public Object of(Fact fact) {
            Object value = field.value(fact);
            return value == null ? null : value instanceof Unknown ? UNKNOWN : KNOWN;
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(field);
        }
    }

    /** A code as it is; of a figure only that it is there. */
    record Code(FieldRef field) implements Feature {
        @Override
        public Object of(Fact fact) {
            Object value = field.value(fact);
            return value == null || value instanceof String || value instanceof Boolean
                    ? value
                    : value instanceof Unknown ? UNKNOWN : KNOWN;
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(field);
        }
    }

    /** A value as it is. */
    record Raw(FieldRef field) implements Feature {
        @Override
        public Object of(Fact fact) {
            Object value = field.value(fact);
            return value instanceof BigDecimal n ? n.stripTrailingZeros() : value;
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(field);
        }
    }

    /** Between which two of the bounds of a table a value lies. */
    record Interval(FieldRef field, List<Object> bounds) implements Feature {
        @Override
        public Object of(Fact fact) {
            Object value = field.value(fact);
            if (value == null || value instanceof Unknown) {
                return value;
            }
            int place = 0;
            for (Object bound : bounds) {
                Integer sign = sign(value, bound);
                if (sign == null) {
                    continue;
                }
                if (sign == 0) {
                    return 2 * place + 1;
                }
                if (sign > 0) {
                    place++;
                }
            }
            return 2 * place;
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(field);
        }
    }

    /** Which of two figures is larger. */
    record Sign(FieldRef a, FieldRef b) implements Feature {
        @Override
        public Object of(Fact fact) {
            return sign(a.value(fact), b.value(fact));
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(a, b);
        }
    }

    /** On which side of zero a figure lies. */
    record Zero(FieldRef field) implements Feature {
        @Override
        public Object of(Fact fact) {
            return field.value(fact) instanceof BigDecimal n ? (Object) n.signum() : null;
        }

        @Override
        public List<FieldRef> fields() {
            return List.of(field);
        }
    }

    /** Stands for any unknown. */
    String UNKNOWN = "\0unknown";

    /** Stands for any figure. */
    String KNOWN = "\0known";

    private static Integer sign(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return Integer.signum(x.compareTo(y));
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return Integer.signum(x.compareTo(y));
        }
        return a instanceof String x && b instanceof String y ? (Integer) Integer.signum(x.compareTo(y)) : null;
    }
}
