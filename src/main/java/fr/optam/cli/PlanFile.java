package fr.optam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A plan in a YAML file: the options of the command line by name, one value or a list of them each. */
final class PlanFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> LISTS = Set.of(PlanOptions.OPTION, PlanOptions.RISE, PlanOptions.ACTIVITY);
    private static final Set<String> SINGLE = Set.of(
            PlanOptions.YEAR,
            PlanOptions.FEES,
            PlanOptions.OVERRUN_RATE,
            PlanOptions.OPPOSABLE_SHARE,
            PlanOptions.ACTS,
            PlanOptions.UNTIL);

    private PlanFile() {}

    /** Values by name of the option. */
    static Map<String, List<String>> read(Path file) throws Failure {
        Map<String, List<String>> said = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : document(file).properties()) {
            String key = entry.getKey();
            if (!LISTS.contains(key) && !SINGLE.contains(key)) {
                throw Failure.usage(
                        file.toString(),
                        "no such key, " + key,
                        "Maybe one of activity, acts, fees, opposable-share, option, overrun-rate, rise, until, year.");
            }
            said.put(key, values(file, key, entry.getValue()));
        }
        return said;
    }

    private static ObjectNode document(Path file) throws Failure {
        try {
            JsonNode read = YAML.readTree(Files.readString(file));
            if (read instanceof ObjectNode map) {
                return map;
            }
            throw Failure.usage(file.toString(), "not a map of keys", "Maybe the file is empty.");
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : "!" + e.getLocation().getLineNr();
            throw Failure.usage(
                    file + line,
                    "can't be read, "
                            + String.valueOf(e.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "Maybe a key without value.");
        } catch (IOException e) {
            throw Failure.usage(file.toString(), "no such file", "Maybe the name is written otherwise.");
        }
    }

    private static List<String> values(Path file, String key, JsonNode value) throws Failure {
        List<String> all = new ArrayList<>();
        if (value.isArray() && LISTS.contains(key)) {
            value.forEach(each -> all.add(text(each)));
        } else {
            all.add(text(value));
        }
        if (all.contains("")) {
            throw Failure.usage(
                    file.toString(), key + " has no value that can be read", "Maybe it is a list of texts.");
        }
        return all;
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isString() ? value.asString().strip() : "";
    }
}
