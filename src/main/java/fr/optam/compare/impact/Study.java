package fr.optam.compare.impact;

import fr.optam.compare.Edit;
import fr.optam.compare.Mixture;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.engine.Touch;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Decides a cohort under two rulebooks and finds who changes, by how much, and because of which edit. */
public final class Study {
    /** Practitioner-years that are decided together. */
    private static final int CHUNK = 32;

    private final List<Edit> edits;
    private final Rulebook before;
    private final Rulebook after;
    private final Mixture mixture;
    private final Mixes mixes;
    private final Stakes stakes;

    private Study(List<Edit> edits, Rulebook before, Rulebook after, Mixture mixture) {
        this.edits = List.copyOf(edits);
        this.before = before;
        this.after = after;
        this.mixture = mixture;
        this.mixes = new Kept(mixture);
        this.stakes = Stakes.of(before.list(Stakes.LIST).isPresent() ? before : after);
    }

    /**
     * A study of the edits between two rulebooks.
     *
     * @param before engine of the one
     * @param after the other
     * @param edits {@link fr.optam.compare.Edits#between} the two
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public static Study of(Engine before, Rulebook after, List<Edit> edits) throws RulebookInvalid {
        return new Study(edits, before.rulebook(), after, Mixture.of(before, after, edits));
    }

    /** What tells acts apart, so that the facts can be decided with any of the edits. */
    public Grouping grouping() throws RulebookInvalid {
        return mixture.grouping();
    }

    /** Whether acts are told apart as the rulebook before needs it. */
    public boolean isSameOfActs() throws RulebookInvalid {
        return mixture.isSameOfActs();
    }

    /** The edits as they are told, by number. */
    public List<EditView> edits() {
        return edits.stream().map(Telling::view).toList();
    }

    /** The practitioner-years of a study, in the order of their ids. */
    @FunctionalInterface
    public interface Source {
        /**
         * Gives each of them, in order.
         *
         * @param taker takes something that makes one; called in the thread of the caller, what it gives is called in others
         */
        void each(Consumer<Supplier<PractitionerYear>> taker) throws IOException;
    }

    /** Engines that every practitioner may need are kept for good: those with one edit, and with all but one. */
    private static final class Kept implements Mixes {
        private final Mixture mixture;
        private final Map<BitSet, Engine> kept = new HashMap<>();

        Kept(Mixture mixture) {
            this.mixture = mixture;
        }

        @Override
        public int size() {
            return mixture.edits().size();
        }

        @Override
        public synchronized Engine engine(BitSet edits) {
            Engine known = kept.get(edits);
            if (known == null) {
                try {
                    known = mixture.engine(edits);
                } catch (RulebookInvalid e) {
                    throw new IllegalStateException("edits " + edits + ": Drools refuses them, " + e.getMessage(), e);
                }
                if (edits.cardinality() <= 1 || edits.cardinality() >= size() - 1) {
                    kept.put((BitSet) edits.clone(), known);
                }
            }
            return known;
        }
    }

    /**
     * Decides every practitioner-year that an edit can touch, and adds up.
     *
     * @param source whose facts
     * @param threads threads that decide, at least 1
     * @param cases takes every case, in order
     * @param decided told how many practitioner-years were looked at since it was told last
     * @return what was added up
     * @throws IOException if the facts can't be read, or cases can't be written
     */
    public Done run(Source source, int threads, Consumer<Case> cases, LongConsumer decided) throws IOException {
        Totals totals = new Totals(edits.size());
        Chunk chunk = new Chunk(mixes, Moves.of(edits, before, after), touch(), stakes);
        try (Ordered<Supplier<PractitionerYear>, List<Result>> ordered = new Ordered<>(
                threads,
                CHUNK,
                some -> chunk.results(some.stream().map(Supplier::get).toList()),
                results -> {
                    results.forEach(totals::add);
                    results.forEach(r -> r.one().ifPresent(cases));
                    decided.accept(results.size());
                })) {
            source.each(ordered::put);
            ordered.end();
        }
        return new Done(totals);
    }

    /** What was added up. */
    public final class Done {
        private final Totals totals;

        private Done(Totals totals) {
            this.totals = totals;
        }

        /** Practitioner-years. */
        public long practitioners() {
            return totals.practitioners;
        }

        /** Practitioner-years that an edit can touch. */
        public long touched() {
            return totals.touched;
        }

        /** Whether every id is one of a synthetic sample. */
        public boolean synthetic() {
            return totals.synthetic && totals.practitioners > 0;
        }

        /** The greatest loss of one practitioner, cents; zero or negative. */
        public long greatestLoss() {
            return totals.greatestLoss;
        }

        /**
         * What is told.
         *
         * @param from the rulebook before, as the user called it
         * @param to that after
         * @param population whose practitioner-years they were
         * @throws IllegalStateException if the sums do not agree
         */
        public Impact impact(String from, String to, Population population) {
            return new Telling(totals, new Labels(before, after), stakes)
                    .impact(new Side(from, before.id()), new Side(to, after.id()), population, edits);
        }
    }

    /**
     * Edits that can touch a practitioner-year: added to the rulebook before, or taken from that after. Whom neither one edit
     * nor all of them can touch is not looked at further.
     */
    private Function<PractitionerYear, BitSet> touch() {
        int size = edits.size();
        BitSet all = new BitSet();
        all.set(0, size);
        List<Engine> added = new ArrayList<>();
        List<Engine> taken = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            BitSet one = new BitSet();
            one.set(i);
            added.add(mixes.engine(one));
            BitSet others = (BitSet) all.clone();
            others.clear(i);
            taken.add(mixes.engine(others));
        }
        if (size < 2) {
            return Touch.of(mixes.engine(new BitSet()), added)::of;
        }
        added.add(mixes.engine(all));
        Touch before = Touch.of(mixes.engine(new BitSet()), added);
        Touch after = Touch.of(mixes.engine(all), taken);
        return facts -> {
            BitSet touched = before.of(facts);
            if (!touched.isEmpty()) {
                touched.clear(size);
                touched.or(after.of(facts));
                return touched.isEmpty() ? all : touched;
            }
            return touched;
        };
    }
}
