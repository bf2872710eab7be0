package fr.optam.compare.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each reading of the rules allows the members of the last year in the year ahead, against the base reading.
 *
 * <p>A difference is told of those for whom both readings set a rate, or give one to be reviewed for the same reason.
 */
public final class Readings {
    /** Name of the reading that the others are held against. */
    public static final String BASE = "base";

    private static final int POINTS = 2;
    private static final String SET = "SET";

    private final int year;
    private final List<String> names;
    private final List<String> rates;
    private final SortedMap<Key, Counted> all = new TreeMap<>();

    /** What is counted apart. */
    record Key(String reading, String rate, Group group) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int reading = this.reading.compareTo(other.reading);
            int rate = reading != 0 ? reading : this.rate.compareTo(other.rate);
            return rate != 0 ? rate : group.compareTo(other.group);
        }
    }

    /** What a reading does to one rate of one group. */
    public static final class Counted {
        private final SortedMap<String, Long> verdicts = new TreeMap<>();
        private final SortedMap<String, Long> respects = new TreeMap<>();
        private final Spread allowed = new Spread();
        private final Spread difference = new Spread();
        private final Spread compared = new Spread();
        private BigDecimal euros = BigDecimal.ZERO.setScale(2);
        private long up;
        private long down;
        private long provisional;
        private long newlyBreached;
        private long noLongerBreached;

        /** How often each verdict came, with its reason where no rate is set: {@code SET}, {@code REVIEW:REASON}. */
        public SortedMap<String, Long> verdicts() {
            return Collections.unmodifiableSortedMap(verdicts);
        }

        /** Verdicts on whether the practice of the last year would keep the rate. */
        public SortedMap<String, Long> respects() {
            return Collections.unmodifiableSortedMap(respects);
        }

        /** Of the rates, how many are not set but to be reviewed, with the figure as far as it is known. */
        public long provisional() {
            return provisional;
        }

        /** Rates set, and those to be reviewed as far as they are known. */
        public Spread allowed() {
            return allowed;
        }

        /** Points above the base, below if negative. */
        public Spread difference() {
            return difference;
        }

        /** Rates of the base for those of whom a difference is told. */
        public Spread compared() {
            return compared;
        }

        /** EUR of fees by which the rates differ from the base at the fees of the last year. */
        public BigDecimal euros() {
            return euros;
        }

        /** Members whose rate is above the base. */
        public long up() {
            return up;
        }

        /** Members whose rate is below the base. */
        public long down() {
            return down;
        }

        /** Members who would miss the rate and would keep that of the base. */
        public long newlyBreached() {
            return newlyBreached;
        }

        /** Members who would keep the rate and would miss that of the base. */
        public long noLongerBreached() {
            return noLongerBreached;
        }
    }

    /**
     * @param year the year ahead
     * @param names names of the readings, the base first
     * @param rates names of the commitments
     */
    public Readings(int year, List<String> names, List<String> rates) {
        this.year = year;
        this.names = List.copyOf(names);
        this.rates = List.copyOf(rates);
    }

    /** The year ahead. */
    public int year() {
        return year;
    }

    /** Names of the readings, the base first. */
    public List<String> names() {
        return names;
    }

    /** Names of the commitments. */
    public List<String> rates() {
        return rates;
    }

    /** What a reading does to a rate of a group; nothing if nobody is in it. */
    public Optional<Counted> of(String reading, String rate, Group group) {
        return Optional.ofNullable(all.get(new Key(reading, rate, group)));
    }

    /**
     * Takes a member of the last year.
     *
     * @param view what the last year says
     * @param said what each reading decides for the year ahead, in the order of the names
     */
    public void add(YearView view, List<Said> said) {
        for (String rate : rates) {
            String question = "commitment." + rate;
            Optional<BigDecimal> base = value(said.get(0), question);
            for (int i = 0; i < names.size(); i++) {
                for (Group group : groups(view)) {
                    add(
                            all.computeIfAbsent(new Key(names.get(i), rate, group), k -> new Counted()),
                            said.get(i),
                            said.get(0),
                            rate,
                            base,
                            view.fees());
                }
            }
        }
    }

    private static List<Group> groups(YearView view) {
        return List.of(
                Group.ALL,
                new Group(Group.By.OPTION, view.option()),
                new Group(Group.By.SPECIALTY, view.specialty().isEmpty() ? Group.UNKNOWN : view.specialty()));
    }

    private static void add(
            Counted counted,
            Said said,
            Said base,
            String rate,
            Optional<BigDecimal> baseRate,
            Optional<BigDecimal> fees) {
        String question = "commitment." + rate;
        Optional<BigDecimal> own = value(said, question);
        Said.To to = said.answers().get(question);
        boolean set = to != null && to.verdict().equals(SET);
        String verdict = to == null ? "" : set ? SET : to.verdict() + ":" + to.reason();
        counted.verdicts.merge(verdict, 1L, Long::sum);
        String respect = said.verdict("respect." + rate);
        counted.respects.merge(respect, 1L, Long::sum);
        String baseRespect = base.verdict("respect." + rate);
        if (respect.equals(Verdict.BREACHED) && baseRespect.equals(Verdict.RESPECTED)) {
            counted.newlyBreached++;
        }
        if (respect.equals(Verdict.RESPECTED) && baseRespect.equals(Verdict.BREACHED)) {
            counted.noLongerBreached++;
        }
        own.ifPresent(counted.allowed::add);
        counted.provisional += own.isPresent() && !set ? 1 : 0;
        if (own.isPresent() && baseRate.isPresent() && alike(said, base, question)) {
            BigDecimal difference = own.get().subtract(baseRate.get());
            counted.compared.add(baseRate.get());
            counted.difference.add(difference.movePointRight(POINTS));
            counted.up += difference.signum() > 0 ? 1 : 0;
            counted.down += difference.signum() < 0 ? 1 : 0;
            fees.ifPresent(f ->
                    counted.euros = counted.euros.add(f.multiply(difference).setScale(2, RoundingMode.HALF_UP)));
        }
    }

    private static Optional<BigDecimal> value(Said said, String question) {
        return Optional.ofNullable(said.answers().get(question))
                .flatMap(Said.To::value)
                .map(BigDecimal::new);
    }

    /** Two figures may be held against each other if both are set, or if both lack the same. */
    private static boolean alike(Said one, Said other, String question) {
        Said.To a = one.answers().get(question);
        Said.To b = other.answers().get(question);
        return a != null
                && b != null
                && a.verdict().equals(b.verdict())
                && (a.verdict().equals(SET) || a.reason().equals(b.reason()));
    }

    /** The figures for the long table. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        all.forEach((key, counted) -> {
            String name = "reading." + key.reading() + "." + key.rate() + ".";
            long members = counted.verdicts.values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            Spread allowed = counted.allowed;
            if (allowed.size() > 0) {
                figures.add(figure(name + "allowed.mean", key, allowed.mean(), "rate", allowed.size()));
                figures.add(figure(name + "allowed.p25", key, allowed.quantile(1, 4), "rate", allowed.size()));
                figures.add(figure(name + "allowed.median", key, allowed.quantile(1, 2), "rate", allowed.size()));
                figures.add(figure(name + "allowed.p75", key, allowed.quantile(3, 4), "rate", allowed.size()));
            }
            if (counted.difference.size() > 0) {
                long of = counted.difference.size();
                figures.add(figure(name + "difference.mean", key, counted.difference.mean(), "points", of));
                figures.add(figure(name + "difference.median", key, counted.difference.quantile(1, 2), "points", of));
                figures.add(figure(name + "difference.euros", key, counted.euros, "EUR", of));
                figures.add(count(name + "above", key, counted.up, of));
                figures.add(count(name + "below", key, counted.down, of));
            }
            counted.verdicts.forEach((verdict, count) ->
                    figures.add(count(name + "commitment." + verdict.replace(':', '.'), key, count, members)));
            counted.respects.forEach(
                    (verdict, count) -> figures.add(count(name + "respect." + verdict, key, count, members)));
        });
        Collections.sort(figures);
        return figures;
    }

    private Figure count(String measure, Key key, long count, long of) {
        return figure(measure, key, BigDecimal.valueOf(count), "practitioners", of);
    }

    private Figure figure(String measure, Key key, BigDecimal value, String unit, long of) {
        return new Figure(year, measure, key.group(), value, unit, of);
    }
}
