package fr.optam.cli;

import fr.optam.cohort.InputUnusable;
import fr.optam.engine.Engine;
import fr.optam.run.BatchRequest;
import fr.optam.run.BatchRun;
import fr.optam.run.Progress;
import fr.optam.run.RunRefused;
import fr.optam.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a cohort is read and decided: here, or on other machines. */
interface BatchWork {
    /** In this process. */
    BatchWork HERE = new BatchWork() {
        @Override
        public boolean isFolder(String input) {
            return Files.isDirectory(Path.of(input));
        }

        @Override
        public int threads() {
            return Runtime.getRuntime().availableProcessors();
        }

        @Override
        public RunSummary run(BatchRequest request, String input, Engine engine, Progress progress)
                throws InputUnusable, RunRefused, IOException {
            return BatchRun.run(request, engine, progress);
        }
    };

    /** Whether there is a folder of this name. */
    boolean isFolder(String input) throws IOException;

    /** Threads that decide, where nothing is said. */
    int threads();

    /**
     * Reads, decides and writes.
     *
     * @param input folder as it was typed
     * @throws Failure if it can't be done as asked
     * @throws InputUnusable if the input as a whole can't be read
     * @throws RunRefused if the directory holds something else, or a run that was begun otherwise
     * @throws IOException if a file can't be read or written, naming it
     */
    RunSummary run(BatchRequest request, String input, Engine engine, Progress progress)
            throws Failure, InputUnusable, RunRefused, IOException;
}
