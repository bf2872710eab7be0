package fr.optam.rulebook.drl;

import fr.optam.rulebook.Closest;
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
            int after = cursor.at();
            String shown = cursor.ahead();
            if (cursor.done() || !cursor.peek().startsWith("out")) {
                throw statement(cursor, shown, after);
            }
            if (calls.size() >= MAX_CALLS) {
                throw new DrlInvalid(
                        "la conséquence énonce plus de " + MAX_CALLS + " choses",
                        "the consequence states more than " + MAX_CALLS + " things");
            }
            calls.add(call(cursor, binding, shown));
        }
        cursor.word();
        if (calls.isEmpty()) {
            throw new DrlInvalid(
                    "la conséquence n’énonce rien",
                    "the consequence states nothing",
                    "out.set, out.let ou out.answer.",
                    "out.set, out.let or out.answer.");
        }
        return calls;
    }

    private static List<String> call(DrlCursor cursor, String binding, String shown) {
        String name = name(cursor, shown);
        boolean opens = cursor.accept("(");
        if (!opens || !cursor.word().equals(binding)) {
            throw new DrlInvalid(
                    "«" + shown + "» n’est pas permis dans une conséquence : le premier argument est " + binding,
                    "«" + shown + "» is not allowed in a consequence: the first argument is " + binding,
                    name + "(" + binding + ", …).",
                    name + "(" + binding + ", …).");
        }
        List<String> call = new ArrayList<>(List.of(name));
        while (cursor.accept(",")) {
            call.add(cursor.quoted());
        }
        if (!cursor.accept(")") || !cursor.accept(";")) {
            boolean semicolon = cursor.lastWas(")");
            throw new DrlInvalid(
                            "«" + shown + "» n’est pas permis dans une conséquence : "
                                    + (semicolon ? "«;» manque" : "les autres arguments sont des textes constants"),
                            "«" + shown + "» is not allowed in a consequence: "
                                    + (semicolon ? "«;» is missing" : "all other arguments are constant texts"),
                            semicolon ? "«;» à la fin de la ligne." : "«)» ou une virgule manque.",
                            semicolon ? "«;» at the end of the line." : "«)» or a comma is missing.")
                    .at(cursor.past());
        }
        Integer wanted = CALLS.get(name);
        if (wanted == null) {
            String all = String.join(", ", new TreeSet<>(CALLS.keySet()));
            throw new DrlInvalid(
                            "out." + name + " n’existe pas",
                            "out." + name + " does not exist",
                            Closest.to(name, CALLS.keySet())
                                            .map(c -> "out." + c)
                                            .orElse("l’un de " + all) + ".",
                            Closest.to(name, CALLS.keySet())
                                            .map(c -> "out." + c)
                                            .orElse("one of " + all) + ".")
                    .at(cursor.past());
        }
        if (call.size() - 1 != wanted) {
            throw new DrlInvalid(
                            "out." + name + " prend " + binding + " et " + wanted + " textes, et non "
                                    + (call.size() - 1),
                            "out." + name + " takes " + binding + " and " + wanted + " texts, not " + (call.size() - 1),
                            "un argument de trop ou de moins.",
                            "an argument too many or too few.")
                    .at(cursor.past());
        }
        return List.copyOf(call);
    }

    private static DrlInvalid statement(DrlCursor cursor, String shown, int after) {
        String word = cursor.peek();
        boolean next = cursor.done() || word.equals("rule");
        if (next || Closest.to(word, List.of("end")).isPresent()) {
            return new DrlInvalid(
                            "la conséquence n’est pas fermée par end" + (next ? "" : " : «" + shown + "»"),
                            "the consequence is not closed by end" + (next ? "" : ": «" + shown + "»"),
                            "end.",
                            "end.")
                    .at(next ? cursor.lineAfter(after) : cursor.at());
        }
        return new DrlInvalid(
                "«" + shown + "» n’est pas permis dans une conséquence, qui n’énonce ses conclusions que par out",
                "«" + shown + "» is not allowed in a consequence, which only states conclusions through out");
    }

    private static String name(DrlCursor cursor, String shown) {
        String target = cursor.word();
        for (String next = "."; (target.equals("out") || target.equals("out.")) && !next.isEmpty(); target += next) {
            next = cursor.word();
        }
        if (!target.startsWith("out.")) {
            throw statement(cursor, shown, cursor.at());
        }
        return target.substring("out.".length());
    }
}
