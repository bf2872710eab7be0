package fr.optam.cli;

import fr.optam.spark.Watch;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What befalls first attempts of tasks in the processes of a cluster.
 *
 * @param died file that says that a process was ended; empty if none is to be
 */
record Slow(String died) implements Watch {
    private static final long LONG = 600_000;

    @Override
    public void at(String step, int number, int attempt) {
        if (!died.isEmpty() && step.equals("decided") && number == 0 && !Files.exists(Path.of(died))) {
            try {
                Files.createFile(Path.of(died));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(9);
        }
        boolean slow = step.equals("decided") && number == 1 || step.equals("file") && number == 3;
        if (died.isEmpty() && slow && attempt == 0) {
            try {
                Thread.sleep(LONG);
            } catch (InterruptedException beaten) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
