package fr.optam.run;

import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** Decides some practitioner-years and makes the lines that record them. */
final class Batch {
    private static final int LINE = 8 << 10;

    /** Practitioner-years of so many acts are decided together. */
    private static final int ACTS = 1_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Batch() {}

    /** @throws IllegalStateException if the engine fails on one of them, naming the practitioner */
    static Segment decide(Engine engine, List<PractitionerYear> years, SecondLook look) {
        long begin = System.nanoTime();
        long beginUsed = THREADS.getCurrentThreadCpuTime();
        List<Decision> decisions;
        try {
            decisions = all(engine, years);
            for (int i = 0; i < years.size(); i++) {
                decisions.set(i, look.at(years.get(i), decisions.get(i)));
            }
        } catch (RuntimeException e) {
            throw named(engine, years, e);
        }
        long decidedAt = System.nanoTime();
        long decidedUsed = THREADS.getCurrentThreadCpuTime();
        ByteArrayOutputStream decided = new ByteArrayOutputStream(years.size() * LINE);
        ByteArrayOutputStream recorded = new ByteArrayOutputStream(years.size() * LINE);
        Tally tally = new Tally();
        List<Segment.Entry> entries = new ArrayList<>(years.size());
        for (int i = 0; i < years.size(); i++) {
            byte[] facts = RunForm.facts(years.get(i), decisions.get(i));
            byte[] decision = RunForm.LEAN.decision(decisions.get(i), Sha256.of(facts));
            recorded.writeBytes(facts);
            recorded.write('\n');
            decided.writeBytes(decision);
            decided.write('\n');
            tally.add(decisions.get(i), years.get(i));
            PractitionerYear year = years.get(i);
            entries.add(new Segment.Entry(year.practitioner().id(), year.year(), Merkle.leaf(decision)));
        }
        Piece decisionLines = Piece.of(decided.toByteArray());
        Piece factLines = Piece.of(recorded.toByteArray());
        Segment.Spent spent = new Segment.Spent(
                decidedAt - begin,
                decidedUsed - beginUsed,
                System.nanoTime() - decidedAt,
                THREADS.getCurrentThreadCpuTime() - decidedUsed);
        return new Segment(entries, decisionLines, factLines, tally, spent);
    }

    private static List<Decision> all(Engine engine, List<PractitionerYear> years) {
        List<Decision> decisions = new ArrayList<>(years.size());
        int from = 0;
        int acts = 0;
        for (int i = 0; i < years.size(); i++) {
            acts += years.get(i).acts().map(List::size).orElse(0);
            if (acts >= ACTS || i == years.size() - 1) {
                decisions.addAll(engine.decideAll(years.subList(from, i + 1), RunForm.LEAN.detail()));
                from = i + 1;
                acts = 0;
            }
        }
        return decisions;
    }

    private static RuntimeException named(Engine engine, List<PractitionerYear> years, RuntimeException all) {
        for (PractitionerYear year : years) {
            try {
                engine.decideAll(List.of(year), RunForm.LEAN.detail());
            } catch (RuntimeException e) {
                return new IllegalStateException(
                        "practitioner " + year.practitioner().id() + ": can't be decided, " + e, e);
            }
        }
        return all;
    }
}
