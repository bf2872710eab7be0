package fr.optam.rulebook.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Judged rules as text: as DRL for the compiler, which never sees what the author wrote, and as lines for the cache. */
final class DrlText {
    static final String FACTS = "fr.optam.fact.flat.";

    private DrlText() {}

    /**
     * The DRL that is compiled: the same conditions, rebuilt from what was judged. What a rule states is constant and is
     * applied by the engine, so no word of a consequence reaches the compiler.
     */
    static String drl(String packageName, List<DrlRule> rules) {
        StringBuilder drl = new StringBuilder("package ").append(packageName).append(";\n");
        rules.stream().map(DrlRule::kind).distinct().sorted().forEach(k -> drl.append("import ")
                .append(FACTS)
                .append(k)
                .append(";\n"));
        for (DrlRule rule : rules) {
            drl.append("rule \"")
                    .append(rule.id())
                    .append("\"\nagenda-group \"")
                    .append(rule.stage())
                    .append("\"\nwhen\n  $f : ");
            drl.append(rule.kind())
                    .append('(')
                    .append(String.join(",\n    ", rule.conditions()))
                    .append(")\nthen\nend\n");
        }
        return drl.toString();
    }

    /** One line a part, tabs between its words; texts hold neither tabs nor line breaks. */
    static String lines(List<DrlRule> rules) {
        StringBuilder lines = new StringBuilder();
        for (DrlRule rule : rules) {
            line(lines, "R", rule.id(), String.valueOf(rule.line()), rule.stage(), rule.kind());
            rule.conditions().forEach(c -> line(lines, "C", c.replaceAll("\\s+", " ")));
            rule.metadata().forEach((k, v) -> line(lines, "M", k, v));
            rule.calls().forEach(c -> line(lines, "S", String.join("\t", c)));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String... words) {
        lines.append(String.join("\t", words)).append('\n');
    }

    /** Reads what {@link #lines} wrote. */
    static List<DrlRule> rules(String lines) {
        List<DrlRule> rules = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] words = line.split("\t", -1);
            switch (words[0]) {
                case "R" ->
                    rules.add(new DrlRule(
                            words[1],
                            Integer.parseInt(words[2]),
                            words[3],
                            words[4],
                            new ArrayList<>(),
                            new TreeMap<>(),
                            new ArrayList<>()));
                case "C" -> last(rules).conditions().add(words[1]);
                case "M" -> last(rules).metadata().put(words[1], words[2]);
                case "S" ->
                    last(rules).calls().add(List.copyOf(Arrays.asList(words).subList(1, words.length)));
                default -> {
                    // the end of the text
                }
            }
        }
        return rules;
    }

    private static DrlRule last(List<DrlRule> rules) {
        return rules.get(rules.size() - 1);
    }
}
