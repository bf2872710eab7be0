package fr.optam.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalyser;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.dmn.validation.dtanalysis.model.Hyperrectangle;

/** The analysis of decision tables that KIE ships says the same of gaps and overlaps, on some hundred random tables. */
class DmnValidationAgreesTest {
    private static final int TABLES = 300;
    private static final List<String> CODES = List.of("A", "B", "C");
    /** A value that no row names: a gap at the last listed value of a column is one that the other analysis may miss. */
    private static final String LAST = "D";

    private static final ConditionColumn CODE = new ConditionColumn(2, "Code", "code", fr.optam.fact.flat.Test.AMONG);
    private static final List<ConditionColumn> COLUMNS = List.of(
            CODE,
            new ConditionColumn(3, "Dès", "number", fr.optam.fact.flat.Test.AT_LEAST),
            new ConditionColumn(4, "Avant", "number", fr.optam.fact.flat.Test.BELOW));
    private static final Domains DOMAINS = Domains.of(List.of(
            new DomainRow(
                    "", new FieldDomain("code", List.of("A", "B", "C", LAST), null, 0, 0, false), Optional.empty()),
            new DomainRow(
                    "",
                    new FieldDomain("number", List.of(), new Scale(Scale.Kind.NUMBER, BigDecimal.ONE), -10, 20, false),
                    Optional.empty())));

    /** Codes, lower bound and upper bound of a row; none for any. */
    private record Row(List<String> codes, Integer from, Integer before) {}

