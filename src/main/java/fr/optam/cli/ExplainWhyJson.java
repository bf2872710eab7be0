package fr.optam.cli;

import fr.optam.explain.Asked;
import fr.optam.explain.Explanation;
import fr.optam.explain.Failed;
import fr.optam.explain.NotApplied;
import fr.optam.explain.NotAsked;
import fr.optam.explain.Reading;
import fr.optam.explain.Step;
import fr.optam.explain.Why;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why and why not as JSON. What several answers rest on stands once and is referred to: firings by their id, what did not
 * apply by its place in {@code notApplied} and {@code notAsked}.
 */
final class ExplainWhyJson {
    private final Explanation explanation;
    private final Rulebook rulebook;

    ExplainWhyJson(Explanation explanation, Rulebook rulebook) {
        this.explanation = explanation;
        this.rulebook = rulebook;
    }

    Map<String, Object> members() {
        Map<String, Object> json = new TreeMap<>();
        json.put("outcome", outcome());
        json.put("answers", explanation.answers().stream().map(this::why).toList());
        json.put("steps", explanation.steps().stream().map(this::step).toList());
        json.put(
                "tables",
                rulebook.tables().values().stream().map(ExplainWhyJson::table).toList());
        json.put(
                "asked", explanation.asked().stream().map(ExplainWhyJson::asked).toList());
        json.put(
                "notApplied",
                explanation.notApplied().stream()
                        .map(ExplainWhyJson::notApplied)
                        .toList());
        json.put(
                "notAsked",
                explanation.notAsked().stream().map(ExplainWhyJson::notAsked).toList());
        json.put("fields", fields());
        return json;
    }

    private Map<String, Object> outcome() {
        Explanation.Outcome outcome = explanation.outcome();
        Map<String, Object> json = new TreeMap<>();
        json.put("outcome", explanation.decision().outcome());
        json.put("proof", outcome.proof());
        json.put("steps", outcome.steps());
        json.put("whyNot", byTable(outcome.notApplied()));
        json.put("notAsked", outcome.notAsked());
        return json;
    }

    private Map<String, Object> why(Why why) {
        Map<String, Object> json = new TreeMap<>();
        json.put("question", why.answer().question());
        json.put("verdict", why.answer().verdict());
        json.put("proof", why.answer().proof());
        json.put("steps", why.steps());
        json.put("whyNot", byTable(why.notApplied()));
        json.put("notAsked", why.notAsked());
        return json;
    }

    /** Places by table; DRL rules by their file. */
    private List<Object> byTable(List<Integer> places) {
        Map<String, List<Integer>> byTable = new LinkedHashMap<>();
        for (int place : places) {
            NotApplied each = explanation.notApplied().get(place);
            byTable.computeIfAbsent(file(each.at()), file -> new ArrayList<>()).add(place);
        }
        List<Object> json = new ArrayList<>();
        byTable.forEach((file, some) -> {
            Map<String, Object> group = new TreeMap<>();
            group.put("file", file);
            group.put(
                    "table",
                    ExplainJson.orNull(explanation.notApplied().get(some.get(0)).table()));
            group.put("notApplied", some);
            json.add(group);
        });
        return json;
    }

    private static String file(String at) {
        return at.substring(0, at.indexOf('!'));
    }

    private Map<String, Object> step(Step step) {
        Map<String, Object> json = new TreeMap<>(ExplainJson.place(step.firing().at()));
        json.put("firing", step.firing().id());
        json.put("rule", step.firing().rule());
        json.put("confidence", step.confidence().name());
        json.put("from", ExplainJson.day(step.from()));
        json.put("to", ExplainJson.day(step.to()));
        json.put("note", ExplainJson.orNull(step.note()));
        return json;
    }

    private static Map<String, Object> table(RuleTable table) {
        Map<String, Object> json = new TreeMap<>();
        json.put("table", table.name());
        json.put("file", table.file());
        json.put("sheet", table.sheet());
        json.put("kind", table.kind().label());
        json.put(
                "conditions",
                table.conditions().stream().map(ExplainWhyJson::column).toList());
        json.put("rows", table.rows().stream().map(RuleRow::id).toList());
        return json;
    }

    private static Map<String, Object> column(ConditionColumn column) {
        return Map.of(
                "column", column.number(),
                "header", column.header(),
                "field", column.field(),
                "test", column.test().name());
    }

    private static Map<String, Object> asked(Asked asked) {
        Map<String, Object> json = new TreeMap<>();
        json.put("table", asked.table());
        json.put("kind", asked.kind());
        json.put("facts", asked.facts());
        json.put(
                "values", asked.readings().stream().map(ExplainWhyJson::reading).toList());
        json.put("applied", asked.applied());
        return json;
    }

    private static Map<String, Object> notApplied(NotApplied each) {
        Map<String, Object> json = new TreeMap<>(ExplainJson.place(each.at()));
        json.put("rule", each.rule());
        json.put("table", ExplainJson.orNull(each.table()));
        json.put("facts", each.facts());
        json.put(
                "failed",
                each.failed().stream().map(failed -> failed(each, failed)).toList());
        json.put("first", each.failed().isEmpty() ? null : each.failed().indexOf(each.first()));
        json.put("outsideValidity", each.failed().stream().anyMatch(failed -> failed.validity() && !failed.open()));
        return json;
    }

    private static Map<String, Object> failed(NotApplied each, Failed failed) {
        Map<String, Object> json = new TreeMap<>();
        boolean cell = !each.table().isEmpty();
        json.put("cell", cell ? failed.at() : null);
        json.put("test", cell ? failed.test() : null);
        json.put("condition", failed.condition());
        json.put("wanted", ExplainJson.sentence(failed.wanted()));
        json.put("read", failed.readings().stream().map(ExplainWhyJson::reading).toList());
        json.put("state", failed.open() ? "UNKNOWN" : "FAILED");
        json.put("validity", failed.validity());
        return json;
    }

    private static Map<String, Object> reading(Reading reading) {
        Map<String, Object> json = new TreeMap<>();
        json.put("field", reading.field());
        json.put("value", ExplainJson.orNull(reading.value()));
        json.put("unknown", reading.unknown());
        return json;
    }

    private static Map<String, Object> notAsked(NotAsked each) {
        return new TreeMap<>(
                Map.of("table", each.table(), "file", each.file(), "kind", each.kind(), "rules", each.rules()));
    }

    private Map<String, Object> fields() {
        Map<String, Object> json = new TreeMap<>();
        explanation.asked().forEach(asked -> asked.readings().forEach(reading -> put(json, reading)));
        explanation.notApplied().forEach(each -> each.failed()
                .forEach(failed -> failed.readings().forEach(reading -> put(json, reading))));
        return json;
    }

    private void put(Map<String, Object> json, Reading reading) {
        json.computeIfAbsent(
                reading.field(),
                field -> Map.of(
                        "fr", reading.fr(),
                        "en", reading.en(),
                        "unit",
                                rulebook.dictionary()
                                        .field(field)
                                        .map(known -> known.unit().name())
                                        .orElse("")));
    }
}
