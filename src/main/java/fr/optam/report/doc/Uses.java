package fr.optam.report.doc;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What leads to what in a rulebook. Users are ids of DRL rules and, for rows of a decision table, the name of the table;
 * sources and reasons name rows one by one.
 */
final class Uses {
    private static final Pattern QUOTED = Pattern.compile("'([A-Z0-9_]+)'");
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Set<String>> makers = new TreeMap<>();
    private final Map<String, Set<String>> readers = new TreeMap<>();
    private final Map<String, Set<String>> lists = new TreeMap<>();
    private final Map<String, Set<String>> sources = new TreeMap<>();
    private final Map<String, Set<String>> reasons = new TreeMap<>();
    private final Map<String, Set<String>> findings = new TreeMap<>();

    Uses(Rulebook rulebook) {
        rulebook.tables().values().forEach(this::table);
        rulebook.rules().values().forEach(r -> rule(r, rulebook));
        for (PlainTable list : rulebook.lists().values()) {
            list.rows().forEach(row -> row.citation().sources().forEach(s -> add(sources, s, row.id())));
        }
    }

    private void table(RuleTable table) {
        table.conditions().forEach(c -> add(readers, c.field(), table.name()));
        table.actions().forEach(a -> add(makers, a.field(), table.name()));
    }

    private void rule(Rule rule, Rulebook rulebook) {
        boolean row = rule.at().contains(".xlsx!");
        rule.citation().sources().forEach(s -> add(sources, s, rule.id()));
        if (!row) {
            rule.reads().forEach(f -> add(readers, f, rule.id()));
        }
        for (Statement statement : rule.statements()) {
            for (Formula formula : formulas(statement)) {
                formula.fields().forEach(f -> add(readers, f, rule.id()));
                formula.tables().forEach(t -> add(lists, t, rule.id()));
                Matcher quoted = QUOTED.matcher(formula.text());
                while (quoted.find()) {
                    reason(rulebook, quoted.group(1), rule.id());
                }
            }
            statement(statement, rule, row, rulebook);
        }
    }

    private void statement(Statement statement, Rule rule, boolean row, Rulebook rulebook) {
        if (statement instanceof Statement.Set s) {
            if (!row) {
                add(makers, s.field(), rule.id());
            }
            reason(rulebook, s.code(), rule.id());
        } else if (statement instanceof Statement.Let s && !row) {
            add(makers, s.field(), rule.id());
        } else if (statement instanceof Statement.Answer s) {
            braces(s.question() + s.verdict() + s.reason(), rule.id());
            reason(rulebook, s.reason(), rule.id());
        } else if (statement instanceof Statement.Say s) {
            reason(rulebook, s.reason(), rule.id());
        } else if (statement instanceof Statement.Finding s) {
            braces(s.code(), rule.id());
            add(findings, s.code(), rule.id());
        } else if (statement instanceof Statement.Missing s) {
            s.fields().forEach(f -> add(readers, f, rule.id()));
        }
    }

    private void braces(String text, String rule) {
        Matcher word = BRACES.matcher(text);
        while (word.find()) {
            add(readers, word.group(1), rule);
        }
    }

    private void reason(Rulebook rulebook, String code, String rule) {
        if (rulebook.words().hasReason(code)) {
            add(reasons, code, rule);
        }
    }

    private static void add(Map<String, Set<String>> all, String key, String value) {
        all.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value);
    }

    /** Formulas of a statement. */
    static List<Formula> formulas(Statement statement) {
        List<Formula> all = new ArrayList<>();
        if (statement instanceof Statement.Let s) {
            all.add(s.formula());
        } else if (statement instanceof Statement.Value s) {
            all.add(s.formula());
        } else if (statement instanceof Statement.Amount s) {
            all.add(s.formula());
        } else if (statement instanceof Statement.Detail s) {
            all.add(s.formula());
        } else if (statement instanceof Statement.DetailOf s) {
            all.add(s.formula());
        } else if (statement instanceof Statement.With s) {
            all.add(s.formula());
        }
        return all;
    }

    /** Rules and tables that give a field its value. */
    Set<String> makers(String field) {
        return makers.getOrDefault(field, Set.of());
    }

    /** Rules and tables that read a field. */
    Set<String> readers(String field) {
        return readers.getOrDefault(field, Set.of());
    }

    /** Rules that look into a list or table. */
    Set<String> lookers(String table) {
        return lists.getOrDefault(table, Set.of());
    }

    /** Rules and rows that cite a source. */
    Set<String> citing(String source) {
        return sources.getOrDefault(source, Set.of());
    }

    /** Rules and rows that state a reason. */
    Set<String> stating(String reason) {
        return reasons.getOrDefault(reason, Set.of());
    }

    /** Rules that make a finding. */
    Set<String> finding(String code) {
        return findings.getOrDefault(code, Set.of());
    }
}
