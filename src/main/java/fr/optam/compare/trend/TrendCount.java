package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts a cohort over years, one practitioner after the other; only counts and distributions stay in memory.
 *
 * <p>Rates of a group are those of its members; of the group without an option they are those of the practitioners in it.
 */
public final class TrendCount {
    private static final List<String> STEPS = List.of("joined", "left", "leftAfterBreach", "switched");
    private static final List<String> ALWAYS =
            List.of("practitioners", "mayJoin", "members", "joined", "left", "leftAfterBreach", "switched");

    private final SortedSet<Integer> years;
    private final SortedMap<Group, SortedMap<Integer, GroupYear>> all = new TreeMap<>();
    private final SortedMap<Move, Long> moves = new TreeMap<>(Move.ORDER);
    private boolean synthetic = true;
    private long practitioners;

    /** @param years civil years, each of its own input */
    public TrendCount(SortedSet<Integer> years) {
        this.years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
    }

    /** Takes a practitioner: what each year says, by year; a year without them has no entry. */
    public void add(SortedMap<Integer, YearView> history) {
        practitioners++;
        history.forEach((year, view) -> {
            for (Group group : Group.of(view)) {
                boolean rated = view.member() || group.equals(new Group(Group.By.OPTION, Group.NONE));
                at(group, year).add(view, rated);
            }
        });
        for (int year : years) {
            if (years.contains(year - 1)) {
                step(Optional.ofNullable(history.get(year - 1)), Optional.ofNullable(history.get(year)), year);
            }
        }
    }

    /** Says that a practitioner is no synthetic one. */
    public void real() {
        synthetic = false;
    }

    private GroupYear at(Group group, int year) {
        return all.computeIfAbsent(group, g -> new TreeMap<>()).computeIfAbsent(year, y -> new GroupYear());
    }

    private void step(Optional<YearView> before, Optional<YearView> after, int year) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        String from = before.map(TrendCount::standing).orElse(Move.ABSENT);
        String to = after.map(TrendCount::standing).orElse(Move.ABSENT);
        if (!from.equals(to)) {
            moves.merge(new Move(year, from, to), 1L, Long::sum);
        }
        boolean was = before.map(YearView::member).orElse(false);
        boolean is = after.map(YearView::member).orElse(false);
        if (is && !was) {
            Group.of(after.get()).forEach(g -> at(g, year).count("joined"));
        }
        if (was && !is) {
            boolean missed = before.get().respect().equals(Verdict.BREACHED);
            Group.of(before.get()).forEach(g -> {
                at(g, year).count("left");
                if (missed) {
                    at(g, year).count("leftAfterBreach");
                }
            });
        }
        if (was && is) {
            String option = before.get().option();
            Group.of(after.get()).forEach(g -> {
                if (!option.equals(after.get().option())) {
                    at(g, year).count("switched");
                }
                after.get().rates().forEach((name, rate) -> change(g, year, name, before.get(), rate));
            });
        }
    }

    private void change(Group group, int year, String name, YearView before, YearView.RateView after) {
        Optional<YearView.RateView> earlier = Optional.ofNullable(before.rates().get(name));
        between(group, year, "changeObserved." + name, earlier.flatMap(YearView.RateView::observed), after.observed());
        between(
                group,
                year,
                "changeCommitted." + name,
                earlier.flatMap(YearView.RateView::committed),
                after.committed());
    }

    private void between(Group group, int year, String name, Optional<BigDecimal> before, Optional<BigDecimal> after) {
        if (before.isPresent() && after.isPresent()) {
            at(group, year).spread(name, after.get().subtract(before.get()));
        }
    }

    private static String standing(YearView view) {
        if (view.standing() instanceof YearView.Standing.Unknown) {
            return Group.UNKNOWN;
        }
        return view.member() ? view.option() : Group.NONE;
    }

    /** Civil years, in order. */
    public SortedSet<Integer> years() {
        return years;
    }

    /** Practitioners seen in one year at least. */
    public long practitioners() {
        return practitioners;
    }

    /** Whether every practitioner is a synthetic one. */
    public boolean synthetic() {
        return synthetic;
    }

    /** Moves between consecutive years, and how many made each. */
    public SortedMap<Move, Long> moves() {
        return Collections.unmodifiableSortedMap(moves);
    }

    /** Groups that were seen. */
    public SortedSet<Group> groups() {
        return new TreeSet<>(all.keySet());
    }

    /** The distribution of a measure in a year and group; nothing if no figure came. */
    public Optional<Spread> spread(Group group, int year, String measure) {
        return Optional.ofNullable(all.getOrDefault(group, new TreeMap<>()).get(year))
                .flatMap(g -> Optional.ofNullable(g.spreads().get(measure)));
    }

    /** The long table: every figure, by measure, group and year. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        all.forEach((group, byYear) -> {
            Set<String> names = new TreeSet<>(ALWAYS);
            byYear.values().forEach(counted -> names.addAll(counted.names()));
            for (int year : years) {
                Set<String> own = new TreeSet<>(names);
                own.removeIf(name -> STEPS.contains(name) && !years.contains(year - 1));
                figures.addAll(byYear.getOrDefault(year, new GroupYear()).figures(year, group, own));
            }
        });
        Collections.sort(figures);
        return figures;
    }
}
