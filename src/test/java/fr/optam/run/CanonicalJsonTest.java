package fr.optam.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    private static final JsonMapper BINDING = JsonMapper.builder().build();

    @Test
    void an_object_is_read_as_binding_reads_it() {
        String json = "{\"a\":[1,-2,9007199254740993,123456789012345678901,1.5,true,false,null,[],{}],"
                + "\"b\":{\"é\":\"\\u00e9\\n\",\"\":\"\"},\"a2\":0,\"b2\":{\"x\":1,\"x\":2}} \n";
        Map<String, Object> read = CanonicalJson.read(bytes(json));
        assertEquals(BINDING.readValue(json, Map.class), read);
        assertEquals("[a, b, a2, b2]", read.keySet().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"a\"",
                "{",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":[1}",
                "{}x",
                "{} {}",
                "{,}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{a:1}",
                "{\"a\":[1,]}",
                "{}\u0000"
            })
    void what_is_no_single_object_is_refused_as_binding_refuses_it(String json) {
        assertThrows(JacksonException.class, () -> BINDING.readValue(bytes(json), Map.class));
        assertThrows(JacksonException.class, () -> CanonicalJson.read(bytes(json)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
