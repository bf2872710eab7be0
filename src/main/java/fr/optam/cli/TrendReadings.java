package fr.optam.cli;

import fr.optam.compare.trend.Readings;
import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readings of the rules that decide the year ahead.
 *
 * @param names names, the base first
 * @param engines one each
 * @param words what they say, by name
 */
record TrendReadings(List<String> names, List<Engine> engines, SortedMap<String, Sentence> words) {
    private static final String LIST = "reference/lectures";

    static TrendReadings of(Engine base, List<String> given, RulebookOptions options, Shell shell) throws Failure {
        TrendReadings all = new TrendReadings(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        all.add(Readings.BASE, base, new Sentence("référentiel tel qu’il est", "the rulebook as it is"));
        for (PlainRow row : base.rulebook().list(LIST).map(PlainTable::rows).orElse(List.of())) {
            String overlay = String.valueOf(row.values().get("overlay"));
            if (Files.isDirectory(options.overlayFolder(overlay))) {
                all.add(
                        String.valueOf(row.values().get("reading")),
                        options.engine(shell, with(options, List.of(overlay))),
                        new Sentence(
                                String.valueOf(row.values().get("fr")),
                                String.valueOf(row.values().get("en"))));
            }
        }
        for (String each : given) {
            int cut = each.indexOf('=');
            if (cut < 1 || cut == each.length() - 1) {
                throw Failure.usage("--reading", "no NAME=OVERLAY, " + each, "Maybe MINE=" + each + ".");
            }
            String name = each.substring(0, cut);
            if (all.names.contains(name)) {
                throw Failure.usage("--reading", "the name is there already, " + name, "Maybe another name.");
            }
            List<String> overlays = List.of(each.substring(cut + 1).split("\\+"));
            for (String overlay : overlays) {
                if (!Files.isDirectory(options.overlayFolder(overlay))) {
                    throw Failure.usage(
                            "--reading",
                            "no such overlay, " + overlay,
                            "Maybe a folder, or the name of one below" + " decision-tables/overlays.");
                }
            }
            all.add(name, options.engine(shell, with(options, overlays)), new Sentence(name, name));
        }
        return all;
    }

    private void add(String name, Engine engine, Sentence said) {
        names.add(name);
        engines.add(engine);
        words.put(name, said);
    }

    private static List<String> with(RulebookOptions options, List<String> further) {
        List<String> all = new ArrayList<>(options.overlays);
        all.addAll(further);
        return all;
    }
}
