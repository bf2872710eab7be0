package fr.optam.cli;

import fr.optam.compare.trend.Ahead;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Said;
import fr.optam.compare.trend.TrendCount;
import fr.optam.compare.trend.YearView;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Goes through the joined years once: counts them, and lets every reading decide the year ahead. */
final class TrendWork {
    private static final int TOGETHER = 64;
    private static final String SYNTHETIC = "SYN-";

    private final TrendCount count;
    private final Optional<Readings> readings;
    private final List<Engine> engines;
    private final int threads;
    private final Consumer<Stayer> stayers;

    /**
     * A member of the last year as the year ahead would find them.
     *
     * @param view what the last year says
     * @param facts facts of the year ahead
     */
    record Stayer(YearView view, PractitionerYear facts) {}

    /**
     * @param engines one a reading, the base first
     * @param stayers takes the members of the last year, in order
     */
    TrendWork(
            TrendCount count,
            Optional<Readings> readings,
            List<Engine> engines,
            int threads,
            Consumer<Stayer> stayers) {
        this.count = count;
        this.readings = readings;
        this.engines = List.copyOf(engines);
        this.threads = threads;
        this.stayers = stayers;
    }

    /** A practitioner, and what each reading says of the year ahead. */
    private record Done(SortedMap<Integer, YearView> history, Optional<Stayer> stayer, List<Said> said) {}

    void run(List<TrendYear.Read> years) throws IOException {
        int last = count.years().last();
        try (TrendJoin join = new TrendJoin(years);
                TrendLane<SortedMap<Integer, TrendSpool.Entry>, Done> lane =
                        new TrendLane<>(histories(join), TOGETHER, threads, some -> done(some, last))) {
            for (Optional<Done> next = lane.next(); next.isPresent(); next = lane.next()) {
                take(next.get());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(Done done) {
        if (!done.history().values().iterator().next().id().startsWith(SYNTHETIC)) {
            count.real();
        }
        count.add(done.history());
        done.stayer().ifPresent(stayer -> {
            stayers.accept(stayer);
            readings.ifPresent(r -> r.add(stayer.view(), done.said()));
        });
    }

    private List<Done> done(List<SortedMap<Integer, TrendSpool.Entry>> some, int last) {
        List<Optional<Stayer>> ahead = new ArrayList<>();
        List<PractitionerYear> facts = new ArrayList<>();
        for (SortedMap<Integer, TrendSpool.Entry> each : some) {
            Optional<Stayer> stayer = stayer(each, last);
            ahead.add(stayer);
            stayer.ifPresent(s -> facts.add(s.facts()));
        }
        List<List<Said>> said = new ArrayList<>();
        for (Engine engine : engines) {
            said.add(
                    facts.isEmpty()
                            ? List.of()
                            : engine.decideAll(facts, Detail.NONE).stream()
                                    .map(Said::of)
                                    .toList());
        }
        List<Done> done = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < some.size(); i++) {
            SortedMap<Integer, YearView> views = new TreeMap<>();
            some.get(i).forEach((year, entry) -> views.put(year, entry.view()));
            List<Said> own = new ArrayList<>();
            if (ahead.get(i).isPresent()) {
                for (List<Said> each : said) {
                    own.add(each.get(at));
                }
                at++;
            }
            boolean member = own.isEmpty() || !own.get(0).notAsked();
            done.add(new Done(views, member ? ahead.get(i) : Optional.empty(), own));
        }
        return done;
    }

    private static Optional<Stayer> stayer(SortedMap<Integer, TrendSpool.Entry> history, int last) {
        TrendSpool.Entry entry = history.get(last);
        if (entry == null || !entry.view().member()) {
            return Optional.empty();
        }
        SortedMap<Integer, PractitionerYear> facts = new TreeMap<>();
        history.forEach((year, each) -> facts.put(year, each.facts()));
        return Ahead.of(facts, last).map(next -> new Stayer(entry.view(), next));
    }

    private static Iterator<SortedMap<Integer, TrendSpool.Entry>> histories(TrendJoin join) {
        return new Iterator<>() {
            private SortedMap<Integer, TrendSpool.Entry> next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    try {
                        next = join.next();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return !next.isEmpty();
            }

            @Override
            public SortedMap<Integer, TrendSpool.Entry> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                SortedMap<Integer, TrendSpool.Entry> given = next;
                next = null;
                return given;
            }
        };
    }
}
