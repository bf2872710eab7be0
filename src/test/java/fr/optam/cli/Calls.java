package fr.optam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Calls the program as a script does: no terminal, nothing to read, the cache of the tests. */
final class Calls {
    private Calls() {}

    /**
     * Calls it once.
     *
     * @param out emptied, then what it wrote
     * @param err likewise
     * @return exit code
     */
    static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
        out.reset();
        err.reset();
        return Main.run(
                args,
                new Shell(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(err, true, UTF_8),
                        false,
                        false,
                        Map.of("OPTAM_CACHE", Path.of("target", "test-cache").toString()),
                        Optional.empty()));
    }
}
