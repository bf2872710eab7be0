package fr.optam.compare;

import fr.optam.compare.Edit.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Edits of rules of DRL, one a rule. */
final class RuleEdits {
    private final Rulebook before;
    private final Rulebook after;
    private final List<Edits.Found> found = new ArrayList<>();

    RuleEdits(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    List<Edits.Found> all() {
        Map<String, Rule> old = rules(before);
        Map<String, Rule> now = rules(after);
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            Rule from = old.get(id);
            Rule to = now.get(id);
            if (from == null) {
                add(Kind.RULE_ADDED, after, to, "", said(to));
            } else if (to == null) {
                add(Kind.RULE_REMOVED, before, from, said(from), "");
            } else if (!says(from).equals(says(to))) {
                List<String> was = new ArrayList<>(says(from));
                List<String> is = new ArrayList<>(says(to));
                was.removeAll(says(to));
                is.removeAll(says(from));
                add(Kind.RULE_CHANGED, after, to, String.join("; ", was), String.join("; ", is));
            }
        }
        return found;
    }

    /** The rules of DRL by id. */
    static Map<String, Rule> rules(Rulebook rulebook) {
        Map<String, Rule> rules = new TreeMap<>(rulebook.rules());
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> rules.remove(r.id())));
        return rules;
    }

    private void add(Kind kind, Rulebook side, Rule rule, String old, String now) {
        String file = rule.at().substring(0, rule.at().indexOf('!'));
        String line = rule.at().substring(rule.at().indexOf('!') + 1);
        Edit edit = new Edit(0, kind, Edits.shown(side, file), line, file, rule.id(), "", "", old, now, List.of());
        found.add(new Edits.Found(
                edit,
                Integer.parseInt(line),
                0,
                kind == Kind.RULE_ADDED ? Set.of() : Set.of(rule.id()),
                kind == Kind.RULE_REMOVED ? Set.of() : Set.of(rule.id())));
    }

    private static String said(Rule rule) {
        return String.join("; ", says(rule));
    }

    /** All that a rule says, part by part, the layout apart. */
    private static List<String> says(Rule rule) {
        List<String> says = new ArrayList<>();
        says.add(rule.stage().name());
        says.add(rule.kind().label());
        says.add(rule.citation().confidence().name());
        rule.conditions().stream().map(RuleEdits::bare).sorted().forEach(says::add);
        rule.statements().forEach(s -> says.add(words(s)));
        return says;
    }

    private static String words(Statement statement) {
        String formula = statement.computed().map(f -> bare(f.text())).orElse("");
        if (statement instanceof Statement.Set set) {
            return set.field() + " = " + set.code();
        }
        if (statement instanceof Statement.Let let) {
            return let.field() + " = " + formula;
        }
        String rest = statement.computing(null).toString();
        return (rest.replaceAll("[\\[\\]]", " ")
                                .replaceAll("(, )?formula=null|\\w+=", "")
                                .strip() + " " + formula)
                .strip();
    }

    /** White space outside quotes is layout; one blank is left. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        char quote = 0;
        for (char c : text.strip().toCharArray()) {
            if (quote == 0 && Character.isWhitespace(c)) {
                if (bare.charAt(bare.length() - 1) != ' ') {
                    bare.append(' ');
                }
                continue;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            bare.append(c);
        }
        return bare.toString();
    }
}
