package fr.optam.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs by name. One that is not called is not loaded. */
final class Verbs {
    private static final Map<String, Supplier<Verb>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("check", CheckVerb::new),
            Map.entry("test", TestVerb::new),
            Map.entry("decide", DecideVerb::new),
            Map.entry("doc", DocVerb::new),
            Map.entry("batch", BatchVerb::new),
            Map.entry("verify", VerifyVerb::new),
            Map.entry("replay", ReplayVerb::new),
            Map.entry("diff", DiffVerb::new),
            Map.entry("explain", ExplainVerb::new),
            Map.entry("impact", ImpactVerb::new),
            Map.entry("sample", SampleVerb::new),
            Map.entry("simulate", SimulateVerb::new),
            Map.entry("trend", TrendVerb::new)));

    private Verbs() {}

    /** The program itself; without a verb it only helps. */
    @Command(
            name = "optam",
            versionProvider = Version.class,
            synopsisSubcommandLabel = "VERB",
            description =
                    "Decides whether a physician keeps the commitments of a French tariff option, and proves each answer.",
            footer = {
                "",
                "Exit codes: 0 done, 1 failed, 2 wrong use, 3 rulebook invalid,",
                "4 done, but some input was rejected or not evaluable, 5 it differs.",
                "",
                "optam VERB --help says more."
            })
    static final class Optam {
        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Shows this help.")
        boolean help;

        @CommandLine.Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Shows the version.")
        boolean version;
    }

    /** Version of the program, from the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        static String text() {
            String version = Version.class.getPackage().getImplementationVersion();
            return version == null ? "dev" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"optam " + text()};
        }
    }

    /** The parser for a call: with the one verb it names, or with all where help or a hint needs them. */
    static CommandLine parser(String[] args) {
        CommandLine optam = new CommandLine(new Optam());
        if (args.length > 0 && ALL.containsKey(args[0])) {
            add(optam, args[0], ALL.get(args[0]).get());
        } else {
            ALL.forEach((name, verb) -> add(optam, name, verb.get()));
        }
        return optam;
    }

    /** The same where cohorts are read and decided elsewhere. */
    static CommandLine parser(String[] args, BatchWork work) {
        if (args.length == 0 || !args[0].equals("batch")) {
            return parser(args);
        }
        CommandLine optam = new CommandLine(new Optam());
        add(optam, args[0], new BatchVerb(work));
        return optam;
    }

    private static void add(CommandLine optam, String name, Verb verb) {
        CommandLine parser = new CommandLine(verb);
        OutputOptions.offer(parser.getCommandSpec(), verb.formats());
        optam.addSubcommand(name, parser);
    }
}
