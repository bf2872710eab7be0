package fr.optam.compare.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Practitioners who share something.
 *
 * @param by what they share
 * @param code code of it; empty for {@link By#ALL}, {@link #UNKNOWN} where it is not known
 */
public record Group(By by, String code) implements Comparable<Group> {
    /** Stands for a code that is not known. */
    public static final String UNKNOWN = "UNKNOWN";
    /** Stands for no option. */
    public static final String NONE = "NONE";
    /** Everyone. */
    public static final Group ALL = new Group(By.ALL, "");

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::by).thenComparing(Group::code);

    /** What practitioners share. */
    public enum By {
        /** Nothing. */
        ALL,
        /** The option of the year, or none. */
        OPTION,
        /** The sector. */
        SECTOR,
        /** The specialty. */
        SPECIALTY,
        /** The department. */
        DEPARTMENT
    }

    /** The groups that a practitioner is in, in a year. */
    public static List<Group> of(YearView view) {
        List<Group> groups = new ArrayList<>();
        groups.add(ALL);
        groups.add(new Group(
                By.OPTION,
                view.standing() instanceof YearView.Standing.Unknown ? UNKNOWN : view.member() ? view.option() : NONE));
        groups.add(known(By.SECTOR, view.sector()));
        groups.add(known(By.SPECIALTY, view.specialty()));
        groups.add(known(By.DEPARTMENT, view.department()));
        return groups;
    }

    private static Group known(By by, String code) {
        return new Group(by, code.isEmpty() ? UNKNOWN : code);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
