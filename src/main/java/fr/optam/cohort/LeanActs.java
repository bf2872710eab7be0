package fr.optam.cohort;

import fr.optam.fact.Act;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    private static final int IDS = COLUMNS.indexOf("ids");
    private static final int MOST = 4_000;
    /** Where the month begins in the text of a day, {@code 2025-04-23}. */
    private static final int DAY = 5;

    /** Acts that are much alike follow each other. */
    private static final Comparator<Act> ALIKE = Comparator.comparing(Act::code)
            .thenComparing(act -> act.activity().orElse(""))
            .thenComparing(act -> act.category().orElse(""))
            .thenComparing(act -> act.allowedModifiers().orElse(""))
            .thenComparing(act -> act.baseTariff().orElse(BigDecimal.ZERO))
            .thenComparing(act -> act.modifiers().orElse(""))
            .thenComparing(act -> act.feeCharged().orElse(BigDecimal.ZERO))
            .thenComparing(act -> act.association().orElse(""))
            .thenComparing(act -> act.emergency().orElse(false))
            .thenComparing(act -> act.c2s().orElse(false));

    private final int year;
    private final CanonicalText out;
    private final String[] before = new String[COLUMNS.size()];
    private final StringBuilder row = new StringBuilder(120);
    private int column;

    private LeanActs(int year, CanonicalText out) {
        this.year = year;
        this.out = out;
    }

    /** Whether an act can be a row: its ids hold no sign that parts rows, and are not too long. */
    static boolean fits(Act act) {
        int length = 0;
        for (String id : act.ids()) {
            length += id.length() + 1;
            if (id.indexOf(';') >= 0 || id.indexOf(',') >= 0 || length > MOST) {
                return false;
            }
        }
        return true;
    }

    /** Writes acts that fit as rows, within a list; days of the year are written without it. */
    static void write(int year, List<Act> acts, CanonicalText out) {
        LeanActs rows = new LeanActs(year, out);
        out.text(HEAD);
        acts.stream().sorted(ALIKE).forEach(rows::write);
    }

    private void write(Act act) {
        row.setLength(0);
        column = 0;
        add(Long.toString(act.lines()));
        add(money(act.feeCharged()));
        add(flag(act.emergency()));
        add(flag(act.c2s()));
        add(text(act.association()));
        add(text(act.modifiers()));
        add(act.unnamed() ? "" : String.join(",", act.ids()));
        add(text(act.at()));
        add(day(act.on()));
        add(act.until().isPresent() ? day(act.until().get()) : UNKNOWN);
        add(act.code());
        add(money(act.baseTariff()));
        add(money(act.baseTariffWithoutOption()));
        add(text(act.allowedModifiers()));
        add(text(act.category()));
        add(text(act.activity()));
        add(text(act.quantity()));
        int end = row.length();
        while (row.charAt(end - 1) == ';') {
            end--;
        }
        out.text(row.substring(0, end));
    }

    private void add(String value) {
        if (column > 0) {
            row.append(';');
        }
        if (column == IDS || !value.equals(before[column])) {
            row.append(value);
        }
        before[column++] = value;
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

    private static String text(Optional<?> value) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        String text = value.get().toString();
        return text.isEmpty() ? NONE : text;
    }
}
