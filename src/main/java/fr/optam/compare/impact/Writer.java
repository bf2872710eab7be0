package fr.optam.compare.impact;

import fr.optam.compare.impact.Answers.Key;
import fr.optam.compare.impact.Balance.Counted;
import fr.optam.compare.impact.Balance.Worth;
import fr.optam.compare.impact.ChangedAnswer.Said;
import fr.optam.compare.impact.Result.Undone;
import fr.optam.decision.Answer;
import fr.optam.decision.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what became of a practitioner-year. */
final class Writer {
    /** Verdict of a letter that a run only counts. */
    private static final String REGULAR = "PAYABLE";

    private final Balance balance;
    private final BitSet none = new BitSet();
    private final BitSet full = new BitSet();

    /** @param size number of edits */
    Writer(Balance balance, int size) {
        this.balance = balance;
        full.set(0, size);
    }

    Result result(Who who, Open open) {
        Attempt attempt = open.attempt();
        List<Key> keys = attempt.changed();
        Answers before = attempt.with(none).orElseThrow();
        Answers after = attempt.with(full).orElseThrow();
        Map<Key, Worth> worths = balance.of(keys, before, after, open.lines());
        List<ChangedAnswer> changes = new ArrayList<>();
        boolean recorded = false;
        for (Key key : keys) {
            ChangedAnswer change = changed(key, before, after, worths.get(key), open);
            changes.add(change);
            recorded |= change.letter().isEmpty()
                    || !change.before().verdict().equals(REGULAR)
                    || !change.after().verdict().equals(REGULAR);
        }
        List<String> gained = codes(open.after(), open.before());
        List<String> lost = codes(open.before(), open.after());
        Optional<Case> one = changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Case(
                        who.practitioner(),
                        who.year(),
                        who.specialty(),
                        who.department(),
                        who.sector(),
                        who.option(),
                        changes,
                        changes.stream().mapToLong(ChangedAnswer::balance).sum(),
                        gained,
                        lost,
                        recorded));
        return new Result(
                who, open.touched(), one, keys.stream().map(worths::get).toList(), undone(open, after), gained, lost);
    }

    private static ChangedAnswer changed(Key key, Answers before, Answers after, Worth worth, Open open) {
        Cause cause = open.attempt().cause(key);
        long lines = open.lines().getOrDefault(key.act(), 1L);
        return new ChangedAnswer(
                key.question(),
                key.act(),
                key.letter(),
                lines,
                Answers.parts(before.get(key), after.get(key)),
                said(before.get(key)),
                said(after.get(key)),
                worth.own(),
                worth.total(),
                cause,
                shares(key, cause, worth, lines, open.attempt()));
    }

    /** What counts of each stake is shared as its change is. */
    private static List<Long> shares(Key key, Cause cause, Worth worth, long lines, Attempt attempt) {
        long[] shares = new long[cause.edits().size()];
        Optional<Answer> before = attempt.with(new BitSet()).orElseThrow().get(key);
        for (Counted counted : worth.counted()) {
            List<Long> some = attempt.game(key)
                    .shares(
                            cause,
                            edits -> Balance.change(
                                    counted.stake(),
                                    before,
                                    attempt.with(edits).orElseThrow().get(key),
                                    lines),
                            counted.cents());
            for (int i = 0; i < shares.length; i++) {
                shares[i] += some.get(i);
            }
        }
        List<Long> all = new ArrayList<>();
        for (long share : shares) {
            all.add(share);
        }
        return all;
    }

    private static Said said(Optional<Answer> answer) {
        return answer.map(a -> new Said(
                        a.verdict(),
                        a.reason(),
                        a.value().orElse(""),
                        a.unit().orElse(""),
                        a.amount().orElse(""),
                        a.confidence()))
                .orElse(Said.NOTHING);
    }

    private List<Undone> undone(Open open, Answers after) {
        List<Undone> undone = new ArrayList<>();
        open.touched().stream().forEach(edit -> {
            Answers without = open.attempt().reverted(edit);
            List<Key> keys = Answers.changed(without, after);
            if (!keys.isEmpty()) {
                long lines = keys.stream()
                        .mapToLong(k -> open.lines().getOrDefault(k.act(), 1L))
                        .sum();
                long cents = balance.of(keys, without, after, open.lines()).values().stream()
                        .mapToLong(Worth::total)
                        .sum();
                undone.add(new Undone(edit, keys.size(), lines, cents));
            }
        });
        return undone;
    }

    /** Codes of findings that are among some and not, about the same acts, among others. */
    private static List<String> codes(Collection<Problem> some, Collection<Problem> others) {
        Set<List<Object>> there = new HashSet<>();
        others.forEach(p -> there.add(List.of(p.code(), p.acts())));
        return some.stream()
                .filter(p -> !there.contains(List.of(p.code(), p.acts())))
                .map(Problem::code)
                .distinct()
                .sorted()
                .toList();
    }
}
