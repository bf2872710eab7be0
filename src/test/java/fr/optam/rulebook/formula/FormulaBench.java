package fr.optam.rulebook.formula;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Act;
import fr.optam.fact.flat.Activity;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.fact.flat.Letter;
import fr.optam.fact.flat.Rise;
import fr.optam.fact.flat.Unknown;
import fr.optam.fact.flat.Year;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A practitioner-year and two lists to try formulas on. */
final class FormulaBench {
    private static final List<String> FIELDS = List.of(
            "two", "half", "day", "leap", "code", "codes", "yes", "no", "u", "v", "empty", "year", "fee", "on",
            "letter", "riseOn", "base", "rise", "g", "rate", "quarter");

    private final Map<Kind, Layout> layouts = new java.util.EnumMap<>(Kind.class);
    private final Year year;
    private final Set<String> read = new TreeSet<>();

    FormulaBench() {
        for (Kind kind : Kind.values()) {
            layouts.put(kind, new Layout(kind, FIELDS));
        }
        year = new Year(layouts.get(Kind.YEAR));
        put(year, "two", new BigDecimal("2"));
        put(year, "half", new BigDecimal("0.5"));
        put(year, "day", LocalDate.of(2025, 1, 31));
        put(year, "leap", LocalDate.of(2024, 2, 29));
        put(year, "code", "OPTAM");
        put(year, "codes", "2013;2014;2015");
        put(year, "yes", true);
        put(year, "no", false);
        put(year, "u", Unknown.of("facts.u"));
        put(year, "v", Unknown.of("facts.v"));
        put(year, "year", new BigDecimal("2025"));
        put(year, "quarter", "2025-Q3");
    }

    private static void put(Fact fact, String field, Object value) {
        fact.put(field, value, null);
    }

    Year year() {
        return year;
    }

    Set<String> read() {
        return read;
    }

    /** Adds an activity with a fee, or an unknown or missing one. */
    Activity activity(int of, Object fee) {
        Activity activity = new Activity(layouts.get(Kind.ACTIVITY), year, String.valueOf(of), "activity." + of, 1);
        put(activity, "year", BigDecimal.valueOf(of));
        put(activity, "fee", fee);
        return activity;
    }

    /** Adds an act line that stands for several. */
    Act act(String key, String fee, long weight) {
        Act act = new Act(layouts.get(Kind.ACT), year, key, "acts." + key, weight);
        put(act, "fee", new BigDecimal(fee));
        put(act, "on", LocalDate.of(2025, 6, 1));
        return act;
    }

    Letter letter(Act act, String letter) {
        Letter fact = new Letter(layouts.get(Kind.LETTER), act, act.key() + letter, act.path(), act.weight());
        put(fact, "letter", letter);
        return fact;
    }

    void rise(LocalDate on, String base, String rise) {
        Rise fact = new Rise(layouts.get(Kind.RISE), year, on.toString(), "tariffRises.0", 1);
        put(fact, "riseOn", on);
        put(fact, "base", new BigDecimal(base));
        put(fact, "rise", new BigDecimal(rise));
    }

    Object eval(String formula) {
        return eval(formula, year);
    }

    Object eval(String formula, Fact fact) {
        try {
            return Formula.read(formula, TABLES).eval(fact, new Reads() {
                @Override
                public void field(Fact holder, String name, Object value, Object origin) {
                    read.add(name);
                }

                @Override
                public void row(PlainRow row, String column, Object value) {
                    read.add(row.id());
                }
            });
        } catch (FormulaInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** A value as tests write it: {@code ?path} for an unknown, {@code nothing} for none. */
    static String shown(Object value) {
        if (value instanceof Unknown u) {
            return "?" + String.join(",", u.paths());
        }
        return value == null ? "nothing" : value instanceof BigDecimal n ? n.toPlainString() : value.toString();
    }

    static final Tables TABLES = new Tables() {
        private final PlainTable options = table(
                "reference/options",
                row(
                        "O-1",
                        "2017-01-01",
                        "2024-12-31",
                        Map.of("option", "OPTAM", "next", "OPTAM_CO", "value", new BigDecimal("50"))),
                row(
                        "O-2",
                        "2025-01-01",
                        null,
                        Map.of("option", "OPTAM", "next", "OPTAM_ACO", "value", new BigDecimal("50.00"))),
                row("O-3", "2017-01-01", null, Map.of("option", "BOTH", "value", new BigDecimal("1"))),
                row("O-4", "2017-01-01", null, Map.of("option", "BOTH", "value", new BigDecimal("2"))),
                row("O-5", "2017-01-01", null, Map.of("option", "SAME", "value", new BigDecimal("7"))),
                row("O-6", "2017-01-01", null, Map.of("option", "SAME", "value", new BigDecimal("7"))),
                row("O-7", "2017-01-01", null, Map.of("next", "FALLBACK")));

        private static PlainRow row(String id, String from, String to, Map<String, Object> values) {
            Citation citation = new Citation(
                    List.of("L1"),
                    "",
                    Confidence.LAW,
                    Optional.of(LocalDate.parse(from)),
                    Optional.ofNullable(to).map(LocalDate::parse),
                    "");
            return new PlainRow(id, "reference/options", "x!Table!A4", 4, values, Map.of(), citation);
        }

        private static PlainTable table(String name, PlainRow... rows) {
            List<Column> columns = new ArrayList<>();
            for (String column : List.of("option", "next", "value")) {
                columns.add(new Column(columns.size() + 1, column, ColumnType.CODE, column));
            }
            return new PlainTable(name, "x", columns, List.of(rows));
        }

        @Override
        public Optional<PlainTable> plain(String name) {
            return Optional.of(options).filter(t -> t.name().equals(name));
        }

        @Override
        public boolean tests(String ruleTable, String field) {
            return ruleTable.equals("modifiers/droits") && field.equals("letter");
        }

        @Override
        public int openRows(String ruleTable, Fact fact, List<String> fields) {
            return fields.size();
        }

        @Override
        public boolean isField(String name) {
            return FIELDS.contains(name);
        }
    };
}
