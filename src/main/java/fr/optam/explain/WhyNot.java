package fr.optam.explain;

import fr.optam.decision.Sentence;
import fr.optam.engine.Observer;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches a decision and keeps which rules and rows did not apply to which facts, and every condition that failed. */
final class WhyNot implements Observer {
    private final Rulebook rulebook;
    private final Wanted wanted;
    private final Map<String, List<Cell>> cells = new HashMap<>();
    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final Map<Stage, Map<Kind, List<Rule>>> drl = new HashMap<>();
    private final Map<List<Object>, Entry> found = new LinkedHashMap<>();
    private final Map<List<Object>, Question> asked = new LinkedHashMap<>();
    private final Set<Kind> met = EnumSet.noneOf(Kind.class);

    /** A cell that can be judged, with its words. */
    private record Cell(CellJudge judge, Sentence wanted, boolean validity) {}

    /** A condition of a DRL rule that can be judged, with its words. */
    private record Condition(ConditionJudge judge, Sentence wanted) {}

    /** A rule that did not apply, with the facts to which it did not. */
    record Entry(String rule, String at, String table, List<Failed> failed, List<Subject> subjects) {}

    /** A table with alike facts, and the rows that did not apply to them. */
    private record Question(
            RuleTable table,
            List<Reading> readings,
            List<String> applied,
            List<Entry> entries,
            List<Subject> subjects) {}

    WhyNot(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.wanted = new Wanted(rulebook.dictionary());
        Set<String> ofTables = new HashSet<>();
        rulebook.tables().values().forEach(table -> table.rows().forEach(row -> ofTables.add(row.id())));
        rulebook.rules().values().stream()
                .filter(rule -> !ofTables.contains(rule.id()))
                .forEach(rule -> drl.computeIfAbsent(rule.stage(), stage -> new HashMap<>())
                        .computeIfAbsent(rule.kind(), kind -> new ArrayList<>())
                        .add(rule));
    }

    @Override
    public void asked(RuleTable table, Fact fact) {
        // told again when the rows have been applied
    }

