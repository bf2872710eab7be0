package fr.optam.cohort;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads bytes into a {@link Json} value: repeated keys are problems, sizes are bounded, numbers stay text. */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .maxDocumentLength(FactsJson.MOST_BYTES)
                    .build())
            .build();

    private static final Json TRUE = new Json.Bool(true);
    private static final Json FALSE = new Json.Bool(false);
    private static final Json NULL = new Json.Null();

    private final JsonParser parser;
    private final FactsProblems problems;
    private final Deque<Object> place = new ArrayDeque<>();

    private JsonTree(JsonParser parser, FactsProblems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The one value of the document; {@code null} if it is no JSON, which is then a problem. */
    static Json read(byte[] bytes, FactsProblems problems) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add("$", "JSON_MALFORMED", "The document is empty.", "");
                return null;
            }
            Json json = new JsonTree(parser, problems).value(first);
            if (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                problems.add(
                        "$",
                        "JSON_MALFORMED",
                        "Something follows the end of the document, at line " + at.getLineNr() + ", column "
                                + at.getColumnNr() + ".",
                        "give each practitioner-year its own file");
                return null;
            }
            return json;
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            String place = at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
            problems.add(
                    "$",
                    "JSON_MALFORMED",
                    "This is no JSON" + place + ": " + oneLine(malformed.getOriginalMessage()) + ".",
                    "");
            return null;
        }
    }

    private Json value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            default -> NULL;
        };
    }

    private Json object() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            place.addLast(key);
            Json member = value(parser.nextToken());
            if (members.putIfAbsent(key, member) != null) {
                problems.add(path(), "KEY_DUPLICATE", "Key " + key + " is there twice.", "");
            }
            place.removeLast();
        }
        return new Json.Obj(members);
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            place.addLast(items.size());
            items.add(value(token));
            place.removeLast();
        }
        return new Json.Arr(items);
    }

    private String path() {
        String path = "$";
        for (Object step : place) {
            path = step instanceof String key ? FactsProblems.member(path, key) : path + "[" + step + "]";
        }
        return path;
    }

    private static String oneLine(String message) {
        String first = message.lines().findFirst().orElse("");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
