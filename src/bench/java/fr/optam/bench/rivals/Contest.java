package fr.optam.bench.rivals;

import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookLoader;
import fr.optam.rulebook.RulebookLocation;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.run.DecisionJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One engine in a process of its own: cell after cell is built, held against the rows, measured, and told in a line. */
final class Contest {
    private static final double CHECK = 0.6;
    private static final int SHOWN = 150;
    private static final int BATCH = 8;

    private final Contender contender;
    private final Rulebook rulebook;
    private final Path facts;
    private final Meter meter = new Meter();
    private final Hits hits = new Hits();
    private Rival.Asker shipped;
    private Engine engine;

    private Contest(Contender contender, Path facts) throws RulebookInvalid {
        this.contender = contender;
        this.facts = facts;
        this.rulebook = load();
    }

    static Rulebook load() throws RulebookInvalid {
        Path home = Path.of("").toAbsolutePath();
        return RulebookLoader.load(new RulebookLocation(home, List.of(), home.resolve("target/drl-cache")));
    }

    /** Arguments: the contender, the folder of facts, the cells. */
    public static void main(String[] args) throws Exception {
        Contest contest = new Contest(Contender.valueOf(args[0]), Path.of(args[1]));
        tell("ready");
        for (String key : args[2].split(",")) {
            contest.cell(Cell.of(key));
        }
        tell("end");
        System.exit(0);
    }

    private static void tell(String format, Object... values) {
        System.out.println("@@ " + String.format(Locale.ROOT, format, values));
    }

    private void cell(Cell cell) {
        try {
            if (contender.isWhole()) {
                whole(cell);
            } else {
                tables(cell);
            }
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            tell(
                    "failed %s %s",
                    cell.key(), String.valueOf(cause).lines().findFirst().orElse(""));
            if (Boolean.getBoolean("bench.trace")) {
                e.printStackTrace();
            }
        }
    }

    private void tables(Cell cell) throws Exception {
        Workload workload = workload(cell);
        Rival rival = contender.rival();
        Rival.Asker asker = cell.grouped() ? shipped : null;
        if (asker == null) {
            System.gc();
            double start = meter.seconds();
            asker = rival.build(rulebook, workload.forms());
            tell("built %s %.6f", cell.key(), meter.seconds() - start);
            shipped = cell.grouped() ? asker : null;
        } else {
            tell("built %s -1", cell.key());
        }
        Object[] prepared = workload.decisions().stream().map(asker::prepare).toArray();
        check(cell, workload, asker, prepared);
        System.gc();
        Rival.Asker measured = asker;
        Meter.Figure figure = meter.measure(prepared.length, cell.isMain(), i -> {
            hits.clear();
            measured.ask(prepared[i], hits);
        });
        done(cell, figure, 1);
    }

    private static void done(Cell cell, Meter.Figure figure, int batch) {
        tell("done %s %.12f %.1f %d", cell.key(), figure.seconds() / batch, figure.bytes() / batch, figure.rounds());
    }

    private Workload workload(Cell cell) throws IOException, ClassNotFoundException {
        if (cell.grouped()) {
            try (InputStream in = Files.newInputStream(facts.resolve(cell.key()));
                    ObjectInputStream objects = new ObjectInputStream(in)) {
                List<List<Workload.Asked>> asked = read(objects);
                return new Workload(rulebook.dictionary(), ShippedFacts.tables(rulebook), Workload.lists(asked), asked);
            }
        }
        RuleTable table = ShapedTable.of(cell.size());
        List<List<Workload.Asked>> asked = new ArrayList<>();
        for (Map<String, Object> fact : ShapedTable.facts(cell.size(), cell.decisions())) {
            asked.add(List.of(new Workload.Asked(0, "", "", fact)));
        }
        return new Workload(rulebook.dictionary(), List.of(table), Workload.lists(asked), asked);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Workload.Asked>> read(ObjectInputStream objects)
            throws IOException, ClassNotFoundException {
        return (List<List<Workload.Asked>>) objects.readObject();
    }

    /** Holds every answer against what the typed rows say, as many as there is time for. */
    private void check(Cell cell, Workload workload, Rival.Asker asker, Object[] prepared) throws Exception {
        double start = meter.seconds();
        Hits expected = new Hits();
        int checked = 0;
        long questions = 0;
        long rows = 0;
        while (checked < prepared.length && (checked == 0 || meter.seconds() - start < CHECK)) {
            expected.clear();
            Workload.expected(workload.forms(), workload.decisions().get(checked), expected);
            hits.clear();
            asker.ask(prepared[checked], hits);
            if (!expected.sorted().equals(hits.sorted())) {
                throw new IllegalStateException("answers differ in decision " + checked + ": expected ["
                        + start(expected) + "], got [" + start(hits) + "]");
            }
            questions += workload.decisions().get(checked).length;
            rows += expected.size();
            checked++;
        }
        tell("checked %s %d %d %d %d", cell.key(), checked, questions, rows, workload.left());
    }

    /** What a person needs to look for a difference. */
    private static String start(Hits hits) {
        String all = hits.sorted().replace('\n', ';');
        return all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
    }

    private void whole(Cell cell) throws Exception {
        if (!cell.grouped()) {
            return;
        }
        List<PractitionerYear> years = ShippedFacts.years(cell.size(), cell.decisions());
        double start = meter.seconds();
        boolean first = engine == null;
        if (first) {
            engine = new Engine(load());
            engine.decide(years.get(0));
        }
        tell("built %s %.6f", cell.key(), first ? meter.seconds() - start : -1);
        Detail detail = contender == Contender.WHOLE ? Detail.NONE : Detail.RUN;
        Meter.Figure figure = meter.measure(years.size() / BATCH, cell.isMain(), i -> engine.decideAll(
                        years.subList(i * BATCH, i * BATCH + BATCH), detail)
                .forEach(d -> {
                    if (detail == Detail.RUN) {
                        hits.clear();
                        hits.add(DecisionJson.write(d, "").length, "");
                    }
                }));
        done(cell, figure, BATCH);
    }
}
