package fr.optam.run;

import fr.optam.decision.RulebookId;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What makes two runs the same: input, rulebook, engine and format. */
final class RunIdentity {
    /** Value of {@code schema} of a run. */
    static final String SCHEMA = "optam/run/2";

    private RunIdentity() {}

    /** Describes a run; reads every input file once. */
    static Map<String, Object> of(BatchRequest request, int chunk, Rulebook rulebook) throws IOException {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("decisionSchema", DecisionJson.SCHEMA);
        json.put("engine", request.engine());
        json.put("year", request.year());
        json.put("layout", request.layout());
        request.paidUntil().ifPresent(day -> json.put("paidUntil", day.toString()));
        json.put("lang", request.lang());
        json.put("chunk", chunk);
        json.put("rulebook", rulebook(rulebook.id()));
        json.put("rulebookShown", new TreeMap<>(rulebook.shown()));
        json.put("input", input(request.input()));
        return json;
    }

    static Map<String, Object> rulebook(RulebookId id) {
        return new TreeMap<>(Map.of("version", id.version(), "digest", id.digest(), "overlays", id.overlays()));
    }

    private static Map<String, Object> input(Path folder) throws IOException {
        Map<String, Object> files = new TreeMap<>();
        for (Path file : Disk.files(folder)) {
            if (file.getParent().equals(folder)) {
                files.put(file.getFileName().toString(), Map.of("bytes", Files.size(file), "sha256", Sha256.of(file)));
            }
        }
        return files;
    }

    /** Refuses a run that was begun with something else. */
    static void check(Path root, Map<String, Object> wanted, Map<String, Object> begun) throws RunRefused {
        Map<String, Object> asked = CanonicalJson.read(CanonicalJson.write(wanted));
        for (String key : new TreeSet<>(asked.keySet())) {
            if (!asked.get(key).equals(begun.get(key))) {
                String differs = difference(key, asked.get(key), begun.get(key));
                throw new RunRefused(
                        "RUN_DIFFERS",
                        root,
                        new Sentence("a été commencé autrement : " + differs, "was begun with another " + differs),
                        new Sentence("Peut-être un autre dossier.", "Maybe write to another directory."));
            }
        }
    }

    private static String difference(String key, Object asked, Object begun) {
        if (asked instanceof Map<?, ?> now && begun instanceof Map<?, ?> then) {
            TreeSet<String> names = new TreeSet<>();
            now.keySet().forEach(name -> names.add((String) name));
            then.keySet().forEach(name -> names.add((String) name));
            for (String name : names) {
                if (!String.valueOf(now.get(name)).equals(String.valueOf(then.get(name)))) {
                    return key + ", " + difference(name, now.get(name), then.get(name));
                }
            }
        }
        return key + ", " + begun + " and not " + asked;
    }
}
