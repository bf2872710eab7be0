package fr.optam.cli;

import fr.optam.decision.Firing;
import fr.optam.scenario.Difference;
import fr.optam.scenario.FiringCoverage;
import fr.optam.scenario.ScenarioProblem;
import fr.optam.scenario.ScenarioReport;
import fr.optam.scenario.ScenarioResult;
import fr.optam.scenario.coverage.CellCoverage;
import fr.optam.scenario.coverage.RowCoverage;
import fr.optam.scenario.coverage.TableCoverage;
import fr.optam.scenario.coverage.TablesCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A report of scenarios and its coverage as JSON. Numbers are counts of scenarios; examples are names, three at most. */
final class TestJson {
    private static final int EXAMPLES = 3;

    private final boolean french;

    TestJson(boolean french) {
        this.french = french;
    }

    Map<String, Object> of(ScenarioReport report, boolean failures, FiringCoverage firings, TablesCoverage tables) {
        Map<String, Object> json = new TreeMap<>();
        json.put("scenarios", report.results().size());
        json.put("failed", report.failures().size());
        json.put(
                "results",
                report.results().stream()
                        .filter(result -> !failures || !result.passed())
                        .map(this::result)
                        .toList());
        json.put("neverFired", firings.neverFired());
        json.put("neverSilent", firings.neverSilent());
        json.put("unknownIds", firings.unknown());
        json.put("coverage", coverage(tables));
        return json;
    }

    private Map<String, Object> result(ScenarioResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", result.name());
        json.put("at", result.at());
        json.put("title", result.title());
        json.put("passed", result.passed());
        json.put("differences", result.passed() ? List.of() : result.lines(french));
        if (!result.problems().isEmpty()) {
            json.put("problems", result.problems().stream().map(this::problem).toList());
        }
        if (!result.differences().isEmpty()) {
            json.put(
                    "details",
                    result.differences().stream().map(this::difference).toList());
        }
        return json;
    }

    private Map<String, Object> problem(ScenarioProblem problem) {
        return Complaint.of(problem).json(french);
    }

    private Map<String, Object> difference(Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", difference.subject());
        json.put("key", difference.key());
        json.put("expected", said(difference.expected()));
        json.put("actual", said(difference.actual()));
        json.put("decidedBy", difference.by().stream().map(this::firing).toList());
        return json;
    }

    private Map<String, Object> firing(Firing firing) {
        return Map.of("rule", firing.rule(), "at", firing.at(), "sentence", said(firing.sentence()));
    }

    private String said(fr.optam.decision.Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    private static Map<String, Object> coverage(TablesCoverage coverage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", coverage.rows().size());
        json.put("rowsFiredAndSilent", count(coverage));
        json.put("cells", coverage.cells().size());
        json.put("cellsThatCanFail", coverage.cells(c -> !c.always()));
        json.put("seenTrue", coverage.cells(c -> !c.seenTrue().isEmpty()));
        json.put("seenFalse", coverage.cells(c -> !c.always() && !c.seenFalse().isEmpty()));
        json.put("decidedAlone", coverage.cells(c -> !c.alone().isEmpty()));
        json.put("tables", coverage.tables().stream().map(TestJson::table).toList());
        return json;
    }

    private static long count(TablesCoverage coverage) {
        return coverage.rows().stream().filter(RowCoverage::both).count();
    }

    private static Map<String, Object> table(TableCoverage table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", table.table().file());
        json.put("sheet", table.table().sheet());
        json.put("askedIn", table.asked());
        json.put("rows", table.rows().stream().map(TestJson::row).toList());
        return json;
    }

    private static Map<String, Object> row(RowCoverage row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.row().id());
        json.put("row", row.row().row());
        json.put("firedIn", row.fired().size());
        json.put("silentIn", row.silentIn());
        json.put("examples", examples(row.fired()));
        json.put("cells", row.cells().stream().map(TestJson::cell).toList());
        return json;
    }

    private static Map<String, Object> cell(CellCoverage cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cell", cell.cell().address());
        json.put("column", cell.cell().column().header());
        json.put("field", cell.cell().column().field());
        json.put("text", cell.cell().text());
        json.put("canFail", !cell.always());
        json.put("seenTrue", cell.seenTrue().size());
        json.put("seenFalse", cell.seenFalse().size());
        json.put("decidedAlone", cell.alone().size());
        json.put(
                "examples",
                Map.of(
                        "seenTrue", examples(cell.seenTrue()),
                        "seenFalse", examples(cell.seenFalse()),
                        "decidedAlone", examples(cell.alone())));
        return json;
    }

    private static List<String> examples(List<String> names) {
        return names.subList(0, Math.min(EXAMPLES, names.size()));
    }
}
