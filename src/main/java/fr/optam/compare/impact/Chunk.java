package fr.optam.compare.impact;

import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.PractitionerYear;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Decides some practitioner-years under both rulebooks and finds what changes and why. */
final class Chunk {
    /** Practitioner-years from which on it pays that an engine learns what is alike. */
    private static final int OFTEN = 40;

    private static final Observer NOBODY = (table, fact) -> {};

    private final Map<BitSet, AtomicInteger> decided = new ConcurrentHashMap<>();
    private final Mixes mixes;
    private final Function<PractitionerYear, BitSet> touch;
    private final Writer writer;
    private final List<BitSet> moves;
    private final BitSet full = new BitSet();

    /**
     * @param moves edits that are made together, of each edit
     * @param touch edits that can touch a practitioner-year
     * @param stakes what is money
     */
    Chunk(Mixes mixes, List<BitSet> moves, Function<PractitionerYear, BitSet> touch, Stakes stakes) {
        this.mixes = mixes;
        this.moves = moves;
        this.touch = touch;
        this.writer = new Writer(new Balance(stakes), mixes.size());
        full.set(0, mixes.size());
    }

    /** What becomes of each, in the same order. */
    List<Result> results(List<PractitionerYear> years) {
        List<BitSet> touched = years.stream().map(touch).toList();
        Map<Integer, Open> open = open(years, touched);
        settle(List.copyOf(open.values()));
        List<Result> results = new ArrayList<>(years.size());
        for (int i = 0; i < years.size(); i++) {
            Who who = Who.of(years.get(i), mixes.engine(full).rulebook());
            Open one = open.get(i);
            results.add(one == null ? Result.untouched(who) : writer.result(who, one));
        }
        return results;
    }

    private Map<Integer, Open> open(List<PractitionerYear> years, List<BitSet> touched) {
        List<Integer> which = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            if (!touched.get(i).isEmpty()) {
                which.add(i);
            }
        }
        List<PractitionerYear> some = which.stream().map(years::get).toList();
        List<Decision> before = decide(new BitSet(), some);
        List<Decision> after = decide(full, some);
        Map<Integer, Open> open = new TreeMap<>();
        for (int i = 0; i < some.size(); i++) {
            Decision one = before.get(i);
            Decision other = after.get(i);
            Map<String, Long> lines = Answers.lines(some.get(i));
            BitSet by = touched.get(which.get(i));
            Answers then = Answers.of(one, lines);
            Answers now = Answers.same(one, other) ? then : Answers.of(other, lines);
            Attempt attempt = new Attempt(moves, by, then, now);
            open.put(which.get(i), new Open(some.get(i), by, lines, attempt, one.problems(), other.problems()));
        }
        return open;
    }

    /** Decides with some of the edits until every changed answer has its cause. */
    private void settle(List<Open> open) {
        for (Map<BitSet, List<Open>> wanted = wanted(open); !wanted.isEmpty(); wanted = wanted(open)) {
            wanted.forEach((edits, who) -> {
                List<Decision> decisions =
                        decide(edits, who.stream().map(Open::facts).toList());
                for (int i = 0; i < who.size(); i++) {
                    Open one = who.get(i);
                    one.attempt().take(edits, Answers.of(decisions.get(i), one.lines()));
                }
            });
        }
    }

    private static Map<BitSet, List<Open>> wanted(List<Open> open) {
        Map<BitSet, List<Open>> wanted = new LinkedHashMap<>();
        for (Open one : open) {
            one.attempt().wanted().forEach(edits -> wanted.computeIfAbsent(edits, e -> new ArrayList<>())
                    .add(one));
        }
        return wanted;
    }

    /** An engine that has decided few learns nothing yet: what it would learn takes longer than to decide without it. */
    private List<Decision> decide(BitSet edits, List<PractitionerYear> years) {
        if (years.isEmpty()) {
            return List.of();
        }
        Engine engine = mixes.engine(edits);
        boolean often = edits.isEmpty()
                || edits.equals(full)
                || decided.computeIfAbsent(edits, e -> new AtomicInteger()).addAndGet(years.size()) > OFTEN;
        return often
                ? engine.decideAll(years, Detail.RULES)
                : years.stream()
                        .map(year -> engine.observe(year, NOBODY, Detail.RULES))
                        .toList();
    }
}
