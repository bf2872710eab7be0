package fr.optam.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes YAML as people write scenarios: maps of the first two levels on lines of their own, the rest in braces. */
final class YamlText {
    private static final String PLAIN =
            "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Z][A-Z0-9-]*[0-9]";
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");
    private static final int LINE = 110;

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(ObjectNode document) {
        YamlText text = new YamlText();
        document.properties().forEach(entry -> text.entry(entry, 0));
        return text.out.toString();
    }

    private void entry(Map.Entry<String, JsonNode> entry, int level) {
        String key = "  ".repeat(level) + scalar(entry.getKey()) + ":";
        JsonNode value = entry.getValue();
        String inline = key + " " + flow(value);
        boolean wide = level == 0 && value.isContainer() && !value.isEmpty() && inline.length() > LINE;
        boolean maps = level == 0
                && value.isObject()
                && value.iterator().hasNext()
                && value.iterator().next().isObject();
        boolean items = level == 0
                && value.isArray()
                && value.size() > 0
                && value.get(0).isObject();
        if (maps || wide && value.isObject()) {
            out.append(key).append('\n');
            value.properties().forEach(inner -> entry(inner, level + 1));
        } else if (items || wide) {
            out.append(key).append('\n');
            value.forEach(item -> out.append("  - ").append(flow(item)).append('\n'));
        } else {
            out.append(inline).append('\n');
        }
    }

    private static String flow(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(e -> parts.add(scalar(e.getKey()) + ": " + flow(e.getValue())));
            return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
        }
        if (node.isArray()) {
            node.forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.isString() ? scalar(node.asString()) : node.toString();
    }

    private static String scalar(String text) {
        if (text.matches(PLAIN) && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
