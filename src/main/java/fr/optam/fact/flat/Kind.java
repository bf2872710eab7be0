package fr.optam.fact.flat;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of flat facts that rules read, and how they nest: what is known of the parent is known of the child. */
public enum Kind {
    /** The practitioner-year. */
    YEAR(Year.class, null),
    /** One membership. */
    MEMBERSHIP(Membership.class, YEAR),
    /** Activity of one civil year. */
    ACTIVITY(Activity.class, YEAR),
    /** Acts of one category in one civil year. */
    COUNT(Count.class, ACTIVITY),
    /** One act line, or several equal ones. */
    ACT(Act.class, YEAR),
    /** One letter of one act, as billed or as it would be without the option. */
    LETTER(Letter.class, ACT),
    /** One event of the procedure. */
    EVENT(Event.class, YEAR),
    /** One tariff rise. */
    RISE(Rise.class, YEAR),
    /** One tariff option. */
    OPTION(Option.class, YEAR),
    /** One of the rates that are committed to. */
    RATE(Rate.class, YEAR),
    /** One component of an amount. */
    COMPONENT(Component.class, YEAR);

    private final Class<? extends Fact> type;
    private final String label;
    private final Kind parent;

    Kind(Class<? extends Fact> type, Kind parent) {
        this.type = type;
        this.label = type.getSimpleName();
        this.parent = parent;
    }

    /** Class of its facts. */
    public Class<? extends Fact> type() {
        return type;
    }

    /** Name in rules, {@code Letter}. */
    public String label() {
        return label;
    }

    /** The kind whose facts this one's facts belong to; empty for the practitioner-year. */
    public Optional<Kind> parent() {
        return Optional.ofNullable(parent);
    }

    /** Whether facts of this kind belong, directly or not, to facts of the other. */
    public boolean isWithin(Kind other) {
        for (Kind k = parent; k != null; k = k.parent) {
            if (k == other) {
                return true;
            }
        }
        return false;
    }

    /** The kind of a name used in rules. */
    public static Optional<Kind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }
}
