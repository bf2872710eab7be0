package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.formula.Formula;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what acts are alike. Of the fields that are given, codes, counts and yes or no tell acts apart; amounts, the day, the
 * code of the act and what identifies it do not: of those only whether they are known counts, of the day also between
 * which validities it lies, and the code of the act if a list names it.
 */
final class UnitPlan {
    private static final Set<String> OWN = Set.of(
            "act",
            "on",
            "at",
            "code",
            "allowedModifiers",
            "baseTariff",
            "baseTariffWithoutOption",
            "feeCharged",
            "lines",
            "quantity",
            "association");
    private static final Set<String> YEAR_BOUNDS = Set.of("yearStart", "yearEnd");
    private static final Set<Unit> FIGURES = EnumSet.of(Unit.EUR, Unit.RATE, Unit.POINTS, Unit.DATE, Unit.TIME);
    private static final Object KNOWN = "\0known";

    private final Rulebook rulebook;
    private final LocalDate[] bounds;
    private final Set<String> written;
    private final Set<String> listed = new HashSet<>();
    private final Set<String> contextual = new HashSet<>();
    private final int[] context;
    private final boolean[] shown;
    private final int on;
    private final int code;
    private final boolean[] own;
    private final int[] given;
    private final int[] ofLetter;

    /**
     * @param read fields that rules for acts and letters read
     * @param written fields that rules give values
     */
    UnitPlan(Rulebook rulebook, Set<String> read, Set<String> written) {
        this.written = Set.copyOf(written);
        this.rulebook = rulebook;
        this.bounds = bounds(rulebook);
        rulebook.lists().values().forEach(t -> t.rows()
                .forEach(r -> r.values().values().forEach(v -> listed.add(String.valueOf(v)))));
        Layout year = rulebook.dictionary().layout(Kind.YEAR);
        List<String> fields = year.names().stream().filter(read::contains).toList();
        this.context = fields.stream().mapToInt(year::indexOf).toArray();
        this.shown = new boolean[context.length];
        for (int i = 0; i < context.length; i++) {
            shown[i] = YEAR_BOUNDS.contains(fields.get(i)) || !isFigure(fields.get(i));
            if (shown[i]) {
                contextual.add(fields.get(i));
            }
        }
        Layout act = rulebook.dictionary().layout(Kind.ACT);
        this.on = act.indexOf("on");
        this.code = act.indexOf("code");
        this.own = new boolean[act.names().size()];
        OWN.forEach(f -> own[act.indexOf(f)] = true);
        this.given = slots(act, ActFacts.ACT);
        this.ofLetter = slots(rulebook.dictionary().layout(Kind.LETTER), ActFacts.LETTER);
    }

    private static int[] slots(Layout layout, List<String> fields) {
        return fields.stream().mapToInt(layout::indexOf).filter(i -> i >= 0).toArray();
    }

    private static LocalDate[] bounds(Rulebook rulebook) {
        Set<LocalDate> all = new TreeSet<>();
        rulebook.lists().values().forEach(t -> t.rows().forEach(r -> {
            r.citation().from().ifPresent(all::add);
            r.citation().to().ifPresent(d -> all.add(d.plusDays(1)));
        }));
        rulebook.tables().values().forEach(t -> t.rows()
                .forEach(r -> r.conditions().forEach(c -> {
                    if (c.operand() instanceof LocalDate day) {
                        all.add(day);
                        all.add(day.plusDays(1));
                    }
                })));
        return all.toArray(LocalDate[]::new);
    }

    /** Whether values of a field are figures, which tell no two acts apart. */
    boolean isFigure(String field) {
        return rulebook.dictionary()
                .field(field)
                .map(f -> FIGURES.contains(f.unit()))
                .orElse(false);
    }

    /** Whether the practitioner-year's value of a field, if it has one, tells units apart. */
    boolean isContext(String field) {
        return contextual.contains(field)
                || rulebook.dictionary().layout(Kind.YEAR).indexOf(field) < 0;
    }

    /** What rules for acts and letters can tell of a practitioner-year, figures apart. */
    Key context(Fact year) {
        Object[] values = new Object[2 * context.length];
        for (int i = 0; i < context.length; i++) {
            values[2 * i] = shown[i] ? year.own(context[i]) : null;
            Origin origin = (Origin) year.ownOrigin(context[i]);
            values[2 * i + 1] = origin == null ? null : origin.confidence();
        }
        return new Key(values);
    }

    /** What tells a unit from others before any rule has run. */
    Key key(UnitRun unit) {
        Fact act = unit.fact(0);
        Object[] values = new Object[2 + given.length + (unit.size() - 1) * ofLetter.length];
        int n = 0;
        int period = Arrays.binarySearch(bounds, act.own(on));
        values[n++] = period < 0 ? -period - 2 : period;
        values[n++] = listed.contains(act.own(code)) ? act.own(code) : KNOWN;
        for (int i : given) {
            Object value = act.own(i);
            values[n++] = own[i] && UnitNode.isKnown(value) ? KNOWN : value;
        }
        for (int i = 1; i < unit.size(); i++) {
            Fact letter = unit.fact(i);
            for (int j : ofLetter) {
                values[n++] = letter.own(j);
            }
        }
        return new Key(values);
    }

    /**
     * Places of one or two given fields of an act, if a formula reads nothing else and they take few values; else none.
     */
    int[] few(Formula formula) {
        if (!formula.local() || formula.fields().isEmpty() || formula.fields().size() > 2 || rulebook.isWatched()) {
            return new int[0];
        }
        Layout act = rulebook.dictionary().layout(Kind.ACT);
        for (String field : formula.fields()) {
            boolean many = rulebook.dictionary()
                    .field(field)
                    .map(f -> f.unit() == Unit.EUR)
                    .orElse(true);
            if (many || field.equals("act") || !given(act.indexOf(field)) || written.contains(field)) {
                return new int[0];
            }
        }
        return formula.fields().stream().mapToInt(act::indexOf).toArray();
    }

    private boolean given(int slot) {
        return Arrays.stream(given).anyMatch(i -> i == slot);
    }

    /** Whether a given field of an act is one of those whose values tell no two acts apart. */
    boolean isOwn(int slot) {
        return own[slot];
    }

    /** Place of the care date. */
    int on() {
        return on;
    }

    /** Place of the code of the act. */
    int code() {
        return code;
    }
}
