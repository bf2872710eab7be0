package fr.optam.scenario.sheet;

import fr.optam.cohort.FactsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of the JSON Schema of a practitioner-year: which keys there are, and what they hold. */
final class FactSchema {
    private static final JsonNode ROOT = read();

    private final JsonNode node;

    private FactSchema(JsonNode node) {
        this.node = node;
    }

    private static JsonNode read() {
        try (InputStream in = FactsJson.class.getResourceAsStream("/schema/practitioner-year-1.schema.json")) {
            return new JsonMapper().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document. */
    static FactSchema root() {
        return new FactSchema(ROOT);
    }

    /** Name and version of the format, which every document states. */
    static String name() {
        return ROOT.path("properties").path("schema").path("const").asString();
    }

    boolean isObject() {
        return node.has("properties");
    }

    boolean isList() {
        return node.path("type").asString("").equals("array");
    }

    boolean has(String key) {
        return node.path("properties").has(key);
    }

    List<String> keys() {
        return new ArrayList<>(node.path("properties").propertyNames());
    }

    FactSchema of(String key) {
        return new FactSchema(resolved(node.path("properties").path(key)));
    }

    /** What an item of the list holds. */
    FactSchema items() {
        return new FactSchema(resolved(node.path("items")));
    }

    /** The key that tells the items of the list apart; empty if there is none. */
    String key() {
        JsonNode items = resolved(node.path("items"));
        JsonNode choice = items.path("oneOf").path(0).path("required").path(0);
        return choice.isMissingNode() ? items.path("required").path(0).asString("") : choice.asString();
    }

    /** The forms that a value may have: the alternatives, or the one. */
    List<JsonNode> forms() {
        List<JsonNode> forms = new ArrayList<>();
        collect(node, forms);
        return forms;
    }

    private static void collect(JsonNode node, List<JsonNode> forms) {
        JsonNode own = resolved(node);
        if (own.has("anyOf")) {
            own.path("anyOf").forEach(one -> collect(one, forms));
        } else if (own.has("allOf")) {
            own.path("allOf").forEach(one -> collect(one, forms));
        } else {
            forms.add(own);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : ROOT.at(ref.substring(1));
    }

    /** Every path that ends in a value, {@code activity[].overruns}. */
    static List<String> paths() {
        List<String> paths = new ArrayList<>();
        paths("", root(), paths);
        return paths;
    }

    private static void paths(String path, FactSchema schema, List<String> paths) {
        if (schema.isObject()) {
            schema.keys().forEach(key -> paths(path.isEmpty() ? key : path + "." + key, schema.of(key), paths));
        } else if (schema.isList() && schema.items().isObject()) {
            paths(path + "[]", schema.items(), paths);
        } else {
            paths.add(path);
        }
    }
}
