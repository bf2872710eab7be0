package fr.optam.cli;

import fr.optam.explain.ahead.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Options that say what is planned; a file may say it too, and the command line has the last word. */
final class PlanOptions {
    static final String YEAR = "year";
    static final String OPTION = "option";
    static final String FEES = "fees";
    static final String OVERRUN_RATE = "overrun-rate";
    static final String OPPOSABLE_SHARE = "opposable-share";
    static final String ACTS = "acts";
    static final String RISE = "rise";
    static final String UNTIL = "until";
    static final String ACTIVITY = "activity";

    @Option(
            names = "--year",
            paramLabel = "Y",
            description = "Civil year to look at. Default: the one after that of the facts; with --until, that of the"
                    + " facts.")
    String year;

    @Option(
            names = "--option",
            paramLabel = "CODE",
            split = ",",
            description =
                    "Options to compare. Default: those that the practitioner may join or is in. Without any option is"
                            + " always compared.")
    List<String> options = new ArrayList<>();

    @Option(names = "--fees", paramLabel = "EUR", description = "Reimbursable fees planned for the year.")
    String fees;

    @Option(names = "--overrun-rate", paramLabel = "RATE", description = "Overruns planned, by fees: 0.38 or 38%%.")
    String overrunRate;

    @Option(
            names = "--opposable-share",
            paramLabel = "SHARE",
            description = "Fees planned at opposable tariffs, by fees: 0.45 or 45%%.")
    String opposableShare;

    @Option(
            names = "--acts",
            paramLabel = "N|+P%%",
            description = "Number of acts planned, or how many percent more or less; fees follow.")
    String acts;

    @Option(
            names = "--rise",
            paramLabel = "DATE:BASE:RISE|none",
            description =
                    "A rise of tariffs: its first day, the tariff before, what is added. May be given several times;"
                            + " none says that there are no others than those of the facts.")
    List<String> rises = new ArrayList<>();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description =
                    "Last day of which fees are known, of the year of the facts. Default: that of the last act, where"
                            + " acts alone tell of the year.")
    String until;

    @Option(
            names = "--activity",
            paramLabel = "Y:FEES:OVERRUNS:OPPOSABLE",
            description = "Activity of a reference year, instead of that of the facts. May be given several times.")
    List<String> activity = new ArrayList<>();

    @Option(
            names = "--plan",
            paramLabel = "PLAN.yaml",
            description = "File whose keys are the names of the options above; the command line goes before it.")
    Path plan;

    /** What is planned. */
    Plan plan() throws Failure {
        Map<String, List<String>> said = new TreeMap<>();
        if (plan != null) {
            said.putAll(PlanFile.read(plan));
        }
        put(said, YEAR, year);
        put(said, FEES, fees);
        put(said, OVERRUN_RATE, overrunRate);
        put(said, OPPOSABLE_SHARE, opposableShare);
        put(said, ACTS, acts);
        put(said, UNTIL, until);
        put(said, OPTION, options);
        put(said, RISE, rises);
        put(said, ACTIVITY, activity);
        return new PlanWords(said).plan();
    }

    private static void put(Map<String, List<String>> said, String key, String value) {
        if (value != null) {
            said.put(key, List.of(value));
        }
    }

    private static void put(Map<String, List<String>> said, String key, List<String> values) {
        if (!values.isEmpty()) {
            said.put(key, List.copyOf(values));
        }
    }
}
