package fr.optam.engine;

import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
            "quantity");
    private static final Set<String> YEAR_BOUNDS = Set.of("yearStart", "yearEnd");
    private static final Set<Unit> FIGURES = EnumSet.of(Unit.EUR, Unit.RATE, Unit.POINTS, Unit.DATE, Unit.TIME);

    private final Rulebook rulebook;
    private final LocalDate[] bounds;
    private final Set<String> written;
    private final Set<String> listed = new HashSet<>();
    private final Set<String> contextual = new HashSet<>();
    private final UnitContexts contexts;
    private final int on;
    private final int code;
    private final int[] given;

    /**
     * @param read fields that rules for acts and letters read, by stage
     * @param ends by stage of units, the first that runs only after others
     * @param written fields that rules give values
     */
    UnitPlan(Rulebook rulebook, List<Set<String>> read, int[] ends, Set<String> written) {
        this(List.of(rulebook), read, ends, written);
    }

    /** @param rulebooks of the same fields, of which none may find acts alike that another does not; the first runs */
    UnitPlan(List<Rulebook> rulebooks, List<Set<String>> read, int[] ends, Set<String> written) {
        this.written = Set.copyOf(written);
        this.rulebook = rulebooks.get(0);
        this.bounds = bounds(rulebooks);
        lists(rulebooks)
                .forEach(t -> t.rows().forEach(r -> r.values().values().forEach(v -> listed.add(String.valueOf(v)))));
        Layout year = rulebook.dictionary().layout(Kind.YEAR);
        Set<String> shown = new HashSet<>();
        for (String field : year.names()) {
            if (YEAR_BOUNDS.contains(field) || !isFigure(field)) {
                shown.add(field);
            }
        }
        read.forEach(fields -> fields.stream().filter(shown::contains).forEach(contextual::add));
        this.contexts = new UnitContexts(year, read, ends, shown);
        Layout act = rulebook.dictionary().layout(Kind.ACT);
        this.on = act.indexOf("on");
        this.code = act.indexOf("code");
        this.given = ActFacts.ACT.stream().mapToInt(act::indexOf).toArray();
    }

    private static Set<PlainTable> lists(List<Rulebook> rulebooks) {
        Set<PlainTable> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        rulebooks.forEach(r -> lists.addAll(r.lists().values()));
        return lists;
    }

    private static LocalDate[] bounds(List<Rulebook> rulebooks) {
        Set<LocalDate> all = new TreeSet<>();
        Set<RuleTable> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        rulebooks.forEach(r -> tables.addAll(r.tables().values()));
        lists(rulebooks).forEach(t -> t.rows().forEach(r -> {
            r.citation().from().ifPresent(all::add);
            r.citation().to().ifPresent(d -> all.add(d.plusDays(1)));
        }));
        tables.forEach(t -> t.rows().forEach(r -> r.conditions().forEach(c -> {
            if (c.operand() instanceof LocalDate day) {
                all.add(day);
                all.add(day.plusDays(1));
            }
        })));
        return all.toArray(LocalDate[]::new);
    }

    /** Whether acts that are alike by one plan are alike by the other. */
    boolean isLike(UnitPlan other) {
        return rulebook.dictionary() == other.rulebook.dictionary()
                && !rulebook.isWatched()
                && !other.rulebook.isWatched()
                && Arrays.equals(bounds, other.bounds)
                && listed.equals(other.listed)
                && contextual.equals(other.contextual)
                && written.equals(other.written);
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

    /** What is known of practitioner-years, by stage. */
    UnitContexts contexts() {
        return contexts;
    }

    /** Number of the stretch of days that no validity and no condition tells apart. */
    int period(LocalDate day) {
        int period = Arrays.binarySearch(bounds, day);
        return period < 0 ? -period - 2 : period;
    }

    /** Whether a list names a code. */
    boolean isListed(String word) {
        return listed.contains(word);
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

    /** Whether the values of a given field of an act, where known, tell no two acts apart. */
    static boolean isOwn(String field) {
        return OWN.contains(field);
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
