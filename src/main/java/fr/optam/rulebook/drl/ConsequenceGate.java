package fr.optam.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads a consequence: a row of calls of the sink with constants, and nothing else, up to the word {@code end}. */
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

    private static final int MAX_CALLS = 200;

    private ConsequenceGate() {}

    /**
     * Reads the calls.
     *
     * @param cursor stands after {@code then}; afterwards after {@code end}
     * @param binding variable of the pattern
     * @throws IllegalArgumentException naming what is not allowed
     */
    static List<List<String>> read(DrlCursor cursor, String binding) {
        List<List<String>> calls = new ArrayList<>();
        while (!cursor.peek().equals("end")) {
            String shown = cursor.ahead();
            if (cursor.done() || !cursor.peek().startsWith("out")) {
                throw new IllegalArgumentException(
                        "«" + shown + "» is not allowed in a consequence, which only states conclusions through out");
            }
            if (calls.size() >= MAX_CALLS) {
                throw new IllegalArgumentException("the consequence states more than " + MAX_CALLS + " things");
            }
            calls.add(call(cursor, binding, shown));
        }
        cursor.word();
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("the consequence states nothing");
        }
        return calls;
    }

    private static List<String> call(DrlCursor cursor, String binding, String shown) {
        String name = name(cursor, shown);
        boolean opens = cursor.accept("(");
        if (!opens || !cursor.word().equals(binding)) {
            throw new IllegalArgumentException(
                    "«" + shown + "» is not allowed in a consequence: the first argument is " + binding);
        }
        List<String> call = new ArrayList<>(List.of(name));
        while (cursor.accept(",")) {
            call.add(cursor.quoted());
        }
        if (!cursor.accept(")") || !cursor.accept(";")) {
            throw new IllegalArgumentException(
                    "«" + shown + "» is not allowed in a consequence: all other arguments are constant texts");
        }
        Integer wanted = CALLS.get(name);
        if (wanted == null) {
            throw new IllegalArgumentException(
                    "out." + name + " does not exist; maybe one of " + new TreeSet<>(CALLS.keySet()));
        }
        if (call.size() - 1 != wanted) {
            throw new IllegalArgumentException("out." + name + " takes " + binding + " and " + wanted + " texts");
        }
        return List.copyOf(call);
    }

    private static String name(DrlCursor cursor, String shown) {
        String target = cursor.word();
        for (String next = "."; (target.equals("out") || target.equals("out.")) && !next.isEmpty(); target += next) {
            next = cursor.word();
        }
        if (!target.startsWith("out.")) {
            throw new IllegalArgumentException(
                    "«" + shown + "» is not allowed in a consequence, which only states conclusions through out");
        }
        return target.substring("out.".length());
    }
}
