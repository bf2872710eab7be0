package fr.optam.run;

import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides practitioner-years in order and writes them part by part below a folder. */
final class PartMaker implements AutoCloseable {
    private final Path root;
    private final int chunk;
    private final Pipeline<PractitionerYear, Segment> pipeline;
    private int number;
    private Segment next;
    private final StageTimes times;
    private final int threads;
    private boolean begun;

    /**
     * Begins to read and decide.
     *
     * @param root folder of the run, or one to gather parts in
     * @param years in order, read by one thread only
     * @param skip practitioner-years that are read and left out, whole parts
     * @param number number of the first part that is written, from 0
     * @param chunk practitioner-years of a part
     * @param times where the time goes that threads decide and make lines
     */
    PartMaker(
            Path root,
            Iterator<PractitionerYear> years,
            long skip,
            int number,
            int chunk,
            int threads,
            Engine engine,
            SecondLook look,
            StageTimes times) {
        this.times = times;
        this.threads = threads;
        this.root = root;
        this.chunk = chunk;
        this.number = number;
        this.pipeline = new Pipeline<>(
                years,
                skip,
                chunk,
                threads,
                year -> year.acts().map(List::size).orElse(0),
                some -> Batch.decide(engine, some, look));
    }

    /** Name of the files of a part, without folder and ending. */
    static String name(int number) {
        return String.format(Locale.ROOT, "part-%06d", number);
    }

    /** The next part, whole and on disk; empty after the last. */
    Optional<Part> next(Progress progress) throws IOException {
        if (!begun) {
            next = pipeline.next();
            begun = true;
        }
        if (next == null) {
            return Optional.empty();
        }
        String name = "/" + name(number++);
        try (PartFile decisions = new PartFile(root, RunDirectory.DECISIONS + name + ".jsonl.gz");
                PartFile facts = new PartFile(root, RunDirectory.FACTS + name + ".jsonl.gz")) {
            Tally tally = new Tally();
            List<LedgerLine> ledger = new ArrayList<>();
            while (next != null && ledger.size() < chunk) {
                for (Segment.Entry entry : next.entries()) {
                    ledger.add(new LedgerLine(
                            entry.practitioner(), entry.year(), entry.leaf(), decisions.block(), facts.block()));
                }
                decisions.add(next.decisions());
                facts.add(next.facts());
                tally.add(next.tally());
                progress.decided(next.count());
                times.add(
                        StageTimes.Stage.DECIDING,
                        next.spent().deciding() / threads,
                        next.spent().decidingUsed());
                times.add(
                        StageTimes.Stage.WRITING,
                        next.spent().writing() / threads,
                        next.spent().writingUsed());
                next = pipeline.next();
            }
            return Optional.of(new Part(
                    ledger.size(),
                    ledger.get(0).practitioner(),
                    ledger.get(ledger.size() - 1).practitioner(),
                    decisions.finish(),
                    facts.finish(),
                    Ledger.write(root, RunDirectory.LEDGER + name + ".csv.gz", ledger),
                    Sha256.text(Ledger.root(ledger)),
                    tally));
        }
    }

    /** Stops; nothing reads the practitioner-years any more when this returns. */
    @Override
    public void close() {
        pipeline.close();
    }
}
