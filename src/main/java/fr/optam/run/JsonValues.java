package fr.optam.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token into maps and lists, which needs far less of a quick start than binding does. */
final class JsonValues {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonParser parser;

    private JsonValues(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The one object of a document; of a repeated key, the last value.
     *
     * @throws JacksonException if it holds anything else
     */
    static Map<String, Object> object(byte[] json) throws JacksonException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(parser, "no object");
            }
            Map<String, Object> object = new JsonValues(parser).object();
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "something follows the object");
            }
            return object;
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.put(name, value(parser.nextToken()));
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new StreamReadException(parser, "no value");
        };
    }
}
