package fr.optam.rulebook;

import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.formula.FormulaInvalid;
import fr.optam.rulebook.formula.Tables;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rules of a rulebook of which some tables are others: a rule that none of them touches stays the same object. */
final class ChangedRulebook {
    private final SortedMap<String, Rule> rules;
    private final Tables tables;

    /**
     * @param rules rules before the change
     * @param tables tables after the change
     */
    ChangedRulebook(SortedMap<String, Rule> rules, Tables tables) {
        this.rules = new TreeMap<>(rules);
        this.tables = tables;
    }

    SortedMap<String, Rule> rules() {
        return rules;
    }

    /** Makes rules of the rows that are new or others than before. */
    void rows(RuleTable before, RuleTable after) {
        Set<RuleRow> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(before.rows());
        same.retainAll(after.rows());
        before.rows().stream().filter(r -> !same.contains(r)).forEach(r -> rules.remove(r.id()));
        after.rows().stream()
                .filter(r -> !same.contains(r))
                .forEach(r -> rules.put(r.id(), RowRule.of(after, r, tables)));
    }

    /** Puts a rule in the place of that of its id, or removes that. */
    void rule(String id, Optional<Rule> other) {
        rules.remove(id);
        other.ifPresent(rule -> rules.put(
                id,
                rule.statements().stream().flatMap(s -> s.computed().stream()).allMatch(f -> f.tables()
                                .isEmpty())
                        ? rule
                        : reread(rule, s -> true)));
    }

    /** Reads the formulas anew that look into some tables. */
    void formulas(Set<String> changed) {
        rules.replaceAll((id, rule) -> rule.statements().stream().anyMatch(s -> looksInto(s, changed))
                ? reread(rule, s -> looksInto(s, changed))
                : rule);
    }

    private Rule reread(Rule rule, Predicate<Statement> which) {
        return new Rule(
                rule.id(),
                rule.at(),
                rule.stage(),
                rule.kind(),
                rule.citation(),
                rule.reads(),
                rule.conditions(),
                rule.statements().stream()
                        .map(s -> which.test(s) ? reread(s) : s)
                        .toList());
    }

    private static boolean looksInto(Statement statement, Set<String> changed) {
        return statement.computed().isPresent()
                && statement.computed().get().tables().stream().anyMatch(changed::contains);
    }

    private Statement reread(Statement statement) {
        return statement.computed().map(f -> statement.computing(read(f))).orElse(statement);
    }

    private Formula read(Formula formula) {
        try {
            return Formula.read(formula.text(), tables);
        } catch (FormulaInvalid e) {
            throw new IllegalStateException(e);
        }
    }
}
