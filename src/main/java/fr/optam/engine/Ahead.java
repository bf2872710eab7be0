package fr.optam.engine;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of a rulebook that must have run before some others: those that give a field a value that these read. */
final class Ahead {
    private final Map<String, List<Rule>> writers = new HashMap<>();
    private final Map<String, Integer> wanted = new HashMap<>();
    private final Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<String> open = new ArrayDeque<>();

    private final Part part;

    private Ahead(Part part, Collection<Rule> all) {
        this.part = part;
        for (Rule rule : all) {
            written(rule).forEach(f -> writers.computeIfAbsent(f, x -> new ArrayList<>())
                    .add(rule));
        }
    }

    /**
     * The rules that run before others, as far as these depend on them; of a table all rows.
     *
     * @param all the rules of a rulebook
     * @param readers the others
     */
    static Set<Rule> of(Part part, Collection<Rule> all, Collection<Rule> readers) {
        Ahead ahead = new Ahead(part, all);
        for (Rule reader : readers) {
            ahead.want(reader.reads(), reader.stage().place());
        }
        while (!ahead.open.isEmpty()) {
            ahead.follow(ahead.open.pop());
        }
        return ahead.rules;
    }

    private void want(Set<String> fields, int before) {
        for (String field : fields) {
            if (wanted.getOrDefault(field, -1) < before) {
                wanted.put(field, before);
                open.push(field);
            }
        }
    }

    private void follow(String field) {
        for (Rule rule : writers.getOrDefault(field, List.of())) {
            int place = rule.stage().place();
            if (place < wanted.get(field)) {
                part.whole(rule).forEach(this::take);
            }
        }
    }

    private void take(Rule rule) {
        if (!rules.add(rule)) {
            return;
        }
        int place = rule.stage().place();
        want(rule.reads(), place);
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Let let) {
                want(let.formula().fields(), place);
            } else if (statement instanceof Statement.Amount amount) {
                // computed after the values of its own stage, which it may weaken
                want(amount.formula().fields(), place + 1);
            }
        }
    }

    private static Set<String> written(Rule rule) {
        Set<String> fields = new HashSet<>();
        for (Statement statement : rule.statements()) {
            if (statement instanceof Statement.Set set) {
                fields.add(set.field());
            } else if (statement instanceof Statement.Let let) {
                fields.add(let.field());
            }
        }
        return fields;
    }
}
