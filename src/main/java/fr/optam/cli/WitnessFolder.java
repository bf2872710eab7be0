package fr.optam.cli;

import fr.optam.analysis.TableFinding;
import fr.optam.analysis.TableNotes;
import fr.optam.analysis.witness.Goal;
import fr.optam.analysis.witness.Goals;
import fr.optam.analysis.witness.Witness;
import fr.optam.analysis.witness.Witnesses;
import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder of facts, one file for each finding about a table that facts can show, with a page that says what they show. */
final class WitnessFolder {
    private static final int LONG = 60;

    private final Path folder;
    private final RulebookOptions rulebook;
    private final boolean french;
    private final AnnotatedFolder files;

    WitnessFolder(Path folder, RulebookOptions rulebook, boolean french) {
        this.folder = folder;
        this.rulebook = rulebook;
        this.french = french;
        this.files = new AnnotatedFolder(folder, "--witness", rulebook, french);
    }

    /**
     * A finding and what became of the search for facts.
     *
     * @param number its number in the folder
     * @param file name of the file of facts; empty if none were found
     * @param decision what is decided of them, with what is to be said of the tables
     */
    record Shown(int number, TableFinding finding, Witness witness, String file, Optional<Decision> decision) {}

    /** Refuses a folder inside the rulebook. */
    void refuseInside() throws Failure, IOException {
        files.refuseInside();
    }

    /** Finds facts for each finding and writes them; says how many. */
    void write(Engine engine, List<TableFinding> findings, PrintStream told) throws Failure, IOException {
        List<TableFinding> shown =
                findings.stream().filter(TableFinding::canBeShown).toList();
        List<Shown> all = shown.isEmpty() ? List.of() : search(engine, shown);
        SortedMap<String, byte[]> written = new TreeMap<>();
        all.stream()
                .filter(s -> s.witness() instanceof Witness.Found)
                .forEach(s -> written.put(s.file(), KnownFacts.pretty(((Witness.Found) s.witness()).facts())));
        WitnessPages pages = new WitnessPages(engine.rulebook(), rulebook, folder, french);
        written.put("index.md", pages.index(all).getBytes(StandardCharsets.UTF_8));
        written.put("findings.json", KnownFacts.pretty(pages.json(all)));
        files.keep(written, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        long found = all.stream().filter(s -> !s.file().isEmpty()).count();
        told.println(
                french
                        ? "Témoins\u00a0: " + found + " sur " + all.size() + " constats, dans "
                                + folder.resolve("index.md")
                        : "Witnesses: " + found + " of " + all.size() + " findings, in " + folder.resolve("index.md"));
    }

    private List<Shown> search(Engine engine, List<TableFinding> findings) throws IOException {
        Witnesses witnesses =
                new Witnesses(engine, KnownFacts.schema(), KnownFacts::read, KnownFacts.ofScenarios(rulebook));
        TableNotes notes = new TableNotes(engine);
        List<Shown> all = new ArrayList<>();
        for (TableFinding finding : findings) {
            int number = all.size() + 1;
            Optional<Goal> goal = Goals.of(engine.rulebook(), finding);
            if (goal.isEmpty()) {
                continue;
            }
            Witness witness = witnesses.find(goal.get(), String.format(Locale.ROOT, "witness-%03d", number));
            boolean found = witness instanceof Witness.Found;
            all.add(new Shown(
                    number,
                    finding,
                    witness,
                    found ? name(number, finding) : "",
                    witness instanceof Witness.Found f
                            ? Optional.of(
                                    notes.decide(KnownFacts.read(f.facts()).orElseThrow()))
                            : Optional.empty()));
        }
        return all;
    }

    private static String name(int number, TableFinding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String rows = String.join("-", finding.rows());
        String name = String.format(Locale.ROOT, "%03d-%s-%s", number, kind, finding.table())
                + (rows.isEmpty() ? "" : "-" + rows);
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-");
        return plain.substring(0, Math.min(LONG, plain.length())) + ".json";
    }
}
