package fr.optam.rulebook;

import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Activity;
import fr.optam.fact.flat.Component;
import fr.optam.fact.flat.Count;
import fr.optam.fact.flat.Event;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Letter;
import fr.optam.fact.flat.Membership;
import fr.optam.fact.flat.Option;
import fr.optam.fact.flat.Rate;
import fr.optam.fact.flat.Rise;
import fr.optam.fact.flat.Test;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Seeded facts around the constants of a rule table: at each bound, beside it, unknown, empty, of another kind. */
public final class RandomFacts {
    private final Dictionary dictionary;
    private final RuleTable table;
    private final Random random;
    private final Map<String, List<Object>> values = new TreeMap<>();

    /** Facts for a table. */
    public RandomFacts(Dictionary dictionary, RuleTable table, long seed) {
        this.dictionary = dictionary;
        this.table = table;
        this.random = new Random(seed);
        for (ConditionColumn column : table.conditions()) {
            List<Object> all = values.computeIfAbsent(column.field(), f -> new ArrayList<>());
            all.add(null);
            all.add(Unknown.of(column.field()));
            all.add("ELSE");
            all.add(BigDecimal.ONE.negate());
            if (column.test() == Test.YES) {
                all.addAll(List.of(true, false));
            }
        }
        table.rows().forEach(row -> row.conditions()
                .forEach(cell -> around(cell, values.get(cell.column().field()))));
    }

    private static void around(ConditionCell cell, List<Object> all) {
        Object operand = cell.operand();
        if (operand instanceof List<?> codes) {
            all.addAll(codes);
            all.add(codes.get(0) + ";ELSE");
            all.add("ELSE;" + codes.get(codes.size() - 1));
            all.add(codes.get(0) + "X");
        } else if (operand instanceof LocalDate day) {
            all.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        } else if (operand instanceof BigDecimal n) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(6);
            all.addAll(List.of(n.subtract(step), n, n.setScale(n.scale() + 2), n.add(step)));
        } else if (operand instanceof String time) {
            int minute = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
            for (int m = Math.max(0, minute - 1); m <= Math.min(1439, minute + 1); m++) {
                all.add(String.format(java.util.Locale.ROOT, "%02d:%02d", m / 60, m % 60));
            }
        }
    }

    /** One fact: as a row wants it with up to three fields changed, or all at random. */
    public Fact next() {
        Fact fact = fact(dictionary, table.kind());
        Map<String, Object> chosen = new TreeMap<>();
        values.forEach((field, all) -> chosen.put(field, pick(all)));
        if (random.nextInt(8) > 0 && !table.rows().isEmpty()) {
            RuleRow row = table.rows().get(random.nextInt(table.rows().size()));
            row.conditions().forEach(cell -> satisfying(cell, chosen));
            for (int i = random.nextInt(4); i > 0; i--) {
                String field = pick(List.copyOf(chosen.keySet()));
                chosen.put(field, pick(values.get(field)));
            }
        }
        chosen.forEach((field, value) -> put(fact, field, value));
        return fact;
    }

    private void satisfying(ConditionCell cell, Map<String, Object> chosen) {
        List<Object> good = values.get(cell.column().field()).stream()
                .filter(cell::holdsFor)
                .toList();
        if (!good.isEmpty() && !cell.holdsFor(chosen.get(cell.column().field()))) {
            chosen.put(cell.column().field(), pick(good));
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Puts a value where the field lies: in the fact or in one it belongs to. */
    public static void put(Fact fact, String field, Object value) {
        Fact holder = fact;
        while (holder.layout().indexOf(field) < 0) {
            holder = holder.above();
        }
        holder.put(field, value, null);
    }

    /** An empty fact with parents of its own. */
    public static Fact fact(Dictionary dictionary, Kind kind) {
        Year year = new Year(dictionary.layout(Kind.YEAR));
        return switch (kind) {
            case YEAR -> year;
            case MEMBERSHIP -> new Membership(dictionary.layout(kind), year, "0", "memberships.0", 1);
            case ACTIVITY -> activity(dictionary, year);
            case COUNT -> new Count(dictionary.layout(kind), activity(dictionary, year), "ADC", "", 1);
            case ACT -> act(dictionary, year);
            case LETTER -> new Letter(dictionary.layout(kind), act(dictionary, year), "a1:K", "acts.a1", 1);
            case EVENT -> new Event(dictionary.layout(kind), year, "0", "events.0", 1);
            case RISE -> new Rise(dictionary.layout(kind), year, "0", "tariffRises.0", 1);
            case OPTION -> new Option(dictionary.layout(kind), year, "o", "", 1);
            case RATE -> new Rate(dictionary.layout(kind), year, "r", "", 1);
            case COMPONENT -> new Component(dictionary.layout(kind), year, "c", "", 1);
        };
    }

    private static Act act(Dictionary dictionary, Year year) {
        return new Act(dictionary.layout(Kind.ACT), year, "a1", "acts.a1", 1);
    }

    private static Activity activity(Dictionary dictionary, Year year) {
        return new Activity(dictionary.layout(Kind.ACTIVITY), year, "2025", "activity.2025", 1);
    }
}
