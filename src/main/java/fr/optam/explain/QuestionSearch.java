package fr.optam.explain;

import fr.optam.decision.Answer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Searches the smallest turns that make one answer better: of one dial, else of two together, else of more.
 *
 * <p>A dial is first tried at growing distances, then the stretch between the last that does not do and the first that
 * does is halved. If none does, stretches at whose ends different rules give the answers are looked into: quantities
 * that rules compare go one way as a dial is turned, so that between two equal ends nothing happens.
 */
final class QuestionSearch {
    private static final int MOST_TOGETHER = 4;
    private static final int COMBINATIONS = 2;
    private static final int STRETCHES = 6;

    private final Oracle oracle;
    private final LeastLetters leastLetters;
    private final Map<Dial, TreeSet<Long>> thresholds = new IdentityHashMap<>();

    QuestionSearch(Oracle oracle) {
        this.oracle = oracle;
        this.leastLetters = new LeastLetters(oracle);
    }

    /** Smallest turns of dials; none if nothing was found. */
    List<List<Turn>> find(Answer answer, List<Dial> dials) {
        List<List<Turn>> soundings = new ArrayList<>();
        dials.forEach(dial -> dial.soundings().forEach(units -> soundings.add(List.of(new Turn(dial, units)))));
        oracle.ask(soundings);
        List<List<Turn>> found = new ArrayList<>();
        boolean letters = false;
        for (Dial dial : dials) {
            if (!(letters && dial instanceof LetterDial)) {
                Optional<Turn> turn = alone(answer, dial);
                turn.ifPresent(one -> found.add(List.of(one)));
                letters |= turn.isPresent() && dial instanceof LetterDial;
            }
        }
        if (found.isEmpty()) {
            dials.forEach(dial -> window(answer, dial).ifPresent(turn -> found.add(List.of(turn))));
        }
        List<Dial> moving = found.isEmpty() ? dials.stream().filter(this::moves).toList() : List.of();
        for (int size = 2; size <= MOST_TOGETHER && found.isEmpty(); size++) {
            List<List<Turn>> together = new ArrayList<>();
            together(moving, size, List.of(), together);
            oracle.ask(together);
            together.stream()
                    .filter(turns -> oracle.flips(answer, turns))
                    .limit(COMBINATIONS)
                    .map(turns -> smallest(answer, turns))
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Turn> alone(Answer answer, Dial dial) {
        long below = 0;
        for (long units : dial.soundings()) {
            if (oracle.flips(answer, List.of(new Turn(dial, units)))) {
                return Optional.of(smallest(answer, List.of(new Turn(dial, units)), 0, below));
            }
            below = units;
        }
        return Optional.empty();
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
        String before = said(oracle.after(List.of()));
        return dial.soundings().stream().anyMatch(units -> !said(oracle.after(List.of(new Turn(dial, units))))
                .equals(before));
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
            List<Turn> others = new ArrayList<>(turns);
            others.remove(place);
            Turn fewer = Turn.end(leastLetters.of(answer, letters, others));
            return oracle.flips(answer, Turn.with(turns, place, fewer)) ? fewer : turn;
        }
        LongPredicate flips = units -> oracle.flips(answer, Turn.with(turns, place, new Turn(turn.dial(), units)));
        TreeSet<Long> known = thresholds.computeIfAbsent(turn.dial(), each -> new TreeSet<>());
        for (long units : known) {
            if (units > below && units <= turn.units() && flips.test(units) && !flips.test(units - 1)) {
                return new Turn(turn.dial(), units);
            }
        }
        long least = least(below, turn.units(), flips);
        known.add(least);
        return new Turn(turn.dial(), least);
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

    /** A stretch of a dial on which the answer is better, between two tries where it is not. */
    private Optional<Turn> window(Answer answer, Dial dial) {
        long from = 0;
        for (long to : dial.soundings()) {
            for (int i = 0; i < STRETCHES && to - from > 1 && !state(dial, from).equals(state(dial, to)); i++) {
                String here = state(dial, from);
                from = least(from, to, units -> !state(dial, units).equals(here));
                if (oracle.flips(answer, List.of(new Turn(dial, from)))) {
                    return Optional.of(new Turn(dial, from));
                }
            }
            from = to;
        }
        return Optional.empty();
    }

    /** What is answered, without figures. */
    private String state(Dial dial, long units) {
        return of(oracle.after(List.of(new Turn(dial, units))), after -> after.verdict() + " " + after.reason());
    }

    /** What is answered, with figures. */
    private static String said(Map<String, Answer> answers) {
        return of(answers, after -> after.verdict() + " " + after.reason() + after.value() + after.amount());
    }

    private static String of(Map<String, Answer> answers, Function<Answer, String> text) {
        return answers.values().stream()
                .filter(after -> after.question().indexOf(':') < 0)
                .map(text)
                .collect(Collectors.joining(";"));
    }
}
