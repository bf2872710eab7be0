package fr.optam.cli;

import fr.optam.analysis.mutation.Mutant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options of mutation testing. */
final class MutateOptions {
    private static final int THREADS = 2;
    private static final int SHOWN = 20;

    @Option(
            names = "--mutate",
            arity = "0..1",
            fallbackValue = "*",
            paramLabel = "TABLE",
            description = "Changes each cell of the tables in turn and tells which changes no scenario notices. With a"
                    + " name, only of that table, folder, workbook or row: consequence/prime-bareme, reference,"
                    + " PRIM-SHARE-120. May be given several times.")
    List<String> tables = new ArrayList<>();

    @Option(
            names = "--mutate-min",
            paramLabel = "PERCENT",
            description = "With --mutate: exit code 1 if fewer percent of the mutants that could be noticed are."
                    + " Default: survivors are told and the exit code is 0.")
    int least;

    @Option(
            names = "--mutate-out",
            paramLabel = "DIR",
            description = "With --mutate: writes for each survivor of a rule table a scenario that it would fail, as a"
                    + " pair of files. Without it such scenarios are looked for and shown for the first "
                    + SHOWN + " survivors.")
    Path out;

    @Option(
            names = "--mutate-workbooks",
            paramLabel = "DIR",
            description = "With --mutate: writes copies of the workbooks on which each cell shows what became of its"
                    + " mutants.")
    Path workbooks;

    @Option(
            names = "--mutate-threads",
            paramLabel = "N",
            description = "With --mutate: number of threads. Default: that of the processors, at most " + THREADS + ".")
    int threads = Math.min(THREADS, Runtime.getRuntime().availableProcessors());

    /** For how many survivors a scenario is looked for. */
    int most() {
        return out == null ? SHOWN : Integer.MAX_VALUE;
    }

    /** Whether mutation testing is wanted. */
    boolean wanted() {
        return !tables.isEmpty();
    }

    /** Whether a mutant is one of those wanted. */
    boolean takes(Mutant mutant) {
        return tables.stream().anyMatch(t -> takes(t, mutant));
    }

    private static boolean takes(String wanted, Mutant mutant) {
        String name = mutant.table();
        String file = mutant.change().file();
        String plain = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
        return wanted.isEmpty()
                || name.equals(plain)
                || name.startsWith(plain + "/")
                || name.endsWith("/" + plain)
                || file.equals(plain)
                || file.startsWith(plain + "/")
                || mutant.row().equals(plain)
                || (plain.contains("*") && Pattern.matches(Pattern.quote(plain).replace("*", "\\E.*\\Q"), name));
    }
}
