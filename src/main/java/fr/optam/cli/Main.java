package fr.optam.cli;

import fr.optam.cohort.FileTrouble;
import fr.optam.cohort.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code optam}. */
public final class Main {
    private Main() {}

    /** Runs a verb and exits with its code. */
    public static void main(String[] args) {
        Shell shell = Shell.system(Ahead.of(args, System.getenv()));
        int exit = run(args, shell);
        shell.err().flush();
        Runtime.getRuntime().halt(exit);
    }

    /** Runs a verb; the exit code is that of the contract. */
    static int run(String[] args, Shell shell) {
        Optional<Verb> plain = PlainCall.of(args);
        return plain.isPresent() ? run(args, shell, () -> plain.get().run(shell)) : run(args, shell, Verbs::parser);
    }

    /** The same with other verbs. */
    static int run(String[] args, Shell shell, Function<String[], CommandLine> parser) {
        return run(args, shell, () -> parsed(args, shell, parser));
    }

    /** What is done; returns an exit code. */
    private interface Work {
        int run() throws Failure, IOException;
    }

    private static int run(String[] args, Shell shell, Work work) {
        Form form = Form.of(args);
        try {
            int exit;
            try {
                exit = work.run();
            } catch (Failure e) {
                exit = told(shell, e.exit(), e.complaints(), e, form);
            } catch (ParameterException e) {
                exit = told(shell, Exit.USAGE, List.of(usage(e)), e, form);
            }
            shell.out().flush();
            return exit;
        } catch (IOException | UncheckedIOException e) {
            return failed(shell, e, form);
        } catch (OutOfMemoryError e) {
            return unforeseen(
                    shell,
                    Complaint.of(
                            "OUT_OF_MEMORY",
                            "optam",
                            "the memory is full, " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                            "Maybe JAVA_OPTS=-Xmx4g."),
                    e,
                    form);
        } catch (RuntimeException | Error e) {
            return unforeseen(
                    shell,
                    Complaint.of("INTERNAL", "optam", "an error of the program, " + e, "Maybe --debug shows where."),
                    e,
                    form);
        }
    }

    private static int parsed(String[] args, Shell shell, Function<String[], CommandLine> parser)
            throws Failure, IOException {
        CommandLine optam = parser.apply(args);
        optam.setUsageHelpAutoWidth(false).setUsageHelpWidth(96).setCaseInsensitiveEnumValuesAllowed(false);
        ParseResult result = optam.parseArgs(args);
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine called = last.commandSpec().commandLine();
        Ansi ansi = shell.colour() ? Ansi.ON : Ansi.OFF;
        if (called.isUsageHelpRequested()) {
            shell.print(called.getUsageMessage(ansi));
            return Exit.DONE;
        }
        if (called.isVersionHelpRequested()) {
            shell.print("optam " + Verbs.Version.text() + "\n");
            return Exit.DONE;
        }
        if (called.getCommand() instanceof Verb verb) {
            return verb.run(shell);
        }
        shell.err().print(called.getUsageMessage(Ansi.OFF));
        return Exit.USAGE;
    }

    /**
     * How errors are told, whether or not the command line could be parsed.
     *
     * @param json as JSON
     * @param french in French
     * @param debug with where in the program they arose
     */
    private record Form(boolean json, boolean french, boolean debug) {
        static Form of(String[] args) {
            List<String> all = Arrays.asList(args);
            return new Form(has(all, "--format", "json"), !has(all, "--lang", "en"), all.contains("--debug"));
        }

        private static boolean has(List<String> all, String option, String value) {
            int at = all.indexOf(option);
            return all.contains(option + "=" + value)
                    || at >= 0 && at + 1 < all.size() && all.get(at + 1).equals(value);
        }
    }

    private static Complaint usage(ParameterException e) {
        CommandLine at = e.getCommandLine();
        String where = at.getParent() == null ? "optam" : "optam " + at.getCommandName();
        String message = e.getMessage();
        String hint = where + " --help";
        if (e instanceof UnmatchedArgumentException unknown) {
            String first = unknown.getUnmatched().get(0);
            boolean verb = at.getParent() == null && !first.startsWith("-");
            hint = unknown.getSuggestions().stream()
                    .filter(word -> alike(word, first))
                    .findFirst()
                    .orElse(hint);
            message = (verb
                            ? "no such verb, '"
                            : first.startsWith("-") ? "no such option, '" : "one argument too many, '")
                    + first + "'";
        }
        return Complaint.of("USAGE", where, message, "Maybe " + hint + ".");
    }

    private static boolean alike(String word, String typed) {
        return word.regionMatches(0, typed, 0, Math.min(2, typed.length()));
    }

    private static int told(Shell shell, int exit, List<Complaint> complaints, Throwable cause, Form form)
            throws IOException {
        OutputOptions.complain(shell, complaints, form.json(), form.french());
        trace(shell, cause, form.debug());
        return exit;
    }

    private static int failed(Shell shell, Exception e, Form form) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        String message = String.valueOf(cause.getMessage());
        if (message.equals("Broken pipe")) {
            return Exit.DONE;
        }
        return unforeseen(shell, Complaint.of(trouble(cause, message)), cause, form);
    }

    private static Trouble trouble(Throwable cause, String message) {
        if (cause instanceof FileTrouble told) {
            return told.trouble();
        }
        boolean whole = message.contains(": ");
        if (cause instanceof FileSystemException file && !whole) {
            return Trouble.of("FILE", file.getFile() + ": " + said(file));
        }
        return Trouble.of("FILE", whole ? message : "standard output: can't be written, " + message);
    }

    /** What a failure of the file system says, in words. */
    static String said(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e instanceof NoSuchFileException
                ? "no such file"
                : String.valueOf(e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
    }

    private static int unforeseen(Shell shell, Complaint complaint, Throwable cause, Form form) {
        try {
            int exit = told(shell, Exit.FAILED, List.of(complaint), cause, form);
            if (form.json()) {
                shell.out().flush();
            }
            return exit;
        } catch (IOException | UncheckedIOException closed) {
            shell.err().println(complaint.text(form.french()));
            return Exit.FAILED;
        }
    }

    private static void trace(Shell shell, Throwable cause, boolean debug) {
        if (debug && cause != null) {
            StringWriter text = new StringWriter();
            cause.printStackTrace(new PrintWriter(text, true));
            shell.err().print(new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }
}