    @Override
    public void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
        met.add(fact.kind());
        List<Object> profile = new ArrayList<>();
        profile.add(table.name());
        table.conditions().forEach(column -> profile.add(value(column.field(), fact)));
        List<String> applied = rows.stream().map(RuleRow::id).toList();
        profile.add(applied);
        Question known = asked.get(profile);
        if (known == null) {
            known = new Question(table, readings(table, fact), applied, new ArrayList<>(), new ArrayList<>());
            asked.put(profile, known);
            for (RuleRow row : table.rows()) {
                if (!applied.contains(row.id())) {
                    known.entries().add(entry(table, row, fact));
                }
            }
        }
        Subject subject = Subject.of(fact);
        known.subjects().add(subject);
        known.entries().forEach(entry -> entry.subjects().add(subject));
    }

    private List<Reading> readings(RuleTable table, Fact fact) {
        return table.conditions().stream()
                .map(ConditionColumn::field)
                .distinct()
                .map(field -> reading(field, fact))
                .toList();
    }

    private Entry entry(RuleTable table, RuleRow row, Fact fact) {
        List<Object> key = new ArrayList<>();
        key.add(row.id());
        List<Cell> failing = new ArrayList<>();
        for (Cell cell : cells.computeIfAbsent(row.id(), id -> cells(row))) {
            if (cell.judge().judge(fact.value(cell.judge().field())) != CellJudge.Truth.HOLDS) {
                failing.add(cell);
                key.add(cell.judge().cell().address());
                key.add(value(cell.judge().field(), fact));
            }
        }
        return found.computeIfAbsent(
                key,
                each -> new Entry(
                        row.id(),
                        row.at(),
                        table.name(),
                        failing.stream().map(cell -> failed(cell, fact)).toList(),
                        new ArrayList<>()));
    }

    private List<Cell> cells(RuleRow row) {
        return row.conditions().stream()
                .map(cell -> new Cell(new CellJudge(cell), wanted.of(cell), validity(row, cell)))
                .toList();
    }

    private Failed failed(Cell cell, Fact fact) {
        ConditionCell read = cell.judge().cell();
        return new Failed(
                read.address(),
                read.column().test().name(),
                read.text().strip(),
                cell.wanted(),
                List.of(reading(cell.judge().field(), fact)),
                cell.validity(),
                cell.judge().judge(fact.value(cell.judge().field())) == CellJudge.Truth.OPEN);
    }

    /** Whether a cell holds the first or the last day of its row's validity. */
    private static boolean validity(RuleRow row, ConditionCell cell) {
        return row.citation().from().filter(cell.operand()::equals).isPresent()
                || row.citation().to().filter(cell.operand()::equals).isPresent();
    }

    @Override
    public void met(Stage stage, Fact fact, Set<String> applied) {
        met.add(fact.kind());
        Subject subject = Subject.of(fact);
        for (Rule rule : drl.getOrDefault(stage, Map.of()).getOrDefault(fact.kind(), List.of())) {
            if (!applied.contains(rule.id())) {
                entry(rule, fact).subjects().add(subject);
            }
        }
    }

    private Entry entry(Rule rule, Fact fact) {
        List<Object> key = new ArrayList<>();
        key.add(rule.id());
        List<Condition> failing = new ArrayList<>();
        for (Condition condition : conditions.computeIfAbsent(rule.id(), id -> conditions(rule))) {
            if (!condition.judge().holds(fact)) {
                failing.add(condition);
                key.add(condition.judge().text());
                condition.judge().fields().forEach(field -> key.add(value(field, fact)));
            }
        }
        return found.computeIfAbsent(
                key,
                each -> new Entry(
                        rule.id(),
                        rule.at(),
                        "",
                        failing.stream()
                                .map(condition -> failed(condition, fact))
                                .toList(),
                        new ArrayList<>()));
    }

    private static List<Condition> conditions(Rule rule) {
        return rule.conditions().stream()
                .map(ConditionJudge::new)
                .map(judge -> new Condition(judge, new Sentence(judge.text(), judge.text())))
                .toList();
    }

    private Failed failed(Condition condition, Fact fact) {
        String text = condition.judge().text();
        List<Reading> readings = condition.judge().fields().stream()
                .map(field -> reading(field, fact))
                .toList();
        return new Failed(text, "", text, condition.wanted(), readings, false, false);
    }

    private Reading reading(String field, Fact fact) {
        Object value = fact.value(field);
        boolean unknown = value instanceof Unknown;
        Sentence label = wanted.label(field);
        return new Reading(
                field,
                label.fr(),
                label.en(),
                unknown || value == null ? "" : wanted.text(value),
                unknown ? ((Unknown) value).of(fact).paths() : List.of());
    }

    /** What tells two values apart; an unknown is told by what is absent. */
    private static Object value(String field, Fact fact) {
        Object value = fact.value(field);
        if (value instanceof Unknown unknown) {
            return unknown.of(fact);
        }
        return value == null ? "" : value;
    }

    /** What did not apply, in the order in which it was asked. */
    List<Entry> found() {
        return List.copyOf(found.values());
    }

    /** What the tables were asked. */
    List<Asked> asked() {
        return asked.values().stream()
                .map(question -> new Asked(
                        question.table().name(),
                        question.table().kind().label(),
                        question.subjects().stream().map(Subject::name).toList(),
                        question.readings(),
                        question.applied()))
                .toList();
    }

    /** Rules and rows of the kinds that no fact has. */
    List<NotAsked> notAsked() {
        List<NotAsked> silent = new ArrayList<>();
        rulebook.tables().values().stream()
                .filter(table -> !met.contains(table.kind()))
                .forEach(table -> silent.add(new NotAsked(
                        table.name(),
                        table.file(),
                        table.kind().label(),
                        table.rows().stream().map(RuleRow::id).toList())));
        Map<String, Map<String, List<String>>> rules = new TreeMap<>();
        drl.values()
                .forEach(kinds -> kinds.forEach((kind, some) -> {
                    if (!met.contains(kind)) {
                        some.forEach(rule -> rules.computeIfAbsent(file(rule.at()), file -> new TreeMap<>())
                                .computeIfAbsent(kind.label(), label -> new ArrayList<>())
                                .add(rule.id()));
                    }
                }));
        rules.forEach((file, kinds) -> kinds.forEach((kind, ids) ->
                silent.add(new NotAsked("", file, kind, ids.stream().sorted().collect(Collectors.toList())))));
        return List.copyOf(silent);
    }

    private static String file(String at) {
        return at.substring(0, at.indexOf('!'));
    }
}
