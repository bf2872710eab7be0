package fr.optam.engine;

import fr.optam.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the rules of a rulebook read of an act, so that acts they can't tell apart may be decided as one.
 *
 * <p>The letters billed and the civil year of the care date always tell acts apart.
 *
 * @param exact given fields that are read as they are, and of which acts
 * @param days what is read of the care date but the date itself
 * @param times what is read of the time but the time itself
 * @param own dates of the practitioner that the care date is held against
 */
public record Grouping(SortedMap<String, Whom> exact, List<Days> days, List<Times> times, SortedMap<OwnDay, Whom> own) {

    /** Copies the lists. */
    public Grouping {
        days = List.copyOf(days);
        times = List.copyOf(times);
    }

    /**
     * Which acts.
     *
     * @param all whether all are; else those with a letter below, and those whose letters are not known
     * @param billed letters billed
     * @param allowed letters of the option that the act allows
     */
    public record Whom(boolean all, String billed, String allowed) {}

    /**
     * A date of the practitioner: what holds of a care date before it may not hold on it.
     *
     * @param fact kind of fact that gives the date, {@code Membership}
     * @param field its field, {@code from}
     * @param plus days after it
     */
    public record OwnDay(String fact, String field, int plus) implements Comparable<OwnDay> {
        @Override
        public int compareTo(OwnDay other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * What is read of the care date of some acts.
     *
     * @param whom the acts
     * @param tests each gives the same for days that it does not tell apart
     */
    public record Days(Whom whom, Collection<DayTest> tests) {
        /** The class of each day of a stretch; days of one class are not told apart. The classes count from 0. */
        public int[] classes(LocalDate first, LocalDate last) {
            int[] classes = new int[(int) (last.toEpochDay() - first.toEpochDay() + 1)];
            Map<List<Object>, Integer> known = new HashMap<>();
            for (int i = 0; i < classes.length; i++) {
                LocalDate day = first.plusDays(i);
                List<Object> told = new ArrayList<>();
                tests.forEach(t -> told.add(t.of(day)));
                classes[i] = known.computeIfAbsent(told, t -> known.size());
            }
            return classes;
        }
    }

    /** Something that is read of a day. */
    public interface DayTest {
        /** What is read of it; equal for days that are not told apart, never null. */
        Object of(LocalDate day);
    }

    /**
     * What is read of the time of some acts.
     *
     * @param whom the acts
     * @param cuts times at which something changes, {@code 20:00}
     */
    public record Times(Whom whom, SortedSet<String> cuts) {}

    /** What the rules of a rulebook read. */
    public static Grouping of(Rulebook rulebook) {
        return new ActReads(rulebook).grouping();
    }
}
