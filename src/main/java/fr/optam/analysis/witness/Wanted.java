package fr.optam.analysis.witness;

import fr.optam.fact.flat.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the value of one field must be. */
public sealed interface Wanted
        permits Wanted.Any,
                Wanted.Known,
                Wanted.Codes,
                Wanted.Other,
                Wanted.Flag,
                Wanted.Between,
                Wanted.All,
                Wanted.Past,
                Goals.Chosen {
    /** Whether a value will do; null stands for a field without value. */
    boolean holds(Object value);

    /** Values worth trying, the plainest first; they need not hold. */
    List<Object> hints();

    /** Anything will do, also an unknown. */
    record Any() implements Wanted {
        @Override
        public boolean holds(Object value) {
            return true;
        }

        @Override
        public List<Object> hints() {
            return List.of();
        }
    }

    /** Any value will do, but there must be one. */
    record Known() implements Wanted {
        @Override
        public boolean holds(Object value) {
            return value != null && !(value instanceof Unknown);
        }

        @Override
        public List<Object> hints() {
            return List.of();
        }
    }

    /**
     * One of some codes, or a list separated by {@code ;} with one of them.
     *
     * @param codes the codes, at least one
     */
    record Codes(Set<String> codes) implements Wanted {
        @Override
        public boolean holds(Object value) {
            return value instanceof String text
                    && (codes.contains(text) || Arrays.stream(text.split(";")).anyMatch(codes::contains));
        }

        @Override
        public List<Object> hints() {
            return codes.stream().sorted().map(c -> (Object) c).toList();
        }
    }

    /**
     * A code other than some.
     *
     * @param codes codes that it must not be, nor hold
     * @param likely codes worth trying
     */
    record Other(Set<String> codes, List<String> likely) implements Wanted {
        @Override
        public boolean holds(Object value) {
            return value instanceof String text
                    && Arrays.stream(text.split(";")).noneMatch(codes::contains);
        }

        @Override
        public List<Object> hints() {
            return List.copyOf(likely);
        }
    }

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Flag(boolean value) implements Wanted {
        @Override
        public boolean holds(Object other) {
            return Boolean.valueOf(value).equals(other);
        }

        @Override
        public List<Object> hints() {
            return List.of(value);
        }
    }

    /**
     * A number, a day or a time {@code 08:00} within bounds.
     *
     * @param from lower bound; empty if there is none
     * @param fromIncluded whether the bound itself will do
     * @param to upper bound; empty if there is none
     * @param toIncluded whether the bound itself will do
     */
    record Between(Optional<Object> from, boolean fromIncluded, Optional<Object> to, boolean toIncluded)
            implements Wanted {
        @Override
        public boolean holds(Object value) {
            return new Known().holds(value)
                    && from.map(f -> Scale.compare(value, f, fromIncluded ? 0 : 1))
                            .orElse(true)
                    && to.map(t -> Scale.compare(t, value, toIncluded ? 0 : 1)).orElse(true);
        }

        @Override
        public List<Object> hints() {
            return Scale.within(from, to).stream().filter(this::holds).toList();
        }
    }

    /**
     * All of several.
     *
     * @param parts what must hold together
     */
    record All(List<Wanted> parts) implements Wanted {
        @Override
        public boolean holds(Object value) {
            return parts.stream().allMatch(p -> p.holds(value));
        }

        @Override
        public List<Object> hints() {
            List<Object> hints = new ArrayList<>();
            parts.forEach(p -> p.hints().stream().filter(this::holds).forEach(hints::add));
            return hints.stream().distinct().toList();
        }
    }

    /**
     * A value for which a condition fails.
     *
     * @param cell the condition
     * @param likely values worth trying
     */
    record Past(fr.optam.rulebook.table.ConditionCell cell, List<Object> likely) implements Wanted {
        @Override
        public boolean holds(Object value) {
            return new Known().holds(value) && !cell.holdsFor(value);
        }

        @Override
        public List<Object> hints() {
            return likely.stream().filter(this::holds).toList();
        }
    }

    /** Both of two. */
    static Wanted both(Wanted a, Wanted b) {
        if (a instanceof Any || a.equals(b)) {
            return b;
        }
        return b instanceof Any ? a : new All(List.of(a, b));
    }
}
