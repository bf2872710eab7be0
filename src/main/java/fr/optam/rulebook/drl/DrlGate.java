package fr.optam.rulebook.drl;

import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.RulebookProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a DRL file before anything is compiled, by reading all of it: package, imports of facts, the one global, and
 * rules. Drools' own parser takes exponential time over some texts, so nothing that was not read here reaches it.
 */
final class DrlGate {
    private static final Set<String> IMPORTS =
            Set.of("fr.optam.decision.Conclusions", "java.math.BigDecimal", "java.math.BigInteger");
    private static final Set<String> SINK = Set.of("fr.optam.decision.Conclusions", "Conclusions");
    private static final Map<String, String> REFUSED = Map.of(
            "function",
            "FUNCTION",
            "declare",
            "DECLARE",
            "query",
            "QUERY",
            "unit",
            "UNIT",
            "dialect",
            "ATTRIBUTE",
            "agenda-group",
            "ATTRIBUTE",
            "salience",
            "ATTRIBUTE",
            "enabled",
            "ATTRIBUTE",
            "no-loop",
            "ATTRIBUTE");
    private static final int MAX_RULES = 500;

    private final String file;
    private final String phase;
    private final List<RulebookProblem> problems;

    DrlGate(String file, String phase, List<RulebookProblem> problems) {
        this.file = file;
        this.phase = phase;
        this.problems = problems;
    }

    /** Reads the rules of a file; what is refused is reported at its line. */
    List<DrlRule> read(String text) {
        DrlCursor cursor = new DrlCursor(text);
        List<DrlRule> rules = new ArrayList<>();
        try {
            packageOf(cursor);
            while (!cursor.done()) {
                if (!part(cursor, rules)) {
                    return rules;
                }
            }
        } catch (IllegalArgumentException e) {
            refuse(
                    cursor.line(),
                    "DRL_SYNTAX",
                    "this is no DRL: " + e.getMessage(),
                    "Maybe a quote or a comment is not closed.");
        }
        return rules;
    }

    private void packageOf(DrlCursor cursor) {
        boolean named = cursor.peek().equals("package");
        int line = cursor.line();
        if (named) {
            cursor.word();
        }
        String name = named ? cursor.word() : "";
        cursor.accept(";");
        if (!name.equals(phase)) {
            refuse(
                    line,
                    "PACKAGE",
                    name.isEmpty() ? "the file names no package" : "package «" + name + "» is not the folder's phase",
                    "Maybe package " + phase + ".");
        }
    }

    /** Reads an import, a global or a rule; false if what follows can't be read. */
    private boolean part(DrlCursor cursor, List<DrlRule> rules) {
        int line = cursor.line();
        String keyword = cursor.peek();
        switch (keyword) {
            case "import" -> readImport(cursor, line);
            case "global" -> readGlobal(cursor, line);
            case "rule" -> {
                return readRule(cursor, line, rules);
            }
            default -> {
                String shown = keyword.isEmpty() ? cursor.ahead() : keyword;
                refuse(
                        line,
                        REFUSED.getOrDefault(keyword, "DRL_SYNTAX"),
                        "«" + shown + "» is not allowed",
                        "Maybe one of package, import, global, rule.");
                return cursor.find("rule ");
            }
        }
        return true;
    }

    private void readImport(DrlCursor cursor, int line) {
        cursor.word();
        String target = cursor.word();
        boolean fact = target.startsWith(DrlText.FACTS)
                && Kind.of(target.substring(DrlText.FACTS.length())).isPresent();
        if (!fact && !IMPORTS.contains(target)) {
            boolean wider = Set.of("static", "function", "accumulate", "acc").contains(target);
            refuse(
                    line,
                    "IMPORT",
                    "import «" + target + (wider ? " " + cursor.word() : "") + "» is not allowed",
                    "Maybe fr.optam.fact.flat.Letter.");
            cursor.accept("*");
        }
        cursor.accept(";");
    }

    private void readGlobal(DrlCursor cursor, int line) {
        cursor.word();
        String type = cursor.word();
        String name = cursor.word();
        if (!SINK.contains(type) || !name.equals("out")) {
            refuse(
                    line,
                    "GLOBAL",
                    "global «" + type + " " + name + "» is not allowed",
                    "Maybe global Conclusions out.");
        }
        cursor.accept(";");
    }

    private boolean readRule(DrlCursor cursor, int line, List<DrlRule> rules) {
        DrlRuleReader reader = new DrlRuleReader(cursor, phase, line);
        try {
            if (rules.size() >= MAX_RULES) {
                refuse(
                        line,
                        "FILE_TOO_LARGE",
                        "more than " + MAX_RULES + " rules in a file",
                        "Maybe split it by topic.");
                return false;
            }
            rules.add(reader.read());
            return true;
        } catch (IllegalArgumentException e) {
            refuse(
                    line,
                    "RULE_REFUSED",
                    "rule " + reader.name() + ": " + e.getMessage(),
                    "Maybe a formula in out.let, or a row of a table, can say it.");
            return cursor.find("rule ");
        }
    }

    private void refuse(int line, String code, String message, String hint) {
        problems.add(RulebookProblem.error(code, file, String.valueOf(line), message, hint));
    }
}
