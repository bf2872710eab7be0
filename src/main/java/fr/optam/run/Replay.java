package fr.optam.run;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Decides a run again, from the facts that it recorded, and holds each decision against the recorded one. */
public final class Replay {
    /** About the bytes that one act takes among the facts, and one row. */
    private static final int ACT_BYTES = 250;

    private static final int ROW_BYTES = 25;

    private final Engine engine;
    private final RunForm form;
    private final boolean bytes;
    private final SecondLook look;
    private final Consumer<Replayed> differing;
    private final Progress progress;
    private long count;
    private long differences;

    /**
     * @param engine with the recorded rulebook, or with another one
     * @param form how the run was written
     * @param bytes whether every byte must be the same; else the answers are compared
     * @param look what a batch looked at its decisions with; asked only where a decision says that it disagreed
     * @param differing takes what differs, in the order of the run
     * @param progress is told how many were decided
     */
    public Replay(
            Engine engine,
            RunForm form,
            boolean bytes,
            SecondLook look,
            Consumer<Replayed> differing,
            Progress progress) {
        this.engine = engine;
        this.form = form;
        this.bytes = bytes;
        this.look = look;
        this.differing = differing;
        this.progress = progress;
    }

    /** Decisions replayed. */
    public long count() {
        return count;
    }

    /** Decisions that differ. */
    public long differences() {
        return differences;
    }

    /**
     * Replays a whole run, by the pipeline that makes one.
     *
     * @param threads threads that decide, at least 1
     * @throws IOException if a file can't be read
     */
    public void run(RunReader reader, int threads) throws IOException {
        int actBytes = form == RunForm.LEAN ? ROW_BYTES : ACT_BYTES;
        progress.deciding(reader.size(), 0, 0);
        try (Records records = reader.records();
                Pipeline<Records.Record, List<Replayed>> pipeline = new Pipeline<>(
                        records,
                        0,
                        Integer.MAX_VALUE,
                        threads,
                        record -> record.facts().length / actBytes,
                        this::decide)) {
            for (List<Replayed> some = pipeline.next(); some != null; some = pipeline.next()) {
                take(some);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Replays one decision. */
    public void one(Recorded recorded) throws IOException {
        try {
            take(decide(List.of(new Records.Record(recorded.decision(), recorded.facts()))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(List<Replayed> replayed) {
        count += replayed.size();
        progress.decided(replayed.size());
        for (Replayed each : replayed) {
            if (each.differs()) {
                differences++;
                differing.accept(each);
            }
        }
    }

    private List<Replayed> decide(List<Records.Record> batch) {
        List<PractitionerYear> years = new ArrayList<>(batch.size());
        for (Records.Record record : batch) {
            years.add(read(record));
        }
        List<Decision> decisions = engine.decideAll(years, form.detail());
        List<Replayed> replayed = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Records.Record record = batch.get(i);
            String facts = Sha256.of(record.facts());
            byte[] again = form.decision(decisions.get(i), facts);
            if (!Arrays.equals(again, record.decision()) && Member.holds(record.decision(), Problem.DISAGREEMENT)) {
                again = form.decision(look.at(years.get(i), decisions.get(i)), facts);
            }
            String id = years.get(i).practitioner().id();
            replayed.add(
                    Arrays.equals(again, record.decision())
                            ? Replayed.same(id)
                            : Replayed.of(id, record.decision(), again, bytes));
        }
        return replayed;
    }

    private static PractitionerYear read(Records.Record record) {
        try {
            return FactsJson.read(record.facts());
        } catch (FactsRefused e) {
            throw new UncheckedIOException(new IOException(
                    "facts of practitioner " + Member.text(record.decision(), Member.PRACTITIONER) + ": are refused, "
                            + e.problems().get(0).message() + ". Maybe verify says what was changed.",
                    e));
        }
    }
}
