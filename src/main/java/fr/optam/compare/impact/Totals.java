package fr.optam.compare.impact;

import fr.optam.compare.impact.Breakdown.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Adds up results in the order of the practitioners; memory does not grow with the cohort. */
final class Totals {
    /** Cases that are kept for the first screen. */
    private static final int LARGEST = 20;

    private static final Comparator<Case> GREATEST = Comparator.comparingLong((Case c) -> Math.abs(c.balance()))
            .thenComparingInt(c -> c.changes().size())
            .reversed()
            .thenComparing(Case::practitioner)
            .thenComparingInt(Case::year);

    /** A question and its verdicts. */
    record Move(String question, String from, String to) {}

    /** Figures of a question beside those that are counted as everywhere. */
    static final class OfQuestion {
        final Tally tally = new Tally();
        long before;
        long after;
        long unmeasured;
    }

    final Tally all = new Tally();
    final Tally unrecorded = new Tally();
    final Map<String, OfQuestion> questions = new TreeMap<>();
    final Map<Move, Tally> moves = new TreeMap<>(
            Comparator.comparing(Move::question).thenComparing(Move::from).thenComparing(Move::to));
    final Map<Dimension, TreeMap<String, Tally>> groups = new EnumMap<>(Dimension.class);
    final Map<Cause, Tally> causes = new TreeMap<>();
    final List<Tally> parts = new ArrayList<>();
    final List<Tally> undone = new ArrayList<>();
    final long[] touchedBy;
    final Map<String, long[]> findings = new TreeMap<>();
    final TreeMap<Long, Long> balances = new TreeMap<>();
    final NavigableSet<Case> largest = new TreeSet<>(GREATEST);
    long practitioners;
    long touched;
    boolean synthetic = true;
    long greatestLoss;

    /** @param edits number of edits */
    Totals(int edits) {
        touchedBy = new long[edits];
        for (int i = 0; i < edits; i++) {
            parts.add(new Tally());
            undone.add(new Tally());
        }
        for (Dimension dimension : Dimension.values()) {
            groups.put(dimension, new TreeMap<>());
        }
    }

    void add(Result result) {
        practitioners++;
        synthetic &= result.who().practitioner().startsWith("SYN-");
        touched += result.touched().isEmpty() ? 0 : 1;
        result.touched().stream().forEach(edit -> touchedBy[edit]++);
        result.gained().forEach(code -> findings.computeIfAbsent(code, c -> new long[2])[0]++);
        result.lost().forEach(code -> findings.computeIfAbsent(code, c -> new long[2])[1]++);
        result.undone()
                .forEach(u -> undone.get(u.edit()).add(new Tally.Part().add(u.answers(), u.lines(), u.balance())));
        all.practitioner();
        groups.forEach(
                (dimension, tallies) -> tallies.computeIfAbsent(result.who().code(dimension), code -> new Tally())
                        .practitioner());
        result.one().ifPresent(one -> add(one, result));
    }

    private void add(Case one, Result result) {
        List<ChangedAnswer> changes = one.changes();
        Tally.Part whole = whole(one);
        all.add(whole);
        groups.forEach((dimension, tallies) ->
                tallies.get(result.who().code(dimension)).add(whole));
        if (!one.recorded()) {
            unrecorded.add(whole);
        }
        questions(changes, result);
        by(changes, c -> new Move(c.question(), c.before().verdict(), c.after().verdict()), moves);
        by(changes, ChangedAnswer::cause, causes);
        Map<Integer, Tally.Part> shares = new TreeMap<>();
        for (ChangedAnswer change : changes) {
            for (int i = 0; i < change.shares().size(); i++) {
                shares.computeIfAbsent(change.cause().edits().get(i) - 1, e -> new Tally.Part())
                        .add(1, change.lines(), change.shares().get(i));
            }
        }
        shares.forEach((edit, part) -> parts.get(edit).add(part));
        balances.merge(Bins.of(one.balance()), 1L, Long::sum);
        greatestLoss = Math.min(greatestLoss, one.balance());
        largest.add(one);
        if (largest.size() > LARGEST) {
            largest.pollLast();
        }
    }

    private static Tally.Part whole(Case one) {
        return new Tally.Part()
                .add(
                        one.changes().size(),
                        one.changes().stream().mapToLong(ChangedAnswer::lines).sum(),
                        one.balance());
    }

    private void questions(List<ChangedAnswer> changes, Result result) {
        Map<String, Tally.Part> parts = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            ChangedAnswer change = changes.get(i);
            OfQuestion question = questions.computeIfAbsent(change.question(), q -> new OfQuestion());
            parts.computeIfAbsent(change.question(), q -> new Tally.Part())
                    .add(1, change.lines(), change.own().orElse(0));
            Balance.Worth worth = result.worths().get(i);
            question.before += worth.before().orElse(0);
            question.after += worth.before().orElse(0) + worth.own().orElse(0);
            question.unmeasured += worth.unmeasured() ? 1 : 0;
        }
        parts.forEach((question, part) -> questions.get(question).tally.add(part));
    }

    private static <K> void by(List<ChangedAnswer> changes, Function<ChangedAnswer, K> key, Map<K, Tally> tallies) {
        Map<K, Tally.Part> parts = new java.util.LinkedHashMap<>();
        for (ChangedAnswer change : changes) {
            parts.computeIfAbsent(key.apply(change), k -> new Tally.Part()).add(1, change.lines(), change.balance());
        }
        parts.forEach((k, part) -> tallies.computeIfAbsent(k, x -> new Tally()).add(part));
    }
}
