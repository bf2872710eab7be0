package fr.optam.rulebook.drl;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Closest;
import fr.optam.rulebook.RulebookProblem;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final List<String> PARTS = List.of("package", "import", "global", "rule");
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
        } catch (DrlInvalid e) {
            refuse(line(cursor, e), "DRL_SYNTAX", e.said(), e.hint());
        }
        return rules;
    }

    private static int line(DrlCursor cursor, DrlInvalid e) {
        return e.offset() < 0 ? cursor.lineOf(cursor.at()) : cursor.lineOf(e.offset());
    }

    private void packageOf(DrlCursor cursor) {
        cursor.skip();
        int line = cursor.line();
        String word = cursor.peek();
        boolean named =
                word.equals("package") || (Closest.to(word, List.of("package")).isPresent());
        if (named) {
            cursor.word();
        }
        String name = named ? cursor.word() : "";
        cursor.accept(";");
        if (named && !word.equals("package")) {
            refuse(
                    line,
                    "DRL_SYNTAX",
                    new Sentence("«" + word + "» n’est pas permis", "«" + word + "» is not allowed"),
                    new Sentence("Peut-être package.", "Maybe package."));
        } else if (!name.equals(phase)) {
            refuse(
                    line,
                    "PACKAGE",
                    name.isEmpty()
                            ? new Sentence("le fichier ne nomme pas de package", "the file names no package")
                            : new Sentence(
                                    "le package «" + name + "» n’est pas la phase du dossier",
                                    "package «" + name + "» is not the folder's phase"),
                    new Sentence("Peut-être package " + phase + ".", "Maybe package " + phase + "."));
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
                return unknown(cursor, line, keyword);
            }
        }
        return true;
    }

    private boolean unknown(DrlCursor cursor, int line, String keyword) {
        String shown = keyword.isEmpty() ? cursor.ahead() : keyword;
        String meant = Closest.to(keyword, PARTS).orElse("");
        String stray = keyword.equals("end") || keyword.equals("then") || keyword.equals("when") ? keyword : "";
        refuse(
                line,
                REFUSED.getOrDefault(keyword, "DRL_SYNTAX"),
                new Sentence("«" + shown + "» n’est pas permis ici", "«" + shown + "» is not allowed"),
                stray.isEmpty()
                        ? new Sentence(
                                "Peut-être " + (meant.isEmpty() ? "l’un de package, import, global, rule" : meant)
                                        + ".",
                                "Maybe " + (meant.isEmpty() ? "one of package, import, global, rule" : meant) + ".")
                        : new Sentence(
                                "Peut-être «" + stray + "» est-il de trop.", "Maybe «" + stray + "» is one too many."));
        return cursor.find("rule ");
    }

    private void readImport(DrlCursor cursor, int line) {
        cursor.word();
        String target = cursor.word();
        boolean fact = target.startsWith(DrlText.FACTS)
                && Kind.of(target.substring(DrlText.FACTS.length())).isPresent();
        if (!fact && !IMPORTS.contains(target)) {
            boolean wider = Set.of("static", "function", "accumulate", "acc").contains(target);
            String shown = target + (wider ? " " + cursor.word() : "");
            List<String> known = Arrays.stream(Kind.values())
                    .map(k -> DrlText.FACTS + k.label())
                    .toList();
            String meant = Closest.to(target, known).orElse("fr.optam.fact.flat.Letter");
            refuse(
                    line,
                    "IMPORT",
                    new Sentence("l’import «" + shown + "» n’est pas permis", "import «" + shown + "» is not allowed"),
                    new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."));
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
                    new Sentence(
                            "la variable globale «" + type + " " + name + "» n’est pas permise",
                            "global «" + type + " " + name + "» is not allowed"),
                    new Sentence("Peut-être global Conclusions out.", "Maybe global Conclusions out."));
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
                        new Sentence(
                                "plus de " + MAX_RULES + " règles dans un fichier",
                                "more than " + MAX_RULES + " rules in a file"),
                        new Sentence("Peut-être le diviser par sujet.", "Maybe split it by topic."));
                return false;
            }
            rules.add(reader.read());
            return true;
        } catch (DrlInvalid e) {
            String name = reader.name().isEmpty() ? "" : reader.name() + " ";
            refuse(
                    line(cursor, e),
                    "RULE_REFUSED",
                    new Sentence(
                            "règle " + name + ": " + e.said().fr(),
                            "rule " + name.strip() + ": " + e.said().en()),
                    e.hint());
            return cursor.peek().equals("rule") && cursor.line() > line || cursor.find("rule ");
        }
    }

    private void refuse(int line, String code, Sentence message, Sentence hint) {
        problems.add(RulebookProblem.error(code, file, String.valueOf(line), message, hint));
    }
}
