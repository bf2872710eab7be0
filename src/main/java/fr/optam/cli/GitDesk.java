package fr.optam.cli;

import fr.optam.compare.CellLines;
import fr.optam.compare.CompareRefused;
import fr.optam.compare.Comparison;
import fr.optam.compare.Conflict;
import fr.optam.compare.DiffText;
import fr.optam.compare.Edition;
import fr.optam.compare.RulebookDiff;
import fr.optam.compare.WorkbookMerge;
import fr.optam.rulebook.xlsx.WorkbookRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What git calls for workbooks: an external diff, a text form, a merge driver. */
final class GitDesk {
    private static final int PATH = 0;
    private static final int OLD = 1;
    private static final int NEW = 4;

    private final Shell shell;
    private final boolean french;

    GitDesk(Shell shell, boolean french) {
        this.shell = shell;
        this.french = french;
    }

    /**
     * Prints how a workbook differs, called as {@code diff.optam.command}: path, old file, old id, old mode, new file, new
     * id, new mode.
     */
    int diff(List<String> given) throws IOException, Failure {
        if (given.size() == 1) {
            shell.print("* " + given.get(PATH) + say(" : fusion inachevée\n", ": not merged yet\n"));
            return Exit.DONE;
        }
        wanted("--git-diff", given, NEW + 1);
        String path = given.get(PATH);
        Edition before = Edition.single("a/" + path, path, path, bytes(given.get(OLD)));
        Edition after = Edition.single("b/" + path, path, path, bytes(given.get(NEW)));
        RulebookDiff diff = Comparison.of(before, after);
        DiffText text = new DiffText(french, colour());
        shell.print(text.changes(diff));
        if (diff.isEmpty() && diff.notes().isEmpty()) {
            shell.print("# " + path
                    + say(
                            " : mise en forme seulement, aucune cellule ne change.\n",
                            ": layout only, no cell changes.\n"));
        }
        return Exit.DONE;
    }

    /** Prints a workbook as text, called as {@code diff.optam.textconv}. */
    int text(List<String> given) throws IOException, Failure {
        wanted("--git-textconv", given, 1);
        try {
            shell.print(CellLines.of(bytes(given.get(0))));
        } catch (WorkbookRefused e) {
            shell.print("! " + e.getMessage() + "\n");
        }
        return Exit.DONE;
    }

    /** Merges a workbook, called as {@code merge.optam.driver}: base, ours (which takes the result), theirs, path. */
    int merge(List<String> given) throws IOException, Failure {
        wanted("--git-merge", given, 4);
        Path ours = Path.of(given.get(1));
        String path = given.get(3);
        WorkbookMerge.Merged merged;
        try {
            merged = WorkbookMerge.of(bytes(given.get(0)), bytes(given.get(1)), bytes(given.get(2)));
        } catch (WorkbookRefused e) {
            throw new Failure(
                    Exit.FAILED,
                    Complaint.of("NOT_MERGED", path, e.getMessage(), "Maybe merge it in a spreadsheet program."));
        }
        replace(ours, merged.content());
        for (Conflict conflict : merged.conflicts()) {
            shell.err().println(conflict.text(path, french));
        }
        return merged.conflicts().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".optam-merge", ".part");
        try {
            Files.write(part, content);
            if (Files.exists(file)) {
                GitFiles.sameRights(file, part);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Sets what git needs in the configuration of the repository, and says so. */
    int install(List<String> given) throws IOException, Failure, CompareRefused {
        Path folder = Path.of(given.isEmpty() ? "" : given.get(0)).toAbsolutePath();
        for (String line : GitFiles.install(folder, french)) {
            shell.print(line + "\n");
        }
        return Exit.DONE;
    }

    private static byte[] bytes(String file) throws IOException {
        return file.equals("/dev/null") || file.equals("nul") ? new byte[0] : Files.readAllBytes(Path.of(file));
    }

    private static void wanted(String option, List<String> given, int least) throws Failure {
        if (given.size() < least) {
            throw Failure.usage("optam diff " + option, "too few arguments, git calls it", "Maybe --install-git.");
        }
    }

    /** Git shows what comes through its pager to a terminal. */
    private boolean colour() {
        boolean pager = "true".equals(shell.environment().get("GIT_PAGER_IN_USE"));
        return shell.colour()
                || pager
                        && shell.environment().getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(shell.environment().get("TERM"));
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }
}
