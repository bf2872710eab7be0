package fr.optam.run;

import fr.optam.cohort.CohortSummary;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run directory while it is written: begun or gone on with, filled part by part in their order, sealed. Whoever
 * decides, here or on other machines, writes through it, so that all runs are written alike.
 */
final class OpenRun implements AutoCloseable {
    private final BatchRequest request;
    private final Rulebook rulebook;
    private final RunDirectory directory;
    private Map<String, Object> identity = Map.of();
    private Journal journal;

    /** The files of an input by name, each with {@code bytes} and {@code sha256}. */
    @FunctionalInterface
    interface Input {
        /** Reads every file once. */
        Map<String, Object> read() throws IOException;
    }

    private OpenRun(BatchRequest request, Rulebook rulebook) {
        this.request = request;
        this.rulebook = rulebook;
        this.directory = new RunDirectory(request.out());
    }

    /**
     * Makes the directory or takes over what is whole in it.
     *
     * @param chunk practitioner-years of a part
     * @throws RunRefused if the directory holds something else, or a run that was begun otherwise
     * @throws IOException if a file can't be read or written, naming it
     */
    static OpenRun begin(BatchRequest request, int chunk, Rulebook rulebook, Input input)
            throws RunRefused, IOException {
        OpenRun run = new OpenRun(request, rulebook);
        boolean begun = false;
        try {
            run.directory.prepare(request.resume());
            if (!run.directory.complete()) {
                run.journal = Journal.open(request.out());
            }
            run.identity = RunIdentity.of(request, chunk, rulebook, input.read());
            if (!run.directory.complete()) {
                run.journal.begin(run.identity);
                run.directory.tidy(run.journal.parts());
            }
            begun = true;
            return run;
        } finally {
            if (!begun) {
                run.close();
            }
        }
    }

    /** Whether the run was complete before. */
    boolean complete() {
        return directory.complete();
    }

    /**
     * The summary of a run that was complete before.
     *
     * @throws RunRefused if it is of something else
     */
    RunSummary summary() throws IOException, RunRefused {
        return directory.summary(identity);
    }

    /** Folder of the run. */
    Path root() {
        return request.out();
    }

    /** Private folder of the reading. */
    Path work() {
        return directory.work();
    }

    /** File for the rejected rows, not yet under its name. */
    Path rejected() {
        return Disk.part(directory.rejected());
    }

    /** Parts that are whole: number of the next one. */
    int parts() {
        return journal.parts().size();
    }

    /** Practitioner-years of the parts that are whole. */
    long decided() {
        return journal.parts().stream().mapToLong(Part::count).sum();
    }

    /** Adds the next part, whose files are below the run. */
    void add(Part part) throws IOException {
        journal.add(part);
    }

    /** Writes what describes the run, manifest and seal last. */
    RunSummary seal(CohortSummary read) throws IOException {
        List<Part> parts = journal.parts();
        RunSummary summary = RunSummary.of(identity, read, parts, rulebook, request.lang());
        directory.seal(identity, summary, parts, rulebook.files(), request.signer());
        return summary;
    }

    /** Gives the directory up; deletes what a complete run needs no more. */
    @Override
    public void close() throws IOException {
        try {
            if (journal != null) {
                journal.close();
            }
        } finally {
            directory.forget();
        }
    }
}
