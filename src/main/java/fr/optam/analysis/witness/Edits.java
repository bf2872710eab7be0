package fr.optam.analysis.witness;

import fr.optam.rulebook.table.PlainRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values worth trying at one place of the facts, so that a field gets nearer to what is wanted of it. */
final class Edits {
    private static final int MOST_KEYS = 25;
    private static final int FIRST_YEAR = 1900;

    private final Pool pool;

    Edits(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is tried.
     *
     * @param path path of the place, {@code acts[].on}
     * @param now what is there; null if nothing
     * @param seen value of the field; null if it has none
     * @param wanted what is wanted of the field
     * @param keys rows of lists that are looked up with this place, by its value
     */
    record Place(String path, Object now, Object seen, Wanted wanted, Map<Object, List<PlainRow>> keys) {}

    /** Values to put there, likeliest first; null stands for a JSON null. */
    List<Object> values(Place place, Shape.Leaf leaf) {
        Set<Object> values = new LinkedHashSet<>();
        switch (leaf.type()) {
            case FLAG -> values.addAll(List.of(Boolean.TRUE, Boolean.FALSE));
            case CODE -> {
                place.wanted().hints().stream().filter(leaf.codes()::contains).forEach(values::add);
                values.addAll(leaf.codes());
            }
            case DAY -> days(place, values);
            case WHOLE -> wholes(place, values);
            case NUMBER -> numbers(place, values);
            default -> texts(place, leaf, values);
        }
        values.remove(place.now());
        List<Object> all = new ArrayList<>(values);
        if (leaf.nullable()) {
            all.add(null);
        }
        return all;
    }

    private void days(Place place, Set<Object> values) {
        Optional<LocalDate> now = place.now() instanceof String t ? Optional.of(LocalDate.parse(t)) : Optional.empty();
        for (Object hint : place.wanted().hints()) {
            if (hint instanceof LocalDate day) {
                if (now.isPresent() && place.seen() instanceof LocalDate seen) {
                    add(values, now.get().plusDays(ChronoUnit.DAYS.between(seen, day)));
                }
                add(values, day);
            }
        }
        byKeys(place, values);
        values.removeIf(v -> !(v instanceof String text && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
        LocalDate base = now.orElse(place.seen() instanceof LocalDate seen ? seen : LocalDate.of(2020, 6, 15));
        for (int i = 1; i <= 7; i++) {
            add(values, base.plusDays(i));
        }
        for (int years : new int[] {0, -1, 1, -10}) {
            add(values, base.plusYears(years).withDayOfYear(1));
            add(values, base.plusYears(years).withDayOfYear(1).minusDays(1));
            add(values, base.plusYears(years));
        }
    }

    private static void add(Set<Object> values, LocalDate day) {
        if (day.getYear() >= FIRST_YEAR && day.getYear() < FIRST_YEAR + 300) {
            values.add(day.toString());
        }
    }

    private void wholes(Place place, Set<Object> values) {
        for (Object hint : place.wanted().hints()) {
            if (hint instanceof LocalDate day) {
                values.add(day.getYear());
            } else if (hint instanceof BigDecimal n && n.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
                values.add(n.setScale(0, RoundingMode.FLOOR).intValueExact());
            }
        }
        if (place.now() instanceof Number now) {
            values.add(now.intValue() + 1);
            values.add(now.intValue() - 1);
        }
        values.addAll(pool.values(place.path()).stream().limit(6).toList());
    }

    private void numbers(Place place, Set<Object> values) {
        for (Object hint : place.wanted().hints()) {
            if (hint instanceof BigDecimal n) {
                values.add(n.setScale(Math.max(2, Math.min(6, n.scale())), RoundingMode.HALF_UP)
                        .toPlainString());
            }
        }
        if (place.now() instanceof String text) {
            BigDecimal now = new BigDecimal(text);
            for (String factor : List.of("0", "0.5", "2", "10")) {
                values.add(now.multiply(new BigDecimal(factor))
                        .setScale(Math.max(2, Math.min(6, now.scale())), RoundingMode.HALF_UP)
                        .toPlainString());
            }
        }
        pool.values(place.path()).stream().limit(6).forEach(values::add);
    }

    private void texts(Place place, Shape.Leaf leaf, Set<Object> values) {
        List<Object> likely = new ArrayList<>(place.wanted().hints());
        likely.forEach(hint -> {
            if (hint instanceof String code && fits(leaf, code)) {
                values.add(code);
            }
        });
        byKeys(place, values);
        pool.values(place.path()).stream().limit(MOST_KEYS).forEach(values::add);
        values.removeIf(v -> !(v instanceof String text && fits(leaf, text)));
    }

    static boolean fits(Shape.Leaf leaf, String text) {
        return leaf.pattern().map(p -> p.matcher(text).find()).orElse(true);
    }

    /** Keys of lists, those first whose row holds a value that is wanted; of rows alike otherwise only some. */
    private static void byKeys(Place place, Set<Object> values) {
        List<Object> hints = place.wanted().hints();
        List<Object> later = new ArrayList<>();
        place.keys().forEach((key, rows) -> {
            if (key instanceof BigDecimal) {
                return;
            }
            Object value = key instanceof LocalDate day ? day.toString() : key;
            boolean named = rows.stream().anyMatch(r -> hints.stream().anyMatch(r.values()::containsValue));
            (named ? values : later).add(value);
        });
        later.stream().limit(MOST_KEYS).forEach(values::add);
    }
}
