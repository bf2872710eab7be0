package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.formula.FieldRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one stage looks at in practitioner-years of one frame, and what it does with those that look alike. */
final class YearStage {
    private static final int PATIENCE = 1_000;

    private final StageRules rules;
    private final int[] facts;
    private final StageProgram[] programs;
    private final int[] looked;
    private final BitSet seen = new BitSet();
    private final Pair[] pairs;
    private final NumberTable<YearStep> steps = new NumberTable<>();
    private int found;
    private int missed;

    /** Two figures that are compared, as a fact sees them. */
    private record Pair(int fact, Feature.Sign sign) {}

    YearStage(StageRules rules, YearRun run) {
        this.rules = rules;
        YearFrame frame = run.frame();
        List<Integer> asked = new ArrayList<>();
        List<StageProgram> by = new ArrayList<>();
        List<Pair> compared = new ArrayList<>();
        Set<List<Integer>> known = new LinkedHashSet<>();
        for (Map.Entry<Kind, StageProgram> entry : rules.programs().entrySet()) {
            if (UnitKinds.has(entry.getKey())) {
                continue;
            }
            for (int i = 0; i < run.size(); i++) {
                Fact fact = run.fact(i);
                if (fact.kind() == entry.getKey()) {
                    asked.add(i);
                    by.add(entry.getValue());
                    for (Feature feature : entry.getValue().features()) {
                        if (feature instanceof Feature.Sign sign) {
                            List<Integer> places = new ArrayList<>();
                            frame.addresses(fact, sign.a(), places::add);
                            places.add(-1);
                            frame.addresses(fact, sign.b(), places::add);
                            if (known.add(places)) {
                                compared.add(new Pair(i, sign));
                            }
                        } else {
                            feature.fields().forEach(f -> look(frame, fact, f));
                        }
                    }
                    entry.getValue().graded().forEach(f -> look(frame, fact, f));
                }
            }
        }
        this.facts = asked.stream().mapToInt(i -> i).toArray();
        this.programs = by.toArray(StageProgram[]::new);
        this.looked = seen.stream().toArray();
        this.pairs = compared.toArray(Pair[]::new);
    }

    private void look(YearFrame frame, Fact fact, FieldRef field) {
        frame.addresses(fact, field, a -> seen.set(a, seen.get(a) || !frame.isConstant(a)));
    }

    StageRules rules() {
        return rules;
    }

    /** Numbers of the facts that rules look at, kind by kind. */
    int[] facts() {
        return facts;
    }

    /** The rules that look at each of those. */
    StageProgram[] programs() {
        return programs;
    }

    /** Whether what the stage does depends on the number of the value at an address. */
    boolean looksAt(int address) {
        return seen.get(address);
    }

    /** Greatest number of numbers that {@link #look} writes. */
    int most() {
        return looked.length + pairs.length;
    }

    /** Writes what is seen of a practitioner-year; false if that tells nothing. */
    boolean look(YearRun run, int[] into) {
        int n = 0;
        int any = 0;
        for (int address : looked) {
            int number = run.number(address);
            any |= number;
            into[n++] = number;
        }
        for (Pair pair : pairs) {
            Integer sign = (Integer) pair.sign().of(run.fact(pair.fact()));
            into[n++] = sign == null ? 2 : sign;
        }
        return any >= 0;
    }

    /** What it does with practitioner-years that look so; null if that is not known. */
    YearStep step(int[] seenNumbers) {
        YearStep step = steps.get(seenNumbers, most());
        if (step == null) {
            missed++;
        } else {
            found++;
        }
        return step;
    }

    /** Whether practitioner-years that look alike are frequent enough for learning to be worth its time. */
    boolean learns() {
        return missed < PATIENCE || missed < found;
    }

    void learn(int[] seenNumbers, YearStep step) {
        steps.put(seenNumbers, most(), step);
    }
}
