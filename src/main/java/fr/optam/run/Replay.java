package fr.optam.run;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Decides a run again, from the facts that it recorded, and holds each decision against the recorded one. */
public final class Replay {
    private static final int BATCH = 50;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int AHEAD = 4;

    private final Engine engine;
    private final boolean bytes;
    private final Consumer<Replayed> differing;
    private final IntConsumer progress;
    private long count;
    private long differences;

    /**
     * @param engine with the recorded rulebook, or with another one
     * @param bytes whether every byte must be the same; else the answers are compared
     * @param differing takes what differs, in the order of the run
     * @param progress is told how many more were decided
     */
    public Replay(Engine engine, boolean bytes, Consumer<Replayed> differing, IntConsumer progress) {
        this.engine = engine;
        this.bytes = bytes;
        this.differing = differing;
        this.progress = progress;
    }

    /** A record of the run: the decision and the facts. */
    private record Record(byte[] decision, byte[] facts) {}

    /** Decisions replayed. */
    public long count() {
        return count;
    }

    /** Decisions that differ. */
    public long differences() {
        return differences;
    }

    /**
     * Replays a whole run.
     *
     * @param threads threads that decide, at least 1
     * @throws IOException if a file can't be read
     */
    public void run(RunReader reader, int threads) throws IOException {
        ExecutorService deciders = Executors.newFixedThreadPool(threads);
        Deque<Future<List<Replayed>>> open = new ArrayDeque<>();
        try {
            List<Record> batch = new ArrayList<>();
            int[] size = {0};
            reader.each((index, decision, facts) -> {
                batch.add(new Record(decision, facts));
                size[0] += facts.length;
                if (batch.size() == BATCH || size[0] > BATCH_BYTES) {
                    submit(deciders, open, batch, threads);
                    size[0] = 0;
                }
            });
            submit(deciders, open, batch, 0);
        } finally {
            deciders.shutdownNow();
        }
    }

    /** Replays one decision. */
    public void one(Recorded recorded) throws IOException {
        take(decide(List.of(new Record(recorded.decision(), recorded.facts()))));
    }

    private void submit(
            ExecutorService deciders, Deque<Future<List<Replayed>>> open, List<Record> batch, int threads)
            throws IOException {
        if (!batch.isEmpty()) {
            List<Record> some = List.copyOf(batch);
            batch.clear();
            open.add(deciders.submit(() -> decide(some)));
        }
        while (open.size() > threads * AHEAD) {
            try {
                take(open.remove().get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("replay: interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void take(List<Replayed> replayed) {
        count += replayed.size();
        progress.accept(replayed.size());
        for (Replayed each : replayed) {
            if (each.differs()) {
                differences++;
                differing.accept(each);
            }
        }
    }

    private List<Replayed> decide(List<Record> batch) throws IOException {
        List<PractitionerYear> years = new ArrayList<>(batch.size());
        for (Record record : batch) {
            years.add(read(record));
        }
        List<Decision> decisions = engine.decideAll(years, Detail.RUN);
        List<Replayed> replayed = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Record record = batch.get(i);
            byte[] again = DecisionJson.write(decisions.get(i), Sha256.of(record.facts()));
            boolean same = Arrays.equals(again, record.decision());
            replayed.add(
                    same
                            ? Replayed.same(years.get(i).practitioner().id())
                            : Replayed.of(
                                    years.get(i).practitioner().id(), record.decision(), again, bytes));
        }
        return replayed;
    }

    private static PractitionerYear read(Record record) throws IOException {
        try {
            return FactsJson.read(record.facts());
        } catch (FactsRefused e) {
            throw new IOException(
                    "facts of practitioner " + Member.text(record.decision(), Member.PRACTITIONER)
                            + ": are refused, " + e.problems().get(0).message() + ". Maybe verify says what was changed.",
                    e);
        }
    }
}
