package fr.optam.cli;

import fr.optam.run.StageTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The share of each stage of a run in its time, for people: lines of a table. */
final class StageShares {
    private static final int TENTH = 100;

    private StageShares() {}

    /** Wall and processor time of each stage, and its share of the processor time of all. */
    static List<String> lines(StageTimes times, boolean french) {
        long all = 0;
        for (StageTimes.Stage stage : StageTimes.Stage.values()) {
            all += times.processor(stage).toMillis();
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  %-26s %10s %12s %6s",
                french ? "étape" : "stage",
                french ? "durée" : "wall",
                french ? "processeur" : "processor",
                french ? "part" : "share"));
        for (StageTimes.Stage stage : StageTimes.Stage.values()) {
            Duration used = times.processor(stage);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-26s %10s %12s %4d\u00a0%%",
                    french ? fr(stage) : en(stage),
                    seconds(times.wall(stage), french),
                    seconds(used, french),
                    all == 0 ? 0 : (100 * used.toMillis() + all / 2) / all));
        }
        String together = seconds(times.together(), french);
        lines.add(
                french
                        ? "  (regrouper, décider et écrire vont de front : " + together + ")"
                        : "  (grouping, deciding and writing go on side by side: " + together + ")");
        return lines;
    }

    private static String seconds(Duration time, boolean french) {
        long tenths = time.toMillis() / TENTH;
        return tenths / 10 + (french ? "," : ".") + tenths % 10 + (french ? "\u00a0s" : " s");
    }

    private static String fr(StageTimes.Stage stage) {
        return switch (stage) {
            case READING -> "lire et contrôler";
            case GROUPING -> "regrouper";
            case DECIDING -> "décider";
            case WRITING -> "écrire";
            case SEALING -> "sceller";
        };
    }

    private static String en(StageTimes.Stage stage) {
        return switch (stage) {
            case READING -> "reading and checking";
            case GROUPING -> "grouping";
            case DECIDING -> "deciding";
            case WRITING -> "writing";
            case SEALING -> "sealing";
        };
    }
}
