package fr.optam.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What ships has nothing to say against it, and any fault put into a copy of it is found. */
class SeededFaultsTest {
    private static final Rulebook BASE = Shipped.base();

    @Test
    void the_tables_that_ship_have_no_finding() {
        assertEquals(List.of(), TableAnalysis.of(BASE));
        assertEquals(List.of(), TableAnalysis.of(Shipped.guide()));
    }

    private static List<TableFinding> of(RuleTable table) {
        return TableAnalysis.of(BASE, table);
    }

    private static Stream<RuleRow> rows() {
        return BASE.tables().values().stream().flatMap(t -> t.rows().stream());
    }

    private static RuleTable table(RuleRow row) {
        return BASE.tables().values().stream()
                .filter(t -> t.rows().contains(row))
                .findFirst()
                .orElseThrow();
    }

    private static RuleTable replaced(RuleTable table, RuleRow row, List<RuleRow> by) {
        List<RuleRow> rows = new ArrayList<>();
        table.rows().forEach(r -> rows.addAll(r.equals(row) ? by : List.of(r)));
        return table.with(rows);
    }

    @TestFactory
    Stream<DynamicTest> a_deleted_row_leaves_a_gap() {
        return rows().map(row -> DynamicTest.dynamicTest(row.id(), () -> {
            List<TableFinding> findings = of(replaced(table(row), row, List.of()));
            assertTrue(
                    findings.stream().anyMatch(f -> f.kind() == FindingKind.GAP || f.kind() == FindingKind.INTENT),
                    () -> row.id() + " " + findings);
        }));
    }

    private static RuleRow copy(RuleRow row, String id, int number, List<ConditionCell> cells, String verdict) {
        List<ActionCell> actions = new ArrayList<>(row.actions());
        ActionCell first = actions.get(0);
        if (!verdict.isEmpty()) {
            actions.set(0, new ActionCell(first.column(), first.address(), verdict));
        }
        String at = row.at().substring(0, row.at().lastIndexOf('!') + 1) + "A" + number;
        return new RuleRow(id, number, at, cells, actions, row.citation());
    }

