package fr.optam.spark;

import java.io.Serializable;

/** Looks on while tasks work; a test lets them fail or wait. */
@FunctionalInterface
public interface Watch extends Serializable {
    /** Looks at nothing. */
    Watch NOTHING = (step, number, attempt) -> {};

    /**
     * A task is at a step.
     *
     * @param step {@code file} or {@code share} before it, {@code decided} after a share is decided
     * @param number rank of the file or number of the share
     * @param attempt attempt of the task, from 0
     */
    void at(String step, int number, int attempt);
}