    @Test
    void gaps_and_overlaps_are_those_of_the_validation_of_dmn() {
        Random random = new Random(11);
        List<List<Row>> tables = new ArrayList<>();
        StringBuilder model = new StringBuilder(
                "<definitions xmlns='http://www.omg.org/spec/DMN/20180521/MODEL/' namespace='n' name='m'>"
                        + "<inputData id='c' name='c'><variable name='c' typeRef='string'/></inputData>"
                        + "<inputData id='n' name='n'><variable name='n' typeRef='number'/></inputData>");
        for (int t = 0; t < TABLES; t++) {
            List<Row> rows = rows(random);
            tables.add(rows);
            model.append(decision(t, rows));
        }
        DMNModel compiled = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(KieServices.get()
                        .getResources()
                        .newReaderResource(
                                new StringReader(model.append("</definitions>").toString()))))
                .getOrElseThrow(e -> new IllegalStateException(e))
                .getModels()
                .get(0);
        List<DTAnalysis> theirs = new DMNDTAnalyser(List.of())
                .analyse(compiled, EnumSet.of(DMNValidator.Validation.ANALYZE_DECISION_TABLE));
        assertEquals(TABLES, theirs.size());
        int complete = 0;
        for (DTAnalysis their : theirs) {
            List<Row> rows =
                    tables.get(Integer.parseInt(their.getSource().getId().substring(1)));
            List<TableFinding> ours =
                    TableAnalysis.of(new GridBuilder(table(rows), f -> Optional.empty(), DOMAINS), List.of());
            assertEquals(theirGaps(their), ourGaps(ours), rows::toString);
            assertEquals(theirPairs(their), ourPairs(rows, ours), rows::toString);
            complete += theirGaps(their).isEmpty() ? 1 : 0;
        }
        assertTrue(complete > 10 && complete < TABLES - 10, "complete tables: " + complete);
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(CODES.size());
            List<String> codes =
                    random.nextInt(3) == 0 ? List.of() : CODES.subList(at, at + 1 + random.nextInt(CODES.size() - at));
            Integer from = random.nextInt(3) > 0 ? null : random.nextInt(6);
            Integer before = random.nextInt(3) > 0 ? null : (from == null ? 0 : from) + 1 + random.nextInt(5);
            rows.add(new Row(codes, from, before));
        }
        return rows;
    }

    private static String decision(int t, List<Row> rows) {
        StringBuilder xml = new StringBuilder("<decision id='d" + t + "' name='d" + t + "'><variable name='d" + t
                + "' typeRef='string'/><informationRequirement><requiredInput href='#c'/></informationRequirement>"
                + "<informationRequirement><requiredInput href='#n'/></informationRequirement>"
                + "<decisionTable id='t" + t + "' hitPolicy='UNIQUE'>"
                + "<input><inputExpression typeRef='string'><text>c</text></inputExpression>"
                + "<inputValues><text>\"A\",\"B\",\"C\",\"D\"</text></inputValues></input>"
                + "<input><inputExpression typeRef='number'><text>n</text></inputExpression></input><output/>");
        for (Row row : rows) {
            String codes = row.codes.isEmpty() ? "-" : "\"" + String.join("\",\"", row.codes) + "\"";
            String numbers = row.from == null
                    ? row.before == null ? "-" : "&lt; " + row.before
                    : row.before == null ? "&gt;= " + row.from : "[" + row.from + ".." + row.before + ")";
            xml.append("<rule><inputEntry><text>" + codes + "</text></inputEntry><inputEntry><text>" + numbers
                    + "</text></inputEntry><outputEntry><text>\"x\"</text></outputEntry></rule>");
        }
        return xml.append("</decisionTable></decision>").toString();
    }

    private static RuleTable table(List<Row> rows) {
        List<RuleRow> all = new ArrayList<>();
        ActionColumn action = new ActionColumn(9, "Verdict", "verdict", false);
        for (int i = 0; i < rows.size(); i++) {
            List<ConditionCell> cells = new ArrayList<>();
            Row row = rows.get(i);
            cell(cells, 0, String.join(";", row.codes));
            cell(cells, 1, row.from == null ? "" : row.from.toString());
            cell(cells, 2, row.before == null ? "" : row.before.toString());
            all.add(new RuleRow(
                    "ROW-" + i,
                    10 + i,
                    "f!Table!A" + (10 + i),
                    cells,
                    List.of(new ActionCell(action, "I" + (10 + i), "V" + i)),
                    new Citation(List.of("S"), "", Confidence.LAW, Optional.empty(), Optional.empty(), "")));
        }
        return new RuleTable(
                "modifiers/essai",
                "f",
                "Table",
                Stage.of("modifiers").orElseThrow(),
                Kind.LETTER,
                COLUMNS,
                List.of(action),
                all);
    }

    private static void cell(List<ConditionCell> cells, int column, String text) {
        ConditionColumn of = COLUMNS.get(column);
        if (!text.isEmpty()) {
            cells.add(new ConditionCell(of, "B1", text, of.test().operand(text)));
        }
    }

    private static Set<String> points(java.util.function.BiPredicate<String, Integer> in) {
        Set<String> points = new TreeSet<>();
        for (String code : CODES) {
            for (int n = -10; n <= 20; n++) {
                if (in.test(code, n)) {
                    points.add(code + n);
                }
            }
        }
        return points;
    }

    private static Set<String> theirGaps(DTAnalysis analysis) {
        return points((code, n) -> analysis.getGaps().stream().anyMatch(gap -> holds(gap, code, n)));
    }

    private static boolean holds(Hyperrectangle gap, String code, int n) {
        return gap.getEdges().get(0).asRangeIncludes(code)
                && (gap.getEdges().size() < 2 || gap.getEdges().get(1).asRangeIncludes(BigDecimal.valueOf(n)));
    }

    private static Set<String> ourGaps(List<TableFinding> findings) {
        return points((code, n) -> findings.stream()
                .filter(f -> f.kind() == FindingKind.GAP)
                .anyMatch(f -> f.region().holds(Map.of("code", code, "number", BigDecimal.valueOf(n))::get)));
    }

    private static Set<Set<Integer>> theirPairs(DTAnalysis analysis) {
        Set<Set<Integer>> pairs = new HashSet<>();
        analysis.getOverlaps().forEach(o -> o.getRules()
                .forEach(a -> o.getRules().stream().filter(b -> b > a).forEach(b -> pairs.add(Set.of(a - 1, b - 1)))));
        return pairs;
    }

    /** Pairs told, and pairs of which one row lies in the other. */
    private static Set<Set<Integer>> ourPairs(List<Row> rows, List<TableFinding> findings) {
        Set<Set<Integer>> pairs = new HashSet<>();
        for (TableFinding finding : findings) {
            List<Integer> told = finding.rows().stream()
                    .map(id -> Integer.parseInt(id.substring(4)))
                    .toList();
            boolean pair = finding.kind() == FindingKind.CONFLICT || finding.kind() == FindingKind.MASKED;
            if (pair && told.size() == 2) {
                pairs.add(Set.copyOf(told));
            }
        }
        return pairs;
    }
}
