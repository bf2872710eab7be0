package fr.optam.cli;

import java.io.IOException;
import java.util.List;

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

    /** What {@code --format} may name. */
    default List<OutputOptions.Format> formats() {
        return List.of(OutputOptions.Format.text, OutputOptions.Format.json);
    }
}
