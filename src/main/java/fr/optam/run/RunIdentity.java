package fr.optam.run;

import fr.optam.cohort.FileTrouble;
import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What makes two runs the same: input, rulebook, engine and format. */
final class RunIdentity {
    /** Value of {@code schema} of a run. */
    static final String SCHEMA = "optam/run/3";

    private static final String PAID_UNTIL = "paidUntil";
    private static final Map<String, Sentence> NAMES = Map.of(
            "year",
            new Sentence("année", "year"),
            "layout",
            new Sentence("format d’entrée", "layout"),
            "engine",
            new Sentence("version du moteur", "engine version"),
            "rulebook",
            new Sentence("référentiel de règles", "rulebook"),
            "rulebookShown",
            new Sentence("paramètres montrés du référentiel", "shown tables of the rulebook"),
            "input",
            new Sentence("entrée", "input"),
            "lang",
            new Sentence("langue", "language"),
            "crossCheck",
            new Sentence("part contre-vérifiée (--cross-check)", "share that is decided twice (--cross-check)"),
            PAID_UNTIL,
            new Sentence("dernier jour de paiement", "last day of payment"));

    private RunIdentity() {}

    /** Describes a run; reads every input file once. */
    static Map<String, Object> of(BatchRequest request, int chunk, Rulebook rulebook) throws IOException {
        return of(request, chunk, rulebook, input(request.input()));
    }

    /**
     * Describes a run.
     *
     * @param input its files by name, each with {@code bytes} and {@code sha256}
     */
    static Map<String, Object> of(BatchRequest request, int chunk, Rulebook rulebook, Map<String, Object> input) {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("decisionSchema", DecisionJson.SCHEMA);
        json.put("engine", request.engine());
        json.put("year", request.year());
        json.put("layout", request.layout());
        request.paidUntil().ifPresent(day -> json.put(PAID_UNTIL, day.toString()));
        json.put("lang", request.lang());
        json.put("crossCheck", request.look().percent());
        json.put("chunk", chunk);
        json.put("rulebook", rulebook(rulebook.id()));
        json.put("rulebookShown", new TreeMap<>(rulebook.shown()));
        json.put("input", input);
        return json;
    }

    static Map<String, Object> rulebook(RulebookId id) {
        return new TreeMap<>(Map.of("version", id.version(), "digest", id.digest(), "overlays", id.overlays()));
    }

    /** The files of a folder by name; reads each of them once. */
    static Map<String, Object> input(Path folder) throws IOException {
        Map<String, Object> files = new TreeMap<>();
        for (Path file : InputFiles.list(folder)) {
            try {
                files.put(file.getFileName().toString(), Map.of("bytes", Files.size(file), "sha256", Sha256.of(file)));
            } catch (IOException e) {
                throw FileTrouble.reading(file, e);
            }
        }
        return files;
    }

    /** Refuses a run that was begun with something else. */
    static void check(Path root, Map<String, Object> wanted, Map<String, Object> begun) throws RunRefused {
        Map<String, Object> asked = CanonicalJson.read(CanonicalJson.write(wanted));
        TreeSet<String> keys = new TreeSet<>(asked.keySet());
        keys.add(PAID_UNTIL);
        for (String key : keys) {
            if (!Objects.equals(asked.get(key), begun.get(key))) {
                Sentence what =
                        difference(NAMES.getOrDefault(key, new Sentence(key, key)), asked.get(key), begun.get(key));
                throw new RunRefused(
                        "RUN_DIFFERS",
                        root,
                        new Sentence("a été commencé autrement : " + what.fr(), "was begun with another " + what.en()),
                        new Sentence(
                                "Peut-être le poursuivre comme il a été commencé, ou écrire dans un autre dossier.",
                                "Maybe go on with it as it was begun, or write to another directory."));
            }
        }
    }

    /** What differs first, named from the outside in. */
    private static Sentence difference(Sentence name, Object asked, Object begun) {
        if (asked instanceof Map<?, ?> now && begun instanceof Map<?, ?> then) {
            TreeSet<String> inside = new TreeSet<>();
            now.keySet().forEach(key -> inside.add((String) key));
            then.keySet().forEach(key -> inside.add((String) key));
            for (String key : inside) {
                if (!Objects.equals(now.get(key), then.get(key))) {
                    return difference(
                            new Sentence(name.fr() + ", " + key, name.en() + ", " + key), now.get(key), then.get(key));
                }
            }
        }
        return new Sentence(
                name.fr() + ", " + shown(begun, "rien") + " et non " + shown(asked, "rien"),
                name.en() + ", " + shown(begun, "nothing") + " and not " + shown(asked, "nothing"));
    }

    private static String shown(Object value, String nothing) {
        return value == null
                ? nothing
                : value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
    }
}
