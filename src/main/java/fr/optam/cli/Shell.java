package fr.optam.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of a call: streams in UTF-8 whatever the locale, environment, terminals.
 *
 * @param in standard input
 * @param out standard output; a failure to write is an exception, never silent
 * @param err standard error
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is a terminal
 * @param environment environment variables
 * @param ahead the engine, if it is being loaded already
 */
record Shell(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        Map<String, String> environment,
        Optional<Ahead> ahead) {

    /** The surroundings of this process. */
    static Shell system(Optional<Ahead> ahead) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        return new Shell(System.in, out, err, terminal(1), terminal(2), System.getenv(), ahead);
    }

    /** What the launcher saw, else what Linux says, else no. */
    private static boolean terminal(int descriptor) {
        String seen = System.getProperty("optam.terminal");
        if (seen != null) {
            return seen.indexOf('0' + descriptor) >= 0;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Whether to colour what goes to standard output. */
    boolean colour() {
        return outTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /** Writes text to standard output. */
    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a line of bytes to standard output. */
    void line(byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
    }
}
