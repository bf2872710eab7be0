package fr.optam.cli;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a rulebook and names every mistake. */
@Command(
        name = "check",
        sortOptions = false,
        description =
                "Reads the rulebook and names every mistake by file, sheet and cell, or by file and line. Exit code 3 if"
                        + " there is one.",
        footer = {"", "optam check", "optam check --overlay guide-2026 --format json"})
final class CheckVerb implements Verb {
    @Mixin
    RulebookOptions rulebook;

    @Mixin
    OutputOptions output;

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Engine engine = rulebook.engine(shell);
        if (output.json()) {
            shell.line(CanonicalJson.write(List.of()));
        } else {
            shell.print(text(engine.rulebook()));
        }
        return Exit.DONE;
    }

    private String text(Rulebook sound) {
        int rows = sound.tables().values().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        int listed = sound.lists().values().stream()
                .mapToInt(list -> list.rows().size())
                .sum();
        String overlays = sound.id().overlays().isEmpty()
                ? ""
                : " + " + String.join(" + ", sound.id().overlays());
        Object[] figures = {
            sound.id().version() + overlays,
            sound.id().digest(),
            sound.rules().size() - rows,
            rows,
            sound.tables().size(),
            listed,
            sound.lists().size()
        };
        String pattern = output.french()
                ? "Référentiel %s, %s\n%d règles, %d lignes de %d tables de décision, %d lignes de %d listes.\nAucune erreur.\n"
                : "Rulebook %s, %s\n%d rules, %d rows of %d decision tables, %d rows of %d lists.\nNo mistake.\n";
        return String.format(java.util.Locale.ROOT, pattern, figures);
    }
}
