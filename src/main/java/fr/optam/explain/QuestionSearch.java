package fr.optam.explain;

import fr.optam.decision.Answer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches the smallest turns that make one answer better: of one dial, else of two together, else of more.
 *
 * <p>A dial is tried at growing distances, the end last; then the stretch between the last that does not do and the first
 * that does is halved. Dials together are tried at their ends, then each is turned back as far as it can. Quantities that
 * rules compare go one way as a dial is turned, so that what an end does not do together with others, less does neither;
 * where two of them go against each other, the places at which other answers turned are tried too.
 */
final class QuestionSearch {
    private static final int MOST_TOGETHER = 4;
    private static final int DIALS_TOGETHER = 8;
    private static final int COMBINATIONS = 2;

    private final Oracle oracle;
    private final LeastLetters leastLetters;
    private final boolean whole;
    private final String decided;
    private final Map<Dial, TreeSet<Long>> thresholds = new IdentityHashMap<>();
    private final Map<Dial, Boolean> moving = new IdentityHashMap<>();

    /**
     * @param oracle the rules, asked about facts of which they say the same
     * @param leastLetters of all acts
     * @param whole whether it is asked about all acts, figures of the year coming from them
     */
    QuestionSearch(Oracle oracle, LeastLetters leastLetters, boolean whole) {
        this.whole = whole;
        this.oracle = oracle;
        this.leastLetters = leastLetters;
        this.decided = "activity." + oracle.facts().year().year() + ".";
    }

    /** Smallest turns of dials; none if nothing was found. */
    List<List<Turn>> find(Answer answer, List<Dial> dials) {
        ask(dials.stream().flatMap(dial -> dial.first().stream().map(units -> new Turn(dial, units))));
        List<Dial> live = dials.stream().filter(this::moves).toList();
        List<List<Turn>> found = new ArrayList<>();
        alone(answer, live.stream().filter(this::ofYear).toList(), found);
        if (found.isEmpty()) {
            alone(answer, live.stream().filter(dial -> !ofYear(dial)).toList(), found);
        }
        List<Dial> some = together(dials.stream()
                .filter(dial -> dial instanceof FeesDial || moves(dial))
                .toList());
        for (int size = 2; size <= Math.min(MOST_TOGETHER, some.size()) && found.isEmpty(); size++) {
            List<List<Turn>> together = new ArrayList<>();
            together(some, size, List.of(), together);
            oracle.ask(together);
            together.stream()
                    .filter(turns -> oracle.flips(answer, turns))
                    .limit(COMBINATIONS)
                    .map(turns -> smallest(answer, turns))
                    .forEach(found::add);
        }
        return found;
    }

    /** Whether it turns what is of the year that is decided, rather than what came before. */
    private boolean ofYear(Dial dial) {
        return dial.paths().stream().allMatch(path -> path.startsWith("acts.") || path.startsWith(decided));
    }

    private void ask(Stream<Turn> turns) {
        oracle.ask(turns.map(List::of).toList());
    }

    /** Dials that are turned together: the first of them, and the letters. Letters without value hide what fees do. */
    private List<Dial> together(List<Dial> live) {
        List<Dial> some = new ArrayList<>(live.stream()
                .filter(dial -> !(dial instanceof LetterDial))
                .limit(DIALS_TOGETHER)
                .toList());
        live.stream()
                .filter(LetterDial.class::isInstance)
                .reduce((one, other) -> other)
                .ifPresent(some::add);
        return some;
    }

    private void alone(Answer answer, List<Dial> dials, List<List<Turn>> found) {
        ask(dials.stream().flatMap(dial -> dial.soundings().stream().map(units -> new Turn(dial, units))));
        boolean letters = false;
        for (Dial dial : dials) {
            if (!letters || !(dial instanceof LetterDial)) {
                Optional<Turn> turn = alone(answer, dial);
                turn.ifPresent(one -> found.add(List.of(one)));
                letters |= turn.isPresent() && dial instanceof LetterDial;
            }
        }
    }

    private Optional<Turn> alone(Answer answer, Dial dial) {
        TreeSet<Long> tries = new TreeSet<>(dial.soundings());
        known(dial).forEach(units -> tries.addAll(List.of(units, units - 1)));
        long below = 0;
        for (long units : tries) {
            if (units > 0 && oracle.flips(answer, List.of(new Turn(dial, units)))) {
                return Optional.of(smallest(answer, List.of(new Turn(dial, units)), 0, below));
            }
            below = units;
        }
        return Optional.empty();
    }

    private Set<Long> known(Dial dial) {
        return thresholds.computeIfAbsent(dial, each -> new TreeSet<>());
    }

