package fr.optam.scenario;

import fr.optam.decision.Sentence;
import fr.optam.scenario.sheet.Bases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML and JSON documents and merges in what they inherit.
 *
 * <p>Any map may state {@code base: ../bases/surgeon.yaml}, a file relative to its own: its content is taken first, then
 * what the map states is laid over it. Maps are merged, everything else is replaced, {@code ~unset} removes a key. A
 * {@code base} that is no name of a YAML or JSON file is a fact like any other (the tariff before a rise).
 */
final class Documents {
    private static final String BASE = "base";
    private static final String UNSET = "~unset";
    private static final Pattern FILE = Pattern.compile(".+\\.(yaml|yml|json)");
    private static final int DEPTH = 8;
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path root;
    private final Map<Path, JsonNode> inherited = new HashMap<>();

    /** Documents below a folder; a base outside of it is refused. */
    Documents(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A document with its bases merged in, as JSON bytes. */
    byte[] composed(Path file) throws ScenarioInvalid {
        return bytes(whole(file));
    }

    /** The bases that rows of workbooks may start from. */
    Bases bases() {
        return new BasesFolder(this, root.resolve("bases"));
    }

    /** A file with its bases merged in, as a map. */
    ObjectNode whole(Path file) throws ScenarioInvalid {
        return (ObjectNode) composed(file.toAbsolutePath().normalize(), 0);
    }

    /** A map or a list that stands on one line. */
    static JsonNode flow(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " "), e);
        }
    }

    /** Facts as JSON bytes, without the keys that are unset. */
    static byte[] bytes(JsonNode facts) {
        withoutUnset(facts);
        return JSON.writeValueAsString(facts).getBytes(StandardCharsets.UTF_8);
    }

    /** A document as it stands. */
    ObjectNode read(Path file) throws ScenarioInvalid {
        try {
            boolean json = file.toString().endsWith(".json");
            JsonNode node = (json ? JSON : YAML).readTree(Files.readString(file));
            if (node instanceof ObjectNode map) {
                return map;
            }
            throw new ScenarioInvalid(
                    "NOT_A_MAP",
                    shown(file),
                    new Sentence("ce n’est pas une liste de clés.", "not a map of keys."),
                    new Sentence("Peut-être le fichier est-il vide.", "Maybe the file is empty."));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null ? "" : String.valueOf(at.getLineNr());
            throw new ScenarioInvalid(List.of(new ScenarioProblem(
                    "NOT_READABLE", shown(file), line, unreadable(e.getOriginalMessage()), Texts.NOTHING)));
        } catch (IOException e) {
            throw new ScenarioInvalid("NOT_READABLE", shown(file), unreadable(e.getMessage()), Texts.NOTHING);
        }
    }

    private static Sentence unreadable(String message) {
        String why = String.valueOf(message).replaceAll("\\s+", " ");
        return new Sentence("ne se lit pas : " + why, "cannot be read, " + why);
    }

    /** A file as messages name it: its path below the folder of the scenarios. */
    String shown(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(root) ? root.relativize(whole) : whole.getFileName())
                .toString()
                .replace('\\', '/');
    }

    private JsonNode composed(Path file, int depth) throws ScenarioInvalid {
        if (depth > DEPTH) {
            throw new ScenarioInvalid(
                    "BASE_TOO_DEEP",
                    shown(file),
                    new Sentence("plus de " + DEPTH + " bases à la suite.", "more than " + DEPTH + " bases in a row."),
                    new Sentence("Peut-être hérite-t-il de lui-même.", "Maybe it inherits from itself."));
        }
        return composed(read(file), file, depth);
    }

    private JsonNode composed(JsonNode node, Path file, int depth) throws ScenarioInvalid {
        if (node instanceof ObjectNode map) {
            ObjectNode own = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                if (!entry.getKey().equals(BASE) || !isFile(entry.getValue())) {
                    own.set(entry.getKey(), composed(entry.getValue(), file, depth));
                }
            }
            JsonNode base = map.get(BASE);
            return base == null || !isFile(base) ? own : merged(inherited(base, file, depth), own);
        }
        if (node instanceof ArrayNode list) {
            ArrayNode own = JSON.createArrayNode();
            for (JsonNode item : list) {
                own.add(composed(item, file, depth));
            }
            return own;
        }
        return node;
    }

    private static boolean isFile(JsonNode base) {
        return base.isString() && FILE.matcher(base.asString()).matches();
    }

    private JsonNode inherited(JsonNode base, Path file, int depth) throws ScenarioInvalid {
        Path from = file.resolveSibling(base.asString("")).normalize();
        if (!from.startsWith(root) || !Files.isRegularFile(from)) {
            throw new ScenarioInvalid(
                    "BASE_MISSING",
                    shown(file),
                    new Sentence("pas de base " + base.asString("?") + ".", "no base at " + base.asString("?") + "."),
                    new Sentence(
                            "Peut-être le chemin ne part-il pas de ce fichier.",
                            "Maybe the path is not relative to this file."));
        }
        JsonNode known = inherited.get(from);
        if (known == null) {
            known = composed(from, depth + 1);
            inherited.put(from, known);
        }
        return known.deepCopy();
    }

    private static JsonNode merged(JsonNode base, JsonNode own) {
        if (!(base instanceof ObjectNode below) || !(own instanceof ObjectNode above)) {
            return own;
        }
        for (Map.Entry<String, JsonNode> entry : above.properties()) {
            JsonNode old = below.get(entry.getKey());
            below.set(entry.getKey(), old == null ? entry.getValue() : merged(old, entry.getValue()));
        }
        return below;
    }

    private static void withoutUnset(JsonNode node) {
        if (node instanceof ObjectNode map) {
            map.removeIf(value -> value.isString() && value.asString().equals(UNSET));
        }
        node.forEach(Documents::withoutUnset);
    }
}
