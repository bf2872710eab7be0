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
    public record Whom(boolean all, String billed, String allowed) {
        /** Every act. */
        public static final Whom EVERYONE = new Whom(true, "", "");

        /** These acts and those. */
        Whom and(Whom other) {
            return all || other.all
                    ? EVERYONE
                    : new Whom(false, both(billed, other.billed), both(allowed, other.allowed));
        }

        private static String both(String letters, String others) {
            StringBuilder both = new StringBuilder(letters);
            others.chars().filter(c -> letters.indexOf(c) < 0).forEach(c -> both.append((char) c));
            return both.toString();
        }

        /** Whether all acts of another are among these. */
        boolean holds(Whom other) {
            return all
                    || !other.all
                            && both(billed, other.billed).equals(billed)
                            && both(allowed, other.allowed).equals(allowed);
        }

        /** The same acts, letter by letter. */
        List<Whom> each() {
            List<Whom> each = new ArrayList<>();
            billed.chars().forEach(c -> each.add(new Whom(false, String.valueOf((char) c), "")));
            allowed.chars().forEach(c -> each.add(new Whom(false, "", String.valueOf((char) c))));
            return all ? List.of(this) : each;
        }
    }

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
        /** Copies the tests. */
        public Days {
            tests = List.copyOf(tests);
        }

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

    /**
     * What is read by the rules of either: acts that this tells apart no more can be decided by both, each as if alone.
     */
    public Grouping and(Grouping other) {
        return new GroupingPair(this, other).both();
    }

    /** The same, and days before a date told from those since, for all acts. */
    public Grouping since(Collection<LocalDate> dates) {
        List<Days> more = new ArrayList<>(days);
        more.add(new Days(
                Whom.EVERYONE, dates.stream().<DayTest>map(DayTests.Since::new).toList()));
        return dates.isEmpty() ? this : new Grouping(exact, more, times, own);
    }

    /**
     * What acts that were told apart by this one lack, to be decided by rules that read another: names of fields,
     * {@code feeCharged}; none if they can be.
     *
     * @param wanted what those rules read
     * @param first first care date that acts may have
     * @param last last of them
     */
    public List<String> lacking(Grouping wanted, LocalDate first, LocalDate last) {
        return new GroupingPair(this, wanted).lacking(first, last);
    }

    /** Whether they lack nothing. */
    public boolean covers(Grouping wanted, LocalDate first, LocalDate last) {
        return lacking(wanted, first, last).isEmpty();
    }

    /**
     * Whether two rulebooks certainly read the same of acts: rules that differ look at no act, sum none, and give no value
     * to a field that rules of acts read. Rules count as the same only if they are the same objects.
     */
    public static boolean isSame(Rulebook one, Rulebook other) {
        return ActsAlike.of(one, other);
    }

    /** What the rules of a rulebook read. */
    public static Grouping of(Rulebook rulebook) {
        return new ActReads(rulebook).grouping();
    }
}
