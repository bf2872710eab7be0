package fr.optam.cli;

import fr.optam.run.BatchRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Said when a batch is stopped from outside, with Ctrl-C or {@code kill}: that the run is not complete, and the command
 * that goes on with it. The exit code is that of the signal, 130 or 143.
 */
final class Farewell {
    private final Thread hook;
    private final CountDownLatch never = new CountDownLatch(1);

    /** From now on; {@code end} ends the line of the progress. */
    Farewell(Shell shell, Path out, String command, boolean french, Runnable end) {
        this.hook = new Thread(() -> say(shell, out, command, french, end), "farewell");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void say(Shell shell, Path out, String command, boolean french, Runnable end) {
        end.run();
        boolean complete = BatchRun.leave(out);
        String colon = french ? " : " : ": ";
        String text = complete
                ? french ? "arrêté, mais " + out + " est complet." : "stopped, but " + out + " is complete."
                : french
                        ? "interrompu, " + out + " n’est pas complet. Pour reprendre : " + command
                        : "cut off, " + out + " is not complete. To go on: " + command;
        shell.err().println("optam batch" + colon + text);
        shell.err().flush();
    }

    /** The command line that goes on with the run, fit to be pasted into a shell. */
    static String command(List<String> arguments) {
        String same = arguments.stream().map(Farewell::quoted).collect(Collectors.joining(" "));
        return "optam " + same + (arguments.contains("--resume") ? "" : " --resume");
    }

    private static String quoted(String argument) {
        return argument.matches("[\\p{L}\\p{N}_./=:,+@%~-]+") && !argument.startsWith("~")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** Nothing more to say; while the program is being stopped, waits for its end, so that nothing else is said. */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException again) {
                    continue;
                }
            }
        }
    }
}