    @TestFactory
    Stream<DynamicTest> a_copied_row_adds_nothing() {
        return rows().map(row -> DynamicTest.dynamicTest(row.id(), () -> {
            RuleRow twin = copy(row, "SEED-COPY-1", 99, row.conditions(), "");
            List<TableFinding> findings = of(replaced(table(row), row, List.of(row, twin)));
            assertTrue(
                    findings.stream()
                            .anyMatch(f -> f.kind() == FindingKind.SUBSUMED
                                    && f.place().endsWith("!A99")
                                    && f.rows().contains(row.id())),
                    findings::toString);
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_row_copied_with_another_outcome_contradicts_it() {
        return rows().map(row -> DynamicTest.dynamicTest(row.id(), () -> {
            RuleRow twin = copy(row, "SEED-CLASH-1", 99, row.conditions(), "0.1234");
            List<TableFinding> findings = of(replaced(table(row), row, List.of(row, twin)));
            assertTrue(
                    findings.stream()
                            .anyMatch(f -> f.kind() == FindingKind.CONFLICT
                                    && f.rows().equals(List.of(row.id(), "SEED-CLASH-1"))
                                    && f.matching().containsAll(f.rows())),
                    findings::toString);
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_row_without_one_of_its_conditions_is_noticed() {
        return rows().flatMap(row -> row.conditions().stream()
                .map(cell -> DynamicTest.dynamicTest(row.id() + " " + cell.address(), () -> {
                    List<ConditionCell> fewer = new ArrayList<>(row.conditions());
                    fewer.remove(cell);
                    RuleRow wider = copy(row, row.id(), row.row(), fewer, "");
                    List<TableFinding> findings = of(replaced(table(row), row, List.of(wider)));
                    boolean same = new RowForms(BASE).matchTheSame(table(row), row, wider);
                    assertEquals(same, findings.isEmpty(), () -> row.id() + " without " + cell.address());
                })));
    }

    @Test
    void a_step_of_the_scale_moved_by_a_hundredth_shows_the_gap_between_the_steps() {
        RuleTable table = BASE.tables().get("consequence/prime-bareme");
        RuleRow row = table.row("PRIM-SHARE-120").orElseThrow();
        List<ConditionCell> cells = new ArrayList<>(row.conditions());
        cells.replaceAll(c -> c.column().field().equals("gap") && c.text().equals("2.00")
                ? new ConditionCell(
                        c.column(), c.address(), "1.99", c.column().test().operand("1.99"))
                : c);
        List<TableFinding> findings = of(replaced(table, row, List.of(copy(row, row.id(), row.row(), cells, ""))));
        assertEquals(1, findings.size(), findings::toString);
        assertEquals(
                "aucune ligne pour\u00a0: dernier jour de l’année à partir du 2025-12-31\u00a0; écart retenu, en points de"
                        + " 1,9901 à 2,0000",
                findings.get(0).message().fr());
        assertEquals("1.9901", findings.get(0).region().sample().get("gap").toString());
    }

    @Test
    void a_gap_of_one_day_names_that_day_and_no_value_that_facts_cannot_have() {
        RuleTable table = BASE.tables().get("modifiers/droits");
        RuleRow row = table.row("MODI-K-020").orElseThrow();
        List<ConditionCell> cells = new ArrayList<>(row.conditions());
        cells.replaceAll(c -> c.text().equals("2024-12-31")
                ? new ConditionCell(
                        c.column(), c.address(), "2024-12-30", c.column().test().operand("2024-12-30"))
                : c);
        List<TableFinding> findings = of(replaced(table, row, List.of(copy(row, row.id(), row.row(), cells, ""))));
        assertEquals(
                "aucune ligne pour\u00a0: date de l’acte = 2024-12-31\u00a0; Lettre = K\u00a0; Groupe tarifaire ="
                        + " SURGERY_GYN_OBST\u00a0; Profession = PHYSICIAN\u00a0; Secteurs = 1DP ou 2\u00a0; Options ="
                        + " OPTAM_CO",
                findings.get(0).message().fr());
    }

    @Test
    void no_row_is_said_to_join_with_one_that_nothing_reaches() {
        RuleTable table = BASE.tables().get("consequence/readhesion");
        RuleRow row = table.row("READ-LEFT-020").orElseThrow();
        List<ConditionCell> cells = new ArrayList<>(row.conditions());
        cells.replaceAll(c -> c.text().equals("2024-2029")
                ? new ConditionCell(
                        c.column(), c.address(), "2016", c.column().test().operand("2016"))
                : c);
        RuleRow never = copy(row, "SEED-NEVER-1", 99, cells, "");
        List<TableFinding> findings = of(replaced(table, row, List.of(row, never)));
        assertEquals(
                List.of(FindingKind.EMPTY_ROW),
                findings.stream().map(TableFinding::kind).toList());
    }

    @Test
    void periods_of_one_key_that_overlap_or_leave_days_out_are_found() throws RulebookInvalid {
        PlainTable values = BASE.list("reference/modificateurs-valeurs").orElseThrow();
        assertEquals(
                List.of("TIME_OVERLAP MODI-VAL-012 MODI-VAL-013"),
                kinds(BASE.with(moved(values, "MODI-VAL-013", LocalDate.parse("2025-12-31")))));
        assertEquals(
                List.of("TIME_GAP MODI-VAL-012 MODI-VAL-013"),
                kinds(BASE.with(moved(values, "MODI-VAL-013", LocalDate.parse("2026-01-02")))));
    }

    @Test
    void a_field_without_domain_is_said_at_its_header_and_nothing_is_invented_of_it() throws RulebookInvalid {
        PlainTable domains = BASE.list("reference/domaines").orElseThrow();
        for (String field : List.of("on", "at", "letter", "requestOn", "gap", "sector2Titles")) {
            List<PlainRow> rows = domains.rows().stream()
                    .filter(r -> !field.equals(r.values().get("field")))
                    .toList();
            Rulebook without = BASE.with(new PlainTable(domains.name(), domains.file(), domains.columns(), rows));
            List<TableFinding> findings = TableAnalysis.of(without);
            assertTrue(
                    findings.stream()
                            .anyMatch(f -> f.kind() == FindingKind.NO_DOMAIN
                                    && f.place().matches("Table![A-Z]9")),
                    field);
            assertTrue(findings.stream().noneMatch(f -> f.kind() == FindingKind.GAP), findings::toString);
        }
    }

    private static List<String> kinds(Rulebook rulebook) {
        return TableAnalysis.of(rulebook).stream()
                .map(f -> f.kind() + " " + String.join(" ", f.rows()))
                .toList();
    }

    private static PlainTable moved(PlainTable list, String id, LocalDate from) {
        List<PlainRow> rows = new ArrayList<>();
        for (PlainRow row : list.rows()) {
            Citation c = row.citation();
            Map<String, Object> values = new HashMap<>(row.values());
            values.put("from", from);
            rows.add(
                    row.id().equals(id)
                            ? new PlainRow(
                                    row.id(),
                                    row.table(),
                                    row.at(),
                                    row.row(),
                                    values,
                                    row.columns(),
                                    new Citation(
                                            c.sources(),
                                            c.article(),
                                            c.confidence(),
                                            Optional.of(from),
                                            c.to(),
                                            c.note()))
                            : row);
        }
        return new PlainTable(list.name(), list.file(), list.columns(), rows);
    }
}
