package fr.optam.compare.trend;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the model of renewals assumes.
 *
 * @param all every assumption, as it is printed
 */
public record Assumptions(List<Assumption> all) {
    private static final String LIST = "reference/hypotheses";
    private static final int MOST_ROUNDS = 100;

    /** Copies and checks. */
    public Assumptions {
        all = List.copyOf(all);
    }

    /**
     * The rows of the list, some of them replaced.
     *
     * @param given values by name
     * @throws IllegalArgumentException if a name is not known or a value can't be used, {@code where: what. Maybe …}
     */
    public static Assumptions of(Rulebook rulebook, Map<String, String> given) {
        List<PlainRow> rows = rulebook.list(LIST).map(PlainTable::rows).orElse(List.of());
        List<Assumption> all = new ArrayList<>();
        for (PlainRow row : rows) {
            String name = text(row, "assumption");
            all.add(new Assumption(
                    name,
                    given.getOrDefault(name, text(row, "value")),
                    text(row, "unit"),
                    new Sentence(text(row, "fr"), text(row, "en")),
                    row.at("value"),
                    given.containsKey(name),
                    row.citation().confidence().name(),
                    row.citation().note()));
        }
        for (String name : given.keySet()) {
            if (all.stream().noneMatch(a -> a.name().equals(name))) {
                throw new IllegalArgumentException("--assume: no assumption of this name, " + name + ". Maybe one of "
                        + String.join(", ", all.stream().map(Assumption::name).toList()) + ".");
            }
        }
        Assumptions read = new Assumptions(all);
        read.check();
        return read;
    }

    private static String text(PlainRow row, String column) {
        return String.valueOf(row.values().getOrDefault(column, ""));
    }

    private void check() {
        between("ROUNDS", BigDecimal.ONE, BigDecimal.valueOf(MOST_ROUNDS));
        between("LEAVE_ABOVE", BigDecimal.ZERO, BigDecimal.valueOf(1_000));
        between("ADAPT", BigDecimal.ZERO, BigDecimal.ONE);
        between("GROWTH", BigDecimal.valueOf(-100), BigDecimal.valueOf(100));
        between("SMALLEST_GROUP", BigDecimal.ONE, BigDecimal.valueOf(1_000_000));
        if (!List.of("OUI", "NON").contains(value("CORRECTION"))) {
            throw new IllegalArgumentException("CORRECTION: not known, " + value("CORRECTION") + ". Maybe OUI or NON.");
        }
    }

    private void between(String name, BigDecimal least, BigDecimal most) {
        BigDecimal number = number(name);
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + ": out of bounds, " + value(name) + ". Maybe "
                    + least.toPlainString() + " to " + most.toPlainString() + ".");
        }
    }

    private String value(String name) {
        return all.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .map(Assumption::value)
                .orElseThrow(() -> new IllegalArgumentException(
                        LIST + ": no assumption of this name, " + name + ". Maybe its row was removed."));
    }

    private BigDecimal number(String name) {
        try {
            return new BigDecimal(value(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": no number, " + value(name) + ". Maybe 5.00.", e);
        }
    }

    /** The commitment that the model follows. */
    public String rate() {
        return value("RATE");
    }

    /** Most renewals. */
    public int rounds() {
        return number("ROUNDS").intValue();
    }

    /** Points above the allowed rate past which a member leaves. */
    public BigDecimal leaveAbove() {
        return number("LEAVE_ABOVE");
    }

    /** Share of those who come down to the allowed rate instead. */
    public BigDecimal adapt() {
        return number("ADAPT");
    }

    /** Points by which the practice of those who stay rises, a renewal. */
    public BigDecimal growth() {
        return number("GROWTH");
    }

    /** Smallest group whose mean is used. */
    public int smallestGroup() {
        return number("SMALLEST_GROUP").intValue();
    }

    /** Whether the regional correction applies to the mean. */
    public boolean correction() {
        return value("CORRECTION").equals("OUI");
    }

    /** Order of practitioners that differ in nothing else. */
    static final Comparator<Spiral.Member> BY_ID = Comparator.comparing(Spiral.Member::id);
}
