package fr.optam.explain;

import fr.optam.decision.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Puts what was found before the engine with all facts, and says what comes of it. */
final class Claims {
    private static final int LETTERS = 2;
    private static final int DIALS = 9;
    private static final int ENDS = 3;
    private static final List<String> RATES = List.of("rate", "points");

    private final Oracle full;
    private final Map<String, Answer> before;

    Claims(Oracle full, Map<String, Answer> before) {
        this.full = full;
        this.before = before;
    }

    /** Asks for all that proofs need, in one go. */
    void ask(Collection<List<List<Turn>>> found) {
        List<List<Turn>> all = new ArrayList<>();
        found.forEach(turns -> turns.forEach(each -> {
            all.add(each);
            all.addAll(less(each));
        }));
        full.ask(all);
    }

    /** Those turns that make an answer better, though one unit less does not. */
    List<List<Turn>> proven(Answer answer, List<List<Turn>> found) {
        return found.stream()
                .filter(turns ->
                        full.flips(answer, turns) && less(turns).stream().noneMatch(less -> full.flips(answer, less)))
                .toList();
    }

    /** One unit less of each turn; of many letters, some. */
    private static List<List<Turn>> less(List<Turn> turns) {
        List<List<Turn>> less = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            int place = i;
            turns.get(i).less().stream().limit(LETTERS).forEach(one -> less.add(Turn.with(turns, place, one)));
        }
        return less;
    }

    /** Whether dials at their ends make an answer better, in some of the ways in which all of them can be turned. */
    boolean anyEnd(Answer answer, List<Dial> all) {
        List<Dial> dials = new ArrayList<>(
                all.stream().filter(LetterDial.class::isInstance).toList());
        all.stream().filter(dial -> !(dial instanceof LetterDial)).limit(DIALS).forEach(dials::add);
        List<List<Turn>> ends = new ArrayList<>();
        for (int i = 0; i < dials.size(); i += Math.max(1, dials.size() / ENDS)) {
            List<Turn> together = new ArrayList<>();
            for (int k = 0; k < dials.size(); k++) {
                Dial dial = dials.get((i + k) % dials.size());
                if (together.stream().noneMatch(turn -> turn.dial().excludes(dial))) {
                    together.add(Turn.end(dial));
                }
            }
            ends.add(together);
        }
        full.ask(ends);
        return ends.stream().anyMatch(turns -> full.flips(answer, turns));
    }

    /**
     * Says what turns come to.
     *
     * @param answer answer that gets better
     * @param turns that make it so
     * @param after answers after them
     * @param within how the questions begin whose answers are told of
     */
    Change change(Answer answer, List<Turn> turns, Map<String, Answer> after, String within) {
        List<Change.Effect> effects = new ArrayList<>();
        List<Change.Shift> rates = new ArrayList<>();
        before.forEach((question, was) -> {
            Answer is = after.get(question);
            String then = said(was);
            String now = is == null ? "" : said(is);
            if (question.startsWith(within) && !then.equals(now)) {
                effects.add(new Change.Effect(question, then, now));
                if (is != null && within.isEmpty()) {
                    shift(was, is, rates);
                }
            }
        });
        return new Change(
                answer.question(),
                answer.verdict(),
                after.get(answer.question()).verdict(),
                turns.stream().map(turn -> turn.dial().move(turn.units())).toList(),
                effects,
                rates);
    }

    private static void shift(Answer was, Answer is, List<Change.Shift> rates) {
        String unit = was.unit().orElse("");
        boolean both = was.value().isPresent() && is.value().isPresent();
        if (both && RATES.contains(unit) && !was.value().equals(is.value())) {
            BigDecimal by = new BigDecimal(is.value().get())
                    .subtract(new BigDecimal(was.value().get()));
            rates.add(new Change.Shift(
                    was.question(),
                    was.value().get(),
                    is.value().get(),
                    (unit.equals("rate") ? by.movePointRight(2) : by).toPlainString()));
        }
    }

    private static String said(Answer answer) {
        return (answer.verdict() + " " + answer.value().orElse("") + " "
                        + answer.amount().map(amount -> amount + " EUR").orElse(""))
                .strip()
                .replaceAll(" +", " ");
    }
}