    /** Every choice of some dials that turn different facts, each as far as it goes. */
    private static void together(List<Dial> dials, int size, List<Turn> turns, List<List<Turn>> all) {
        if (size == 0) {
            all.add(turns);
            return;
        }
        for (int i = 0; i <= dials.size() - size; i++) {
            Dial dial = dials.get(i);
            if (turns.stream().noneMatch(turn -> turn.dial().excludes(dial))) {
                List<Turn> longer = new ArrayList<>(turns);
                longer.add(Turn.end(dial));
                together(dials.subList(i + 1, dials.size()), size - 1, longer, all);
            }
        }
    }

    /** Whether anything is answered otherwise when a dial is turned. */
    private boolean moves(Dial dial) {
        return moving.computeIfAbsent(dial, each -> {
            String before = said(oracle.after(List.of()));
            return each.first().stream().anyMatch(units -> !said(oracle.after(List.of(new Turn(each, units))))
                    .equals(before));
        });
    }

    private static String said(Map<String, Answer> answers) {
        return answers.values().stream()
                .filter(after -> after.question().indexOf(':') < 0)
                .map(after -> after.verdict() + " " + after.reason() + after.value() + after.amount())
                .collect(Collectors.joining(";"));
    }

    /** Each turn as small as it can be while the others stay, the last first, until none gets smaller. */
    private List<Turn> smallest(Answer answer, List<Turn> turns) {
        List<Turn> now = turns;
        List<Turn> before = List.of();
        while (!now.equals(before)) {
            before = now;
            for (int i = now.size() - 1; i >= 0; i--) {
                now = Turn.with(now, i, smallest(answer, now, i, 0));
            }
        }
        return now;
    }

    private Turn smallest(Answer answer, List<Turn> turns, int place, long below) {
        Turn turn = turns.get(place);
        if (turn.dial() instanceof LetterDial letters) {
            return fewest(answer, turns, place, letters);
        }
        LongPredicate flips = units -> oracle.flips(answer, Turn.with(turns, place, new Turn(turn.dial(), units)));
        for (long units : turn.dial() instanceof FeesDial ? Set.<Long>of() : known(turn.dial())) {
            if (units > below && units <= turn.units() && flips.test(units) && !flips.test(units - 1)) {
                return new Turn(turn.dial(), units);
            }
        }
        long least = least(below, turn.units(), flips);
        known(turn.dial()).add(least);
        return turn.dial() instanceof FeesDial fees
                ? Turn.end(tight(answer, turns, place, fees.used(least)))
                : new Turn(turn.dial(), least);
    }

    /** The same amounts, each going down no further than it must while the others stay. */
    private FeesDial tight(Answer answer, List<Turn> turns, int place, FeesDial fees) {
        FeesDial now = fees;
        oracle.ask(Turn.end(fees).less().stream()
                .map(less -> Turn.with(turns, place, less))
                .toList());
        for (int i = now.parts().size() - 1; i >= 0; i--) {
            FeesDial one = now;
            int part = i;
            long units = now.parts().get(i).units();
            LongPredicate flips = some -> oracle.flips(answer, Turn.with(turns, place, Turn.end(one.with(part, some))));
            if (flips.test(units - 1)) {
                now = now.with(part, flips.test(0) ? 0 : least(0, units - 1, flips));
            }
        }
        return now;
    }

    /** As few letters as do. */
    private Turn fewest(Answer answer, List<Turn> turns, int place, LetterDial letters) {
        List<Turn> others = new ArrayList<>(turns);
        others.remove(place);
        LetterDial least = leastLetters.of(answer, letters, others);
        boolean does = oracle.flips(answer, Turn.with(turns, place, Turn.end(least)));
        LetterDial few = does ? least : letters;
        return Turn.end(whole ? pruned(answer, turns, place, few) : few);
    }

    /** The same letters without those that need not be left out, one after the other. */
    private LetterDial pruned(Answer answer, List<Turn> turns, int place, LetterDial letters) {
        oracle.ask(Turn.end(letters).less().stream()
                .map(less -> Turn.with(turns, place, less))
                .toList());
        LetterDial few = letters;
        for (int i = letters.letters().size() - 1; i >= 0 && few.letters().size() > 1; i--) {
            LetterDial fewer = few.without(i);
            if (oracle.flips(answer, Turn.with(turns, place, Turn.end(fewer)))) {
                few = fewer;
            }
        }
        return few;
    }

    /** The least number of units above one that does not do and up to one that does. */
    private static long least(long fails, long does, LongPredicate flips) {
        long low = fails;
        long high = does;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (flips.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
