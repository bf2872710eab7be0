package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete: one rule a row, conditions as predicates over one field, one new stateless session a decision. */
final class Evrete implements Rival {
    private final Map<Object, ValuesPredicate> predicates = new HashMap<>();
    private Hits told;

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        Knowledge knowledge = new KnowledgeService().newKnowledge();
        RuleSetBuilder<Knowledge> rules = knowledge.builder();
        for (Form form : forms) {
            form.rows().forEach(row -> rule(form, row, rules));
        }
        rules.build();
        return (prepared, hits) -> {
            told = hits;
            StatelessSession session = knowledge.newStatelessSession();
            for (Question question : (Question[]) prepared) {
                session.insert(question);
            }
            session.fire();
        };
    }

    private void rule(Form form, Form.Row row, RuleSetBuilder<Knowledge> rules) {
        LhsBuilder<Knowledge> conditions = rules.newRule(row.id())
                .forEach("$q", Question.class)
                .where(predicate(form.number(), v -> v.get(0, Integer.class) == form.number()), "$q.table");
        for (Map.Entry<Slot, Slot.Cell> entry : row.cells().entrySet()) {
            ValuesPredicate predicate = predicate(entry, test(entry.getKey(), entry.getValue()));
            conditions = conditions.where(predicate, "$q." + entry.getKey().property());
        }
        conditions.execute(context -> {
            Question question = context.get("$q");
            told.add(question.getNo(), row.id());
        });
    }

    /** Equal cells are one predicate, so that Evrete may ask it once. */
    private ValuesPredicate predicate(Object cell, ValuesPredicate test) {
        return predicates.computeIfAbsent(cell, c -> test);
    }

    private static ValuesPredicate test(Slot slot, Slot.Cell cell) {
        if (cell instanceof Slot.Range range) {
            return v -> {
                int number = v.get(0, Integer.class);
                return number >= range.from() && number <= range.to();
            };
        }
        List<String> codes = ((Slot.Codes) cell).codes();
        if (slot.kind() == Slot.Kind.LIST) {
            return v -> {
                List<?> held = v.get(0, List.class);
                return held.stream().anyMatch(codes::contains);
            };
        }
        return v -> {
            String code = v.get(0, String.class);
            return code != null && codes.contains(code);
        };
    }
}
