package fr.optam.explain;

import fr.optam.decision.Sentence;
import fr.optam.engine.Observer;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Watches a decision and keeps which rules and rows did not apply to which facts, and every condition that failed. */
final class WhyNot implements Observer {
    private final Rulebook rulebook;
    private final Wanted wanted;
    private final Map<String, List<CellJudge>> cells = new HashMap<>();
    private final Map<String, List<ConditionJudge>> conditions = new HashMap<>();
    private final Map<Key, List<String>> found = new LinkedHashMap<>();

    private record Key(String rule, String at, String table, List<Failed> failed) {}

    WhyNot(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.wanted = new Wanted(rulebook.dictionary());
        rulebook.tables().values().forEach(table -> table.rows()
                .forEach(row -> cells.put(
                        row.id(), row.conditions().stream().map(CellJudge::new).toList())));
        rulebook.rules().values().stream()
                .filter(rule -> !cells.containsKey(rule.id()))
                .forEach(rule -> conditions.put(
                        rule.id(),
                        rule.conditions().stream().map(ConditionJudge::new).toList()));
    }

    @Override
    public void asked(RuleTable table, Fact fact) {
        // told again when the rows have been applied
    }

    @Override
    public void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
        for (RuleRow row : table.rows()) {
            if (!rows.contains(row)) {
                List<Failed> failed = new ArrayList<>();
                for (CellJudge cell : cells.get(row.id())) {
                    if (cell.judge(fact.value(cell.field())) != CellJudge.Truth.HOLDS) {
                        failed.add(new Failed(
                                cell.cell().address(),
                                wanted.of(cell.cell()),
                                List.of(reading(cell.field(), fact)),
                                validity(row, cell)));
                    }
                }
                add(new Key(row.id(), row.at(), table.name(), failed), fact);
            }
        }
    }

    /** Whether a cell holds the first or the last day of its row's validity. */
    private static boolean validity(RuleRow row, CellJudge cell) {
        Object operand = cell.cell().operand();
        return row.citation().from().filter(operand::equals).isPresent()
                || row.citation().to().filter(operand::equals).isPresent();
    }

    @Override
    public void met(Stage stage, Fact fact, Set<String> applied) {
        for (Rule rule : drl(stage, fact.kind())) {
            if (!applied.contains(rule.id())) {
                List<Failed> failed = conditions.get(rule.id()).stream()
                        .filter(condition -> !condition.holds(fact))
                        .map(condition -> new Failed(
                                condition.text(),
                                new Sentence(condition.text(), condition.text()),
                                condition.fields().stream()
                                        .map(field -> reading(field, fact))
                                        .toList(),
                                false))
                        .toList();
                add(new Key(rule.id(), rule.at(), "", failed), fact);
            }
        }
    }

    private final Map<Stage, Map<Kind, List<Rule>>> drl = new HashMap<>();

    private List<Rule> drl(Stage stage, Kind kind) {
        return drl.computeIfAbsent(
                        stage,
                        each -> rulebook.rules().values().stream()
                                .filter(rule -> rule.stage().equals(stage) && conditions.containsKey(rule.id()))
                                .collect(Collectors.groupingBy(Rule::kind)))
                .getOrDefault(kind, List.of());
    }

    private Reading reading(String field, Fact fact) {
        Object value = fact.value(field);
        boolean unknown = value instanceof Unknown;
        return new Reading(
                field,
                wanted.label(field).fr(),
                wanted.label(field).en(),
                unknown || value == null ? "" : wanted.text(value),
                unknown ? ((Unknown) value).of(fact).paths() : List.of());
    }

    private void add(Key key, Fact fact) {
        found.computeIfAbsent(key, each -> new ArrayList<>())
                .add(fact.path().isEmpty() ? Objects.toString(fact.key(), "") : fact.path());
    }

    /** What did not apply, in the order in which it was asked. */
    List<NotApplied> found() {
        return found.entrySet().stream()
                .map(entry -> new NotApplied(
                        entry.getKey().rule(),
                        entry.getKey().at(),
                        entry.getKey().table(),
                        List.copyOf(entry.getValue()),
                        entry.getKey().failed()))
                .toList();
    }
}
