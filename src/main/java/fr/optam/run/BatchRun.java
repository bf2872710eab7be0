package fr.optam.run;

import fr.optam.cohort.Cohort;
import fr.optam.cohort.CohortRequest;
import fr.optam.cohort.CohortSummary;
import fr.optam.cohort.DcirCohort;
import fr.optam.cohort.InputUnusable;
import fr.optam.cohort.NeutralCohort;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.fact.PractitionerYear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides a cohort and writes the run directory: the entry point of the verb {@code batch}. */
public final class BatchRun {
    /** Practitioner-years of a part: a power of two, so that the root of each part is a node of the tree. */
    static final int CHUNK = 512;

    private final BatchRequest request;
    private final Engine engine;
    private final Progress progress;
    private final int chunk;
    private final StageTimes times = new StageTimes();
    private final CompletableFuture<Grouping> grouping;
    private InputFiles input;

    private BatchRun(BatchRequest request, Engine engine, Progress progress, int chunk) {
        this.request = request;
        this.engine = engine;
        this.progress = progress;
        this.chunk = chunk;
        // what the rules read is found while the input is digested
        this.grouping = CompletableFuture.supplyAsync(() -> Grouping.of(engine.rulebook()));
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
        try (OpenRun run = OpenRun.begin(request, chunk, engine.rulebook(), this::input)) {
            if (run.complete()) {
                progress.complete();
                return run.summary();
            }
            CohortSummary read;
            try (Cohort cohort = open(run)) {
                input.unchanged();
                times.since(StageTimes.Stage.READING);
                decide(cohort, run);
                read = cohort.summary();
            }
            input.unchanged();
            RunSummary summary = run.seal(read);
            times.since(StageTimes.Stage.SEALING);
            progress.times(times);
            return summary;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The files of the input with their digests; remembers how they stood before they were read. */
    private Map<String, Object> input() throws IOException {
        input = InputFiles.of(request.input());
        return RunIdentity.input(request.input());
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

    private Cohort open(OpenRun run) throws InputUnusable {
        CohortRequest lines = new CohortRequest(
                request.input(),
                request.year(),
                run.work(),
                run.rejected(),
                request.referenceYears(),
                request.memoryMegabytes(),
                request.threads(),
                progress::reading);
        CohortRequest wanted = lines.grouped(grouping.join());
        if (request.layout().equals("dcir")) {
            return request.paidUntil().isPresent()
                    ? DcirCohort.open(wanted, request.paidUntil().get())
                    : DcirCohort.open(wanted);
        }
        return NeutralCohort.open(wanted);
    }

    private void decide(Cohort cohort, OpenRun run) throws IOException {
        long done = run.decided();
        progress.deciding(cohort.size(), done, cohort.summary().rejected());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long writing = threads.getCurrentThreadCpuTime();
        StageTimes.Waiting<PractitionerYear> years = new StageTimes.Waiting<>(cohort.iterator());
        try (PartMaker parts = new PartMaker(
                run.root(), years, done, run.parts(), chunk, request.threads(), engine, request.look(), times)) {
            for (Optional<Part> part = parts.next(progress); part.isPresent(); part = parts.next(progress)) {
                run.add(part.get());
            }
        }
        times.add(StageTimes.Stage.WRITING, 0, threads.getCurrentThreadCpuTime() - writing);
        times.grouped(years.nanos());
    }
}
