package fr.optam.run;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.DcirCohort;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralCohort;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides a cohort and writes the run directory: the entry point of the verb {@code batch}. */
public final class BatchRun {
    /** Practitioner-years of a part: a power of two, so that the root of each part is a node of the tree. */
    private static final int CHUNK = 512;

    private final BatchRequest request;
    private final Engine engine;
    private final Progress progress;
    private final int chunk;
    private final RunDirectory directory;

    private BatchRun(BatchRequest request, Engine engine, Progress progress, int chunk) {
        this.request = request;
        this.engine = engine;
        this.progress = progress;
        this.chunk = chunk;
        this.directory = new RunDirectory(request.out());
    }

    /**
     * Reads, decides and writes; what stands under its name is whole and on disk.
     *
     * <p>The bytes of a run do not depend on threads, clock, or on how often it was cut off and gone on with.
     *
     * @throws InputUnusable if the input as a whole can't be read
     * @throws RunRefused if the directory holds something else, or a run that was begun otherwise
     * @throws IOException if a file can't be read or written, naming it
     */
    public static RunSummary run(BatchRequest request, Engine engine, Progress progress)
            throws InputUnusable, RunRefused, IOException {
        return run(request, engine, progress, CHUNK);
    }

    /** The same with parts of another size. */
    static RunSummary run(BatchRequest request, Engine engine, Progress progress, int chunk)
            throws InputUnusable, RunRefused, IOException {
        return new BatchRun(request, engine, progress, chunk).run();
    }

    private RunSummary run() throws InputUnusable, RunRefused, IOException {
        directory.prepare(request.resume());
        if (directory.complete()) {
            return complete(identity());
        }
        try (Journal journal = Journal.open(request.out())) {
            if (directory.complete()) {
                return complete(identity());
            }
            InputFiles input = InputFiles.of(request.input());
            Map<String, Object> identity = identity();
            journal.begin(identity);
            directory.tidy(journal.parts());
            CohortSummary read;
            try (Cohort cohort = open()) {
                input.unchanged();
                decide(cohort, journal);
                read = cohort.summary();
            }
            RunSummary summary = RunSummary.of(identity, read, journal.parts(), engine.rulebook(), request.lang());
            directory.seal(identity, summary, journal.parts(), engine.rulebook().files(), request.signer());
            return summary;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            directory.forget();
        }
    }

    private Map<String, Object> identity() throws IOException {
        return RunIdentity.of(request, chunk, engine.rulebook());
    }

    /**
     * Takes away what only a running process needs, when it is being stopped: the folder of the reading.
     *
     * @return whether the run is complete
     */
    public static boolean leave(Path out) {
        RunDirectory left = new RunDirectory(out);
        for (int i = 0; i < 3; i++) {
            try {
                Disk.delete(left.work());
                break;
            } catch (IOException | UncheckedIOException again) {
                // a thread that still runs made a file meanwhile; at the latest, going on deletes it
                continue;
            }
        }
        return left.complete();
    }

    private RunSummary complete(Map<String, Object> identity) throws IOException, RunRefused {
        RunSummary summary = directory.summary(identity);
        progress.complete();
        return summary;
    }

    private Cohort open() throws InputUnusable {
        CohortRequest wanted = new CohortRequest(
                request.input(),
                request.year(),
                directory.work(),
                Disk.part(directory.rejected()),
                request.referenceYears(),
                request.memoryMegabytes(),
                request.threads(),
                progress::reading);
        if (request.layout().equals("dcir")) {
            return request.paidUntil().isPresent()
                    ? DcirCohort.open(wanted, request.paidUntil().get())
                    : DcirCohort.open(wanted);
        }
        return NeutralCohort.open(wanted);
    }

    private void decide(Cohort cohort, Journal journal) throws IOException {
        long done = journal.parts().stream().mapToLong(Part::count).sum();
        progress.deciding(cohort.size(), done, cohort.summary().rejected());
        try (Pipeline<PractitionerYear, Segment> pipeline = new Pipeline<>(
                cohort.iterator(),
                done,
                chunk,
                request.threads(),
                year -> year.acts().map(List::size).orElse(0),
                years -> Batch.decide(engine, years, request.look()))) {
            Segment next = pipeline.next();
            while (next != null) {
                next = part(next, pipeline, journal);
            }
        }
    }

    /** Writes one part that begins with a segment; returns the segment after it. */
    private Segment part(Segment begin, Pipeline<PractitionerYear, Segment> pipeline, Journal journal)
            throws IOException {
        String name = String.format(
                java.util.Locale.ROOT, "/part-%06d", journal.parts().size());
        Path root = request.out();
        try (PartFile decisions = new PartFile(root, RunDirectory.DECISIONS + name + ".jsonl.gz");
                PartFile facts = new PartFile(root, RunDirectory.FACTS + name + ".jsonl.gz")) {
            Tally tally = new Tally();
            List<LedgerLine> ledger = new ArrayList<>();
            Segment next = begin;
            while (next != null && ledger.size() < chunk) {
                for (Segment.Entry entry : next.entries()) {
                    ledger.add(new LedgerLine(
                            entry.practitioner(), entry.year(), entry.leaf(), decisions.block(), facts.block()));
                }
                decisions.add(next.decisions());
                facts.add(next.facts());
                tally.add(next.tally());
                progress.decided(next.count());
                next = pipeline.next();
            }
            journal.add(new Part(
                    ledger.size(),
                    ledger.get(0).practitioner(),
                    ledger.get(ledger.size() - 1).practitioner(),
                    decisions.finish(),
                    facts.finish(),
                    Ledger.write(root, RunDirectory.LEDGER + name + ".csv.gz", ledger),
                    Sha256.text(Ledger.root(ledger)),
                    tally));
            return next;
        }
    }
}
