package fr.optam.rulebook.drl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.RulebookProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** DRL that tries to run something, or to keep the program busy: refused by name and line before anything is compiled. */
class HostileDrlTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SAY = "out.say($y, \"X\");";

    private static Map<String, String> attacks(Path canary) {
        String touch = "new java.io.FileOutputStream(\"" + canary + "\").close();";
        Map<String, String> all = new LinkedHashMap<>();
        all.put("process in a consequence", Judged.rule("", "Runtime.getRuntime().exec(\"touch " + canary + "\");"));
        all.put("process builder", Judged.rule("", "new ProcessBuilder(\"touch\", \"" + canary + "\").start();"));
        all.put("file written", Judged.rule("", touch));
        all.put(
                "file read into a conclusion",
                Judged.rule(
                        "",
                        "out.say($y, new String(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(\"/etc/passwd\"))));"));
        all.put(
                "reflection",
                Judged.rule("", "Class.forName(\"java.lang.Runtime\").getMethod(\"getRuntime\").invoke(null);"));
        all.put("reflection from the fact", Judged.rule("", "$y.getClass().getClassLoader().loadClass(\"x\");"));
        all.put("unicode escapes", Judged.rule("", "\\u0052untime.getRuntime().exec(\"touch " + canary + "\");"));
        all.put(
                "unicode escape that closes a text",
                Judged.rule("", "out.say($y, \"\\u0022); " + touch + " out.say($y, \\u0022\");"));
        all.put("code after a good call", Judged.rule("", SAY + " " + touch));
        all.put("code behind a comment", Judged.rule("", "/* */ " + touch));
        all.put(
                "comment that swallows a quote",
                Judged.rule("", "out.say($y, \"X\" /* \" */ + System.getProperty(\"user.name\"));"));
        all.put("line comment that ends early", Judged.rule("", "// \\u000a " + touch + "\n  System.exit(0);"));
        all.put("text block", Judged.rule("", "out.say($y, \"\"\"\n X\"\"\");"));
        all.put("call in an argument", Judged.rule("", "out.say($y, String.valueOf(System.getenv()));"));
        all.put("sink replaced", Judged.rule("", "out = null; " + SAY));
        all.put("other method of the sink", Judged.rule("", "out.getClass();"));
        all.put("loop in a consequence", Judged.rule("", "while (true) {}"));
        all.put("insert", Judged.rule("", "insert(new Object());"));
        all.put("modify", Judged.rule("", "modify($y) { put(\"a\", null, null) }"));
        all.put("drools context", Judged.rule("", "drools.halt();"));
        all.put("static call in a condition", Judged.rule("System.setProperty(\"a\", \"b\") == null", SAY));
        all.put(
                "process in a condition",
                Judged.rule("Runtime.getRuntime().exec(\"touch " + canary + "\") != null", SAY));
        all.put("class of the fact in a condition", Judged.rule("getClass().getName() == \"x\"", SAY));
        all.put("static field in a condition", Judged.rule("java.util.logging.Level.ALL != null", SAY));
        all.put("eval", Judged.rule("eval(true)", SAY));
        all.put(
                "inline eval",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  eval(System.getenv() != null)\nthen\n  " + SAY + "\nend\n");
        all.put("binding", Judged.rule("$x : this", SAY));
        all.put(
                "endless loop in a condition",
                Judged.rule("java.util.stream.Stream.iterate(1, x -> x).count() > 0", SAY));
        all.put("regular expression in a condition", Judged.rule("text(\"a\") matches \"(a+)+b\"", SAY));
        all.put("instanceof", Judged.rule("this instanceof Object", SAY));
        all.put("memberOf", Judged.rule("text(\"a\") memberOf System.getenv()", SAY));
        all.put("inline cast", Judged.rule("this#String.length() > 0", SAY));
        all.put(
                "salience expression",
                Judged.HEAD + "rule \"DER-X-1\"\n  salience (System.exit(0))\nwhen\n  $y : Year()\nthen\n  " + SAY
                        + "\nend\n");
        all.put(
                "enabled expression",
                Judged.HEAD + "rule \"DER-X-1\"\n  enabled (System.getenv() == null)\nwhen\n  $y : Year()\nthen\n  "
                        + SAY + "\nend\n");
        all.put(
                "timer",
                Judged.HEAD + "rule \"DER-X-1\"\n  timer (int: 1s)\nwhen\n  $y : Year()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "dialect",
                Judged.HEAD + "rule \"DER-X-1\"\n  dialect \"mvel\"\nwhen\n  $y : Year()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "file dialect",
                Judged.HEAD + "dialect \"mvel\"\n" + Judged.rule("", SAY).substring(Judged.HEAD.length()));
        all.put(
                "file agenda group, which leaks",
                Judged.HEAD + "agenda-group \"derive\"\n" + Judged.rule("", SAY).substring(Judged.HEAD.length()));
        all.put("function", Judged.HEAD + "function void f() { " + touch + " }\n");
        all.put("function import", Judged.HEAD + "import function java.lang.System.exit\n");
        all.put("static import", Judged.HEAD + "import static java.lang.System.exit\n");
        all.put("accumulate import", Judged.HEAD + "import accumulate fr.evil.Sum sum\n");
        all.put("import of a class", Judged.HEAD + "import java.lang.Runtime\n");
        all.put("import of a package", Judged.HEAD + "import java.io.*\n");
        all.put("import of all facts", Judged.HEAD + "import fr.optam.fact.flat.*\n");
        all.put("global", Judged.HEAD + "global java.lang.Runtime runtime\n");
        all.put("query", Judged.HEAD + "query q()\n  Year()\nend\n");
        all.put("declare", Judged.HEAD + "declare Evil\n  x : int = System.exit(0)\nend\n");
        all.put(
                "rule unit",
                "package derive\nunit Evil\n" + Judged.rule("", SAY).substring(Judged.HEAD.length()));
        all.put(
                "from",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  $y : Year() from System.getenv()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "accumulate with code",
                Judged.HEAD
                        + "rule \"DER-X-1\"\nwhen\n  accumulate(Year(), init(int x = 0; System.exit(0);), action(x++;), result(x))\nthen\n  "
                        + SAY + "\nend\n");
        all.put(
                "two patterns",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  $y : Year()\n  $z : Year()\nthen\n  " + SAY + "\nend\n");
        all.put("not", Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  not Year()\nthen\n  " + SAY + "\nend\n");
        all.put("any object", Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  $y : Object()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "fact by another class",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  $y : java.util.ArrayList()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "annotation with code",
                Judged.HEAD + "rule \"DER-X-1\" @source(System.exit(0))\nwhen\n  $y : Year()\nthen\n  " + SAY
                        + "\nend\n");
        all.put(
                "unknown annotation",
                Judged.HEAD + "rule \"DER-X-1\" @Propagation(\"LOOP\")\nwhen\n  $y : Year()\nthen\n  " + SAY
                        + "\nend\n");
        all.put(
                "name with a quote",
                Judged.HEAD
                        + "rule \"DER-X-1\\\" when then System.exit(0); end rule \\\"B\"\nwhen\n  $y : Year()\nthen\n  "
                        + SAY + "\nend\n");
        all.put(
                "rule that extends",
                Judged.HEAD + "rule \"DER-X-1\" extends \"DER-X-2\"\nwhen\n  $y : Year()\nthen\n  " + SAY + "\nend\n");
        all.put(
                "named consequence",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n  $y : Year() do[a]\nthen\n  " + SAY
                        + "\nthen[a]\n  System.exit(0);\nend\n");
        all.put("positional argument", Judged.rule("true;", SAY));
        all.put("comment in a condition", Judged.rule("yes(\"a\") /* && System.exit(0) */", SAY));
        all.put("comment not closed", Judged.rule("", SAY) + "/* rule");
        all.put("text not closed", Judged.rule("", "out.say($y, \"X);"));
        all.put("control character in a text", Judged.rule("", "out.say($y, \"A\tB\");"));
        all.put("number in a condition", Judged.rule("num(\"gap\") > 10", SAY));
        all.put("number in a bound", Judged.rule("atLeast(\"gap\", \"10\")", SAY));
        all.put("not equal, which an unknown would pass", Judged.rule("text(\"a\") != \"X\"", SAY));
        all.put("typographic quotes", Judged.rule("is(“a”, “X”)", SAY));
        all.put("no end", Judged.rule("", SAY).replace("end\n", ""));
        all.put("nothing at all", "");
        all.put("bytes of something else", "\0\1\2PK");
        return all;
    }

    private static Map<String, String> floods() {
        int many = 60_000;
        Map<String, String> all = new LinkedHashMap<>();
        all.put("parentheses in a condition", Judged.rule("(".repeat(many) + "yes(\"a\")" + ")".repeat(many), SAY));
        all.put("parentheses past the depth allowed", Judged.rule("(".repeat(21) + "yes(\"a\")" + ")".repeat(21), SAY));
        all.put(
                "parentheses around the pattern",
                Judged.HEAD + "rule \"DER-X-1\"\nwhen\n" + "(".repeat(many) + "$y : Year()" + ")".repeat(many)
                        + "\nthen\n" + SAY + "\nend\n");
        all.put("casts", Judged.rule("(a)".repeat(many) + "yes(\"a\")", SAY));
        all.put("brackets", Judged.rule("a[".repeat(many) + "0" + "]".repeat(many), SAY));
        all.put("exclamation marks", Judged.rule("!".repeat(many) + "yes(\"a\")", SAY));
        all.put("alternatives", Judged.rule("yes(\"a\")" + " || yes(\"a\")".repeat(many / 10), SAY));
        all.put("conditions", Judged.rule("yes(\"a\")" + ", yes(\"a\")".repeat(many / 10), SAY));
        all.put("white space in a consequence", Judged.rule("", " ".repeat(many) + "x"));
        all.put("white space between arguments", Judged.rule("", "out.say($y" + " ".repeat(many) + "x"));
        all.put("comments in a consequence", Judged.rule("", "//\n".repeat(many) + "x"));
        all.put("quotes in a consequence", Judged.rule("", "\"a\"".repeat(many)));
        all.put("slashes in a consequence", Judged.rule("", "/ ".repeat(many)));
        all.put("calls", Judged.rule("", SAY.repeat(many / 10)));
        all.put("arguments", Judged.rule("", "out.say($y" + ", \"X\"".repeat(many / 10) + ");"));
        all.put(
                "a long name",
                Judged.HEAD + "rule \"A" + "-A".repeat(many) + "\"\nwhen\n  $y : Year()\nthen\n" + SAY + "\nend\n");
        all.put("a long list of codes", Judged.rule("among(\"a\", \"A" + ";A".repeat(many) + "\")", SAY));
        all.put("rules", Judged.HEAD + ruleBodies(2000));
        all.put("keywords", Judged.HEAD + "rule \n".repeat(many / 10));
        return all;
    }

    private static String ruleBodies(int number) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < number; i++) {
            rules.append("rule \"DER-X-")
                    .append(i)
                    .append("\" when $y : Year() then ")
                    .append(SAY)
                    .append(" end\n");
        }
        return rules.toString();
    }

    @TestFactory
    Stream<DynamicTest> an_attack_is_refused_at_its_line_and_nothing_runs(@TempDir Path folder) {
        Path canary = folder.resolve("canary");
        return attacks(canary).entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    List<RulebookProblem> problems =
                            assertTimeoutPreemptively(SOON, () -> Judged.problems(e.getValue()));
                    assertRefused(problems);
                    assertFalse(Files.exists(canary));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_flood_is_refused_soon_and_without_a_crash() {
        return floods().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    List<RulebookProblem> problems =
                            assertTimeoutPreemptively(SOON, () -> Judged.problems(e.getValue()));
                    assertRefused(problems);
                    assertTrue(problems.stream().allMatch(p -> p.text().length() < 5000));
                }));
    }

    private static void assertRefused(List<RulebookProblem> problems) {
        assertFalse(problems.isEmpty(), "it passed");
        for (RulebookProblem problem : problems) {
            assertEquals("rules-drl/derive/x.drl", problem.file());
            assertTrue(problem.place().matches("[1-9][0-9]*"), problem.place());
            assertFalse(problem.message().en().isBlank());
            assertTrue(problem.hint().en().startsWith("Maybe "), problem.text());
        }
    }

    @Test
    void every_attack_at_once_refuses_the_rulebook_by_file_and_starts_nothing(@TempDir Path folder) {
        Path canary = folder.resolve("canary");
        RulebookCopy copy = new RulebookCopy(folder.resolve("rulebook"));
        Map<String, String> files = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, String> e : attacks(canary).entrySet()) {
            String file = "rules-drl/derive/attack" + i++ + ".drl";
            copy.write(file, e.getValue());
            files.put(file, e.getKey());
        }
        List<RulebookProblem> problems = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> copy.problems());
        files.forEach((file, name) ->
                assertTrue(problems.stream().anyMatch(p -> p.file().equals(file)), name));
        assertFalse(Files.exists(canary));
    }

    @Test
    void texts_that_look_like_code_are_only_texts(@TempDir Path folder) throws RulebookInvalid {
        Path canary = folder.resolve("canary");
        RulebookCopy copy = new RulebookCopy(folder.resolve("rulebook"), folder.resolve("cache"));
        copy.write(
                "rules-drl/derive/x.drl",
                Judged.rule("yes(\"requested\") || (no(\"requested\") && !known(\"year\"))", """
                out.say($y, "modify($y) { put(null) }");
                  out.say($y, "insert(new Object()); end rule X when then");
                  out.say($y, "${java.lang.Runtime.getRuntime().exec('touch %s')} @{System.exit(0)} */ // /*");
                """.formatted(canary)));
        assertEquals(3, copy.compiled().rules().get("DER-X-1").statements().size());
        assertFalse(Files.exists(canary));
    }
}
