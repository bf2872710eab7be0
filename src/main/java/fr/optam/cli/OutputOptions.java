package fr.optam.cli;

import fr.optam.run.CanonicalJson;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of every verb: what comes out, and in which language. */
final class OutputOptions {
    /** Forms of what comes out. */
    enum Format {
        text,
        json,
        html,
        sarif
    }

    /** Languages of sentences. */
    enum Lang {
        fr,
        en
    }

    @Option(
            names = "--format",
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

    /** Lets {@code --format} of a verb name the forms that it offers, and no other. */
    static void offer(CommandSpec verb, List<Format> formats) {
        OptionSpec all = verb.findOption("--format");
        List<String> names = formats.stream().map(Format::name).toList();
        ITypeConverter<Format> converter = name -> {
            if (!names.contains(name)) {
                throw new TypeConversionException("expected one of " + names + " but was '" + name + "'");
            }
            return Format.valueOf(name);
        };
        OptionSpec offered = OptionSpec.builder(all)
                .paramLabel(String.join("|", names))
                .completionCandidates(names)
                .converters(converter)
                .build();
        List<OptionSpec> inOrder = List.copyOf(verb.options());
        inOrder.forEach(verb::remove);
        inOrder.forEach(each -> verb.addOption(each == all ? offered : each));
    }

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
