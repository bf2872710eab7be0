package fr.optam.cli;

import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every verb: what comes out, and in which language. */
final class OutputOptions {
    /** Forms of what comes out. */
    enum Format {
        text,
        json
    }

    /** Languages of sentences. */
    enum Lang {
        fr,
        en
    }

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Form of what comes out: ${COMPLETION-CANDIDATES}. Default: text.")
    Format format;

    @Option(
            names = "--lang",
            paramLabel = "fr|en",
            defaultValue = "fr",
            description = "Language of sentences: ${COMPLETION-CANDIDATES}. Default: fr.")
    Lang lang;

    @Option(names = "--debug", description = "Shows where in the program an error arose.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    boolean json() {
        return format == Format.json;
    }

    boolean french() {
        return lang == Lang.fr;
    }

    /** Tells errors: lines on standard error, or one array on standard output. */
    void complain(Shell shell, List<Complaint> complaints) throws IOException {
        complain(shell, complaints, json(), french());
    }

    static void complain(Shell shell, List<Complaint> complaints, boolean json, boolean french) throws IOException {
        if (json) {
            shell.line(CanonicalJson.write(
                    complaints.stream().map(each -> each.json(french)).toList()));
        } else {
            complaints.forEach(complaint -> shell.err().println(complaint.text(french)));
        }
    }
}
