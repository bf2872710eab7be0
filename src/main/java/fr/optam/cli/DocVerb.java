package fr.optam.cli;

import fr.optam.report.doc.DocPage;
import fr.optam.report.doc.Variant;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rulebook as one readable document. */
@Command(
        name = "doc",
        sortOptions = false,
        description = "Writes the rulebook as one HTML document: every table, rule, parameter, validity, source and"
                + " confidence, in words. The page loads nothing, prints on A4, and has an anchor for every id.",
        footer = {"", "optam doc --out regles.html", "optam doc --lang both --overlay guide-2026 --out rules.html"})
final class DocVerb implements Verb {
    /** Languages of the document. */
    enum DocLang {
        fr(Lang.FR),
        en(Lang.EN),
        both(Lang.FR, Lang.EN);

        private final List<Lang> languages;

        DocLang(Lang... languages) {
            this.languages = List.of(languages);
        }
    }

    @Option(names = "--out", paramLabel = "FILE", description = "File to write. Default: standard output.")
    Path out;

    @Option(
            names = "--format",
            defaultValue = "html",
            description = "Form of what comes out: ${COMPLETION-CANDIDATES}. Default: html.")
    OutputOptions.Format format;

    @Option(
            names = "--lang",
            paramLabel = "fr|en|both",
            defaultValue = "fr",
            description = "Language of the document: ${COMPLETION-CANDIDATES}. Default: fr.")
    DocLang lang;

    @Option(names = "--debug", description = "Shows where in the program an error arose.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Mixin
    RulebookOptions rulebook;

    @Override
    public OutputOptions output() {
        return new OutputOptions();
    }

    @Override
    public List<OutputOptions.Format> formats() {
        return List.of(OutputOptions.Format.html);
    }

    @Override
    public int run(Shell shell) throws Failure, IOException {
        Rulebook told = rulebook.load(shell);
        String page = DocPage.of(told, variants(told, shell), lang.languages);
        if (out == null) {
            shell.print(page);
        } else {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw Failure.usage(
                        String.valueOf(out), "no such folder, '" + folder.getFileName() + "'", "Maybe create it.");
            }
            Files.write(out, page.getBytes(StandardCharsets.UTF_8));
        }
        return Exit.DONE;
    }

    /** The overlays that are applied, and those that ship beside the rulebook. */
    private List<Variant> variants(Rulebook told, Shell shell) throws Failure, IOException {
        List<Variant> all = new ArrayList<>();
        List<String> applied = new ArrayList<>();
        for (String name : rulebook.overlays) {
            Rulebook without = rulebook.load(shell, applied);
            applied.add(name);
            String shown = String.valueOf(Path.of(name).getFileName());
            all.add(new Variant(shown, true, without, rulebook.load(shell, applied)));
        }
        for (String name : shipped()) {
            if (told.id().overlays().isEmpty()) {
                all.add(new Variant(name, false, told, rulebook.load(shell, List.of(name))));
            }
        }
        return all;
    }

    private List<String> shipped() throws IOException {
        Path folder = rulebook.root().resolve("decision-tables").resolve("overlays");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
