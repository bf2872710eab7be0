package fr.optam.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a consequence: a row of calls of the sink with constants, and nothing else. */
final class ConsequenceGate {
    /** Number of texts that each call takes. */
    static final Map<String, Integer> CALLS = Map.ofEntries(
            Map.entry("set", 2),
            Map.entry("let", 2),
            Map.entry("answer", 3),
            Map.entry("value", 2),
            Map.entry("amount", 1),
            Map.entry("detail", 2),
            Map.entry("detailOf", 3),
            Map.entry("missing", 1),
            Map.entry("finding", 1),
            Map.entry("say", 1),
            Map.entry("with", 3),
            Map.entry("outcome", 1));

    private static final Pattern CALL =
            Pattern.compile("\\s*out\\s*\\.\\s*([a-zA-Z]+)\\s*\\(\\s*(\\$[a-zA-Z]+)((?:\\s*,\\s*\"[^\"\\\\\\n]*\")*)\\s*\\)\\s*;");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\\n]*)\"");
    private static final Pattern COMMENT = Pattern.compile("\\G((?:[^\"/]|\"[^\"\\\\\\n]*\"|/(?!/))*)//[^\\n]*");

    private ConsequenceGate() {}

    /**
     * Reads the calls.
     *
     * @param binding variable of the pattern
     * @throws IllegalArgumentException naming what is not allowed
     */
    static List<List<String>> read(String consequence, String binding) {
        String code = withoutComments(consequence);
        List<List<String>> calls = new ArrayList<>();
        int at = 0;
        Matcher matcher = CALL.matcher(code);
        while (!code.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                String rest = code.substring(at).strip();
                throw new IllegalArgumentException("«" + rest.lines().findFirst().orElse("") + "» is not allowed in a consequence, which only states conclusions through out");
            }
            calls.add(call(matcher, binding));
            at = matcher.end();
        }
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("the consequence states nothing");
        }
        return calls;
    }

    private static List<String> call(Matcher matcher, String binding) {
        String name = matcher.group(1);
        List<String> call = new ArrayList<>(List.of(name));
        Matcher texts = TEXT.matcher(matcher.group(3));
        while (texts.find()) {
            call.add(texts.group(1));
        }
        Integer wanted = CALLS.get(name);
        if (wanted == null) {
            throw new IllegalArgumentException("out." + name + " does not exist; maybe one of " + new java.util.TreeSet<>(CALLS.keySet()));
        }
        if (call.size() - 1 != wanted || !matcher.group(2).equals(binding)) {
            throw new IllegalArgumentException("out." + name + " takes " + binding + " and " + wanted + " texts");
        }
        return List.copyOf(call);
    }

    private static String withoutComments(String code) {
        String sofar = code;
        for (Matcher m = COMMENT.matcher(sofar); m.find(); m = COMMENT.matcher(sofar)) {
            sofar = sofar.substring(0, m.start()) + m.group(1) + sofar.substring(m.end());
        }
        return sofar;
    }
}
