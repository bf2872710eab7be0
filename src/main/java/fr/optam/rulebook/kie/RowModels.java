package fr.optam.rulebook.kie;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.Comparator;
import java.util.List;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.impl.ModelImpl;

/**
 * Rows of a rule table as Drools rules, straight from the typed model: no text is generated, nothing is compiled, and a
 * cell can carry no code.
 */
final class RowModels {
    private RowModels() {}

    static Model of(RuleTable table) {
        ModelImpl model = new ModelImpl(table.stage().phase());
        Variable<? extends Fact> fact = declarationOf(table.kind().type(), "$f");
        for (RuleRow row : table.rows()) {
            model.addRule(ruleOf(table, row, fact));
        }
        return model;
    }

    private static <T extends Fact> Rule ruleOf(RuleTable table, RuleRow row, Variable<T> fact) {
        PatternDef<T> pattern = pattern(fact);
        List<ConditionCell> cells = row.conditions().stream()
                .sorted(Comparator.comparing((ConditionCell c) -> c.column().test() != Test.AMONG)
                        .thenComparing(c -> c.column().number()))
                .toList();
        for (ConditionCell cell : cells) {
            CellPredicate<T> predicate = new CellPredicate<>(cell);
            pattern.expr(predicate.getExpressionHash(), predicate);
        }
        return rule(table.stage().phase(), row.id())
                .attribute(Rule.Attribute.AGENDA_GROUP, table.stage().name())
                .build(pattern, on(fact).execute(f -> {}));
    }

    /** One condition cell; equal cells share a node. */
    static final class CellPredicate<T extends Fact> implements Predicate1<T>, HashedExpression {
        private static final long serialVersionUID = 1L;

        private final transient ConditionCell cell;
        private final String text;

        CellPredicate(ConditionCell cell) {
            this.cell = cell;
            this.text = cell.column().test() + " " + cell.column().field() + " " + cell.text();
        }

        @Override
        public boolean test(T fact) {
            return cell.holds(fact);
        }

        @Override
        public String getExpressionHash() {
            return text;
        }

        @Override
        public PredicateInformation predicateInformation() {
            return new PredicateInformation(text);
        }
    }
}
