package fr.optam.cohort;

import fr.optam.fact.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Acts as a table of few bytes, each row a text: {@code ;} stands between columns; a column that is empty, or is left out
 * at the end, says what it said in the row before, but for ids, where it says that there are none; a day without year is
 * of the year that is decided.
 */
final class LeanActs {
    /** Names of the columns; the first row. */
    static final List<String> COLUMNS = List.of(
            "lines",
            "feeCharged",
            "emergency",
            "c2s",
            "association",
            "modifiers",
            "ids",
            "at",
            "on",
            "until",
            "code",
            "baseTariff",
            "baseTariffWithoutOption",
            "allowedModifiers",
            "category",
            "activity",
            "quantity");

    /** The names of the columns as they are written. */
    static final String HEAD = String.join(";", COLUMNS);
    /** What is unknown. */
    static final String UNKNOWN = "-";
    /** No letter, no association code. */
    static final String NONE = ".";
    /** True. */
    static final String YES = "y";
    /** False. */
    static final String NO = "n";

    private static final int MOST = 4_000;
    /** Where the month begins in the text of a day, {@code 2025-04-23}. */
    private static final int DAY = 5;

    private final int year;
    private final CanonicalText out;
    private final StringBuilder row = new StringBuilder(120);
    private int end;

    private LeanActs(int year, CanonicalText out) {
        this.year = year;
        this.out = out;
    }

    /** Whether ids can stand in a row: they hold no sign that parts rows, and are not too long together. */
    static boolean fits(List<String> ids) {
        int length = 0;
        for (String id : ids) {
            length += id.length() + 1;
            if (id.indexOf(';') >= 0 || id.indexOf(',') >= 0 || length > MOST) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes acts as rows, within a list.
     *
     * @param year year that is decided
     * @param acts acts and the ids that they keep
     */
    static void write(int year, Kept[] acts, CanonicalText out) {
        LeanActs rows = new LeanActs(year, out);
        out.text(HEAD);
        Arrays.sort(acts, LeanActs::alike);
        Act before = null;
        for (Kept kept : acts) {
            rows.write(kept.act(), kept.ids(), before);
            before = kept.act();
        }
    }

    /**
     * An act that is written.
     *
     * @param act the act
     * @param ids ids that it keeps
     */
    record Kept(Act act, List<String> ids) {
        /** An act with all of its ids, the first, or none. */
        static Kept of(Act act, Predicate<Act> listed, Predicate<Act> named) {
            if (act.ids().get(0).startsWith(Act.STAND_IN)) {
                return new Kept(act, List.of());
            }
            return new Kept(
                    act,
                    listed.test(act)
                            ? act.ids()
                            : named.test(act) ? List.of(act.ids().get(0)) : List.of());
        }
    }

    /** Acts that are much alike follow each other. */
    private static int alike(Kept one, Kept other) {
        Act a = one.act();
        Act b = other.act();
        int c = a.code().compareTo(b.code());
        c = c != 0 ? c : text(a.activity()).compareTo(text(b.activity()));
        c = c != 0 ? c : text(a.category()).compareTo(text(b.category()));
        c = c != 0 ? c : text(a.allowedModifiers()).compareTo(text(b.allowedModifiers()));
        c = c != 0 ? c : number(a.baseTariff()).compareTo(number(b.baseTariff()));
        c = c != 0 ? c : text(a.modifiers()).compareTo(text(b.modifiers()));
        c = c != 0 ? c : number(a.feeCharged()).compareTo(number(b.feeCharged()));
        c = c != 0 ? c : text(a.association()).compareTo(text(b.association()));
        c = c != 0 ? c : flag(a.emergency()).compareTo(flag(b.emergency()));
        return c != 0 ? c : flag(a.c2s()).compareTo(flag(b.c2s()));
    }

    private static BigDecimal number(Optional<BigDecimal> value) {
        return value.orElse(BigDecimal.ZERO);
    }

    private void write(Act act, List<String> ids, Act before) {
        row.setLength(0);
        end = 0;
        boolean first = before == null;
        if (first || before.lines() != act.lines()) {
            row.append(act.lines());
            end = row.length();
        }
        boolean other = first || !same(before.feeCharged(), act.feeCharged());
        add(other, other ? money(act.feeCharged()) : "");
        add(first || !before.emergency().equals(act.emergency()), flag(act.emergency()));
        add(first || !before.c2s().equals(act.c2s()), flag(act.c2s()));
        add(first || !before.association().equals(act.association()), text(act.association()));
        add(first || !before.modifiers().equals(act.modifiers()), text(act.modifiers()));
        add(!ids.isEmpty(), ids.size() == 1 ? ids.get(0) : String.join(",", ids));
        other = first || !before.at().equals(act.at());
        add(other, other && act.at().isPresent() ? act.at().get().toString() : UNKNOWN);
        other = first || !before.on().equals(act.on());
        add(other, other ? day(act.on()) : "");
        other = first || !before.until().equals(act.until());
        add(other, other && act.until().isPresent() ? day(act.until().get()) : UNKNOWN);
        add(first || !before.code().equals(act.code()), act.code());
        other = first || !same(before.baseTariff(), act.baseTariff());
        add(other, other ? money(act.baseTariff()) : "");
        other = first || !same(before.baseTariffWithoutOption(), act.baseTariffWithoutOption());
        add(other, other ? money(act.baseTariffWithoutOption()) : "");
        add(first || !before.allowedModifiers().equals(act.allowedModifiers()), text(act.allowedModifiers()));
        add(first || !before.category().equals(act.category()), text(act.category()));
        add(first || !before.activity().equals(act.activity()), text(act.activity()));
        other = first || !before.quantity().equals(act.quantity());
        add(other, other && act.quantity().isPresent() ? act.quantity().get().toString() : UNKNOWN);
        row.setLength(end);
        out.text(row.toString());
    }

    /** Adds a column; empty if it says nothing new. */
    private void add(boolean said, String value) {
        row.append(';');
        if (said) {
            row.append(value);
            end = row.length();
        }
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.isEmpty() == other.isEmpty()
                : one.get().compareTo(other.get()) == 0;
    }

    private String day(LocalDate day) {
        return day.getYear() == year ? day.toString().substring(DAY) : day.toString();
    }

    private static String money(Optional<BigDecimal> value) {
        return value.isEmpty() ? UNKNOWN : value.get().setScale(2).toPlainString();
    }

    private static String flag(Optional<Boolean> value) {
        return value.isEmpty() ? UNKNOWN : value.get() ? YES : NO;
    }

    private static String text(Optional<String> value) {
        return value.isEmpty() ? UNKNOWN : value.get().isEmpty() ? NONE : value.get();
    }
}
