package fr.optam.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a DRL text, taken apart without being judged, so that a broken file can be compared too. Comments and
 * layout are no part of them.
 */
final class DrlParts {
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+(?:\"([^\"\\n]*)\"|(\\S+))");
    private static final Pattern ANNOTATION = Pattern.compile("@\\s*(\\w+)\\s*\\(");
    private static final Pattern WHEN = Pattern.compile("(?<![\\w\"$])when(?![\\w\"])");
    private static final Pattern THEN = Pattern.compile("(?<![\\w\"$])then(?![\\w\"])");
    private static final Pattern END = Pattern.compile("(?<![\\w\"$.])end(?![\\w\"(])");

    /**
     * A rule.
     *
     * @param id name
     * @param line line of the file, first is 1
     * @param single parts that stand once, by name: {@code @source}, {@code agenda-group}, {@code pattern}
     * @param conditions conditions
     * @param consequences statements
     * @param lines the rule line by line
     * @param whole whether it has all its parts: when, then and end
     */
    record Part(
            String id,
            int line,
            Map<String, String> single,
            List<String> conditions,
            List<String> consequences,
            List<String> lines,
            boolean whole) {}

    private DrlParts() {}

    /** The rules in the order of the text. */
    static List<Part> read(String text) {
        String bare = withoutComments(text);
        List<Part> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(bare);
        int line = 1;
        int counted = 0;
        boolean more = rule.find();
        while (more) {
            String id = rule.group(1) == null ? rule.group(2) : rule.group(1);
            int start = rule.end();
            int at = rule.start();
            line += (int)
                    bare.substring(counted, at).chars().filter(c -> c == '\n').count();
            counted = at;
            more = rule.find();
            rules.add(rule(id, line, bare.substring(start, more ? rule.start() : bare.length())));
        }
        return rules;
    }

    /** What stands before the first rule: package, imports, globals. */
    static List<String> head(String text) {
        String bare = withoutComments(text);
        Matcher rule = RULE.matcher(bare);
        return split(rule.find() ? bare.substring(0, rule.start()) : bare, "[;\\n]");
    }

    private static Part rule(String id, int line, String body) {
        Matcher when = WHEN.matcher(masked(body));
        boolean hasWhen = when.find();
        Matcher then = THEN.matcher(masked(body));
        boolean hasThen = then.find(hasWhen ? when.end() : 0);
        String head = body.substring(0, hasWhen ? when.start() : hasThen ? then.start() : body.length());
        String left = hasWhen ? body.substring(when.end(), hasThen ? then.start() : body.length()) : "";
        String right = hasThen ? body.substring(then.end()) : "";
        Matcher end = END.matcher(masked(right));
        boolean ended = end.find();
        if (ended) {
            right = right.substring(0, end.start());
        }
        Map<String, String> single = new LinkedHashMap<>();
        attributes(head, single);
        List<String> conditions = new ArrayList<>();
        conditions(left, single, conditions);
        return new Part(
                id, line, single, conditions, statements(right), split(body, "\n"), hasWhen && hasThen && ended);
    }

    private static void attributes(String head, Map<String, String> single) {
        StringBuilder rest = new StringBuilder();
        Matcher annotation = ANNOTATION.matcher(masked(head));
        int at = 0;
        while (at <= head.length() && annotation.find(at)) {
            int close = closing(head, annotation.end());
            rest.append(head, at, annotation.start()).append(' ');
            String value = flat(head.substring(annotation.end(), close));
            single.put("@" + annotation.group(1), value.replaceAll("^\"|\"$", ""));
            at = Math.min(head.length(), close + 1);
        }
        rest.append(head, Math.min(at, head.length()), head.length());
        String attribute = flat(rest.toString());
        if (attribute.startsWith("agenda-group")) {
            single.put(
                    "agenda-group",
                    attribute
                            .substring("agenda-group".length())
                            .replace("\"", "")
                            .strip());
        } else if (!attribute.isEmpty()) {
            single.put("attributes", attribute);
        }
    }

    private static void conditions(String left, Map<String, String> single, List<String> conditions) {
        int open = masked(left).indexOf('(');
        if (open < 0) {
            single.put("pattern", flat(left));
            return;
        }
        int close = closing(left, open + 1);
        String after = close < left.length() ? flat(left.substring(close + 1)) : "";
        single.put("pattern", flat(left.substring(0, open)) + (after.isEmpty() ? "" : " … " + after));
        String inside = left.substring(open + 1, close);
        String masked = masked(inside);
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char c = i == inside.length() ? ',' : masked.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == inside.length())) {
                String condition = flat(inside.substring(start, i));
                if (!condition.isEmpty()) {
                    conditions.add(condition);
                }
                start = i + 1;
            }
        }
    }

    private static List<String> statements(String right) {
        List<String> statements = new ArrayList<>();
        String masked = masked(right);
        int start = 0;
        for (int i = 0; i <= right.length(); i++) {
            if (i == right.length() || masked.charAt(i) == ';') {
                String statement = flat(right.substring(start, i));
                if (!statement.isEmpty()) {
                    statements.add(statement);
                }
                start = i + 1;
            }
        }
        return statements;
    }

    private static List<String> split(String text, String at) {
        return java.util.Arrays.stream(text.split(at))
                .map(DrlParts::flat)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static int closing(String text, int from) {
        String masked = masked(text);
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += masked.charAt(i) == '(' ? 1 : masked.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** White space outside quotes as one blank, none beside parentheses and commas. */
    private static String flat(String text) {
        StringBuilder flat = new StringBuilder();
        boolean quoted = false;
        for (char c : text.strip().toCharArray()) {
            quoted ^= c == '"';
            boolean blank = !quoted && Character.isWhitespace(c);
            boolean needless = blank && flat.length() > 0 && " (".indexOf(flat.charAt(flat.length() - 1)) >= 0;
            if (!quoted && (c == ')' || c == ',') && flat.length() > 0 && flat.charAt(flat.length() - 1) == ' ') {
                flat.setLength(flat.length() - 1);
            }
            if (!needless) {
                flat.append(blank ? ' ' : c);
            }
        }
        return flat.toString();
    }

    /** The same text, its quoted parts blanked. */
    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            boolean quote = text.charAt(i) == '"';
            if (quoted && !quote && text.charAt(i) != '\n') {
                masked.setCharAt(i, '_');
            }
            quoted = text.charAt(i) == '\n' ? false : quoted ^ quote;
        }
        return masked.toString();
    }

    private static String withoutComments(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = c == '\n' ? false : quoted ^ c == '"';
            if (!quoted && text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end - 1;
            } else if (!quoted && text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                end = end < 0 ? text.length() : end + 2;
                text.substring(i, end).chars().filter(l -> l == '\n').forEach(l -> bare.append('\n'));
                i = end - 1;
            } else {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
