package fr.optam.cli;

import java.io.IOException;

/** A verb with its options filled in. */
interface Verb {
    /**
     * Does it.
     *
     * @return exit code
     * @throws Failure with its exit code and errors
     * @throws IOException if a stream or file fails
     */
    int run(Shell shell) throws Failure, IOException;

    /** The options of every verb. */
    OutputOptions output();
}
