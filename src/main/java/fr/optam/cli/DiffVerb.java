package fr.optam.cli;

import fr.optam.compare.CompareRefused;
import fr.optam.compare.Comparison;
import fr.optam.compare.DiffText;
import fr.optam.compare.Edition;
import fr.optam.compare.Editions;
import fr.optam.compare.RulebookDiff;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two rulebooks. */
@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Compares two rulebooks row by row and cell by cell. Rows are the same if their id is, columns if their"
                    + " technical name is; how a workbook looks does not count.",
            "A side is a folder that holds rules-drl and decision-tables, a run, an overlay (compared with what it lies"
                    + " over), a workbook, a DRL file, or a git revision: HEAD~1, a tag, a branch, REVISION:PATH."
                    + " SIDE+OVERLAY puts an overlay over it.",
            "Without B, A is compared with the checkout; without A too, HEAD is. Exit code 0 whether or not something"
                    + " differs; see --exit-code."
        },
        footer = {
            "",
            "optam diff",
            "optam diff HEAD~1",
            "optam diff v2026.1 v2026.2 --format html > diff.html",
            "optam diff . decision-tables/overlays/guide-2026",
            "optam diff before.drl.xlsx after.drl.xlsx --format json",
            "optam diff --install-git"
        })
final class DiffVerb implements Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "SIDE",
            description = "A and B: folder, overlay, workbook, DRL file or git revision.")
    List<String> sides = new ArrayList<>();

    @Option(
            names = "--exit-code",
            description = "Exits with 5 if something differs, 0 if nothing does; 3 if a side is not sound.")
    boolean exitCode;

    @Option(
            names = "--install-git",
            description =
                    "Makes git diff and git merge of this checkout compare and merge workbooks by cells; says what"
                            + " it set.")
    boolean installGit;

    @Option(names = "--git-diff", description = "For git: prints how a workbook differs (diff.optam.command).")
    boolean gitDiff;

    @Option(
            names = "--git-textconv",
            description = "For git: prints a workbook, one line a cell (diff.optam.textconv).")
    boolean gitText;

    @Option(names = "--git-merge", description = "For git: merges a workbook (merge.optam.driver).")
    boolean gitMerge;

    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public List<OutputOptions.Format> formats() {
        return List.of(OutputOptions.Format.text, OutputOptions.Format.json, OutputOptions.Format.html);
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        try {
            if (installGit) {
                return new GitDesk(shell, output.french()).install(sides);
            }
            if (gitDiff) {
                return new GitDesk(shell, output.french()).diff(sides);
            }
            if (gitText) {
                return new GitDesk(shell, output.french()).text(sides);
            }
            if (gitMerge) {
                return new GitDesk(shell, output.french()).merge(sides);
            }
            return told(compared(shell), shell);
        } catch (CompareRefused e) {
            throw e.wrongUse()
                    ? Failure.usage(e.where(), e.getMessage(), e.hint())
                    : new Failure(Exit.FAILED, Complaint.of("COMPARE", e.where(), e.getMessage(), e.hint()));
        }
    }

    private RulebookDiff compared(Shell shell) throws Failure, IOException, CompareRefused {
        SidePair pair = SidePair.of("optam diff", sides, rulebook);
        Path cache = Home.cache(Home.checkout(), shell.environment());
        try (Editions editions = pair.editions(cache, rulebook.overlays)) {
            List<Edition> both = editions.read(pair.before(), pair.after());
            return Comparison.of(both.get(0), both.get(1));
        }
    }

    private int told(RulebookDiff diff, Shell shell) throws IOException {
        switch (output.format) {
            case json -> shell.line(CanonicalJson.write(DiffJson.of(diff, output.french())));
            case html -> shell.print(DiffPage.of(diff, output.french()));
            default -> shell.print(new DiffText(output.french(), shell.colour()).whole(diff));
        }
        boolean sound =
                diff.before().problems().isEmpty() && diff.after().problems().isEmpty();
        if (!sound && !output.json()) {
            Set<String> said = new LinkedHashSet<>();
            diff.before().problems().forEach(p -> said.add(Complaint.of(p).text(output.french())));
            diff.after().problems().forEach(p -> said.add(Complaint.of(p).text(output.french())));
            said.forEach(shell.err()::println);
        }
        return !exitCode ? Exit.DONE : !sound ? Exit.RULEBOOK : diff.isEmpty() ? Exit.DONE : Exit.DIFFERS;
    }
}
