package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.RandomFacts;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows found by their index are those whose cells hold, and conclude what Drools concludes of them. */
class RowIndexTest {
    private static final int FACTS = 1500;
    private static final long SEED = 20261122;
    private static List<Rulebook> rulebooks;

    @BeforeAll
    static void load() {
        rulebooks = List.of(Shipped.base(), Shipped.guide());
    }

    @TestFactory
    Stream<DynamicTest> the_rows_of_every_shipped_table_are_found() {
        return rulebooks.stream().flatMap(rulebook -> rulebook.tables().values().stream()
                .map(t -> DynamicTest.dynamicTest(
                        t.name(), () -> compare(rulebook, t, t.rows().size() / 2))));
    }

    @TestFactory
    Stream<DynamicTest> the_rows_of_tables_of_every_size_and_make_are_found() {
        return IntStream.of(0, 1, 63, 64, 65, 128, 129, 1000)
                .mapToObj(rows -> DynamicTest.dynamicTest(
                        rows + " rows", () -> compare(rulebooks.get(0), table(rows, new Random(SEED + rows)), rows)));
    }

    /** @param least how many rows must have been found, or the comparison says little */
    private static void compare(Rulebook rulebook, RuleTable table, int least) {
        RowIndex index = new RowIndex(table.rows());
        RandomFacts random = new RandomFacts(rulebook.dictionary(), table, SEED);
        List<String> asked = table.rows().stream()
                .flatMap(r -> r.conditions().stream())
                .map(c -> c.column().field())
                .distinct()
                .toList();
        long found = 0;
        for (int i = 0; i < FACTS; i++) {
            Fact fact = random.next();
            int[] rows = index.find(fact);
            if (asked.stream().anyMatch(f -> fact.value(f) instanceof Unknown)) {
                assertNull(rows);
                continue;
            }
            int[] expected = IntStream.range(0, table.rows().size())
                    .filter(r -> table.rows().get(r).matches(fact))
                    .toArray();
            assertArrayEquals(expected, rows, "fact " + i + ", seed " + SEED);
            found += rows.length;
        }
        assertTrue(found >= least, "rows found: " + found);
    }

    private static RuleTable table(int size, Random random) {
        List<ConditionColumn> columns = List.of(
                new ConditionColumn(1, "Lettre", "letter", Test.AMONG),
                new ConditionColumn(2, "Cas", "cases", Test.AMONG),
                new ConditionColumn(3, "Autre cas", "cases", Test.AMONG),
                new ConditionColumn(4, "Début", "on", Test.AT_LEAST),
                new ConditionColumn(5, "Fin", "on", Test.AT_MOST),
                new ConditionColumn(6, "De", "at", Test.ABOVE),
                new ConditionColumn(7, "À", "at", Test.BELOW),
                new ConditionColumn(8, "Urgence", "emergency", Test.YES),
                new ConditionColumn(9, "Quantité", "quantity", Test.AT_LEAST),
                new ConditionColumn(10, "Tout", "code", Test.AT_MOST));
        List<RuleRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<ConditionCell> cells = new ArrayList<>();
            add(cells, columns.get(0), 2, "L" + random.nextInt(9) + (random.nextBoolean() ? ";L9" : ""), random);
            add(cells, columns.get(1), 6, random.nextInt(4) == 0 ? "ANY" : "C" + random.nextInt(3), random);
            add(cells, columns.get(2), 9, "C" + random.nextInt(3), random);
            add(cells, columns.get(3), 6, "202" + random.nextInt(6) + "-01-01", random);
            add(cells, columns.get(4), 6, "202" + (4 + random.nextInt(6)) + "-12-31", random);
            add(cells, columns.get(5), 8, "0" + random.nextInt(9) + ":00", random);
            add(cells, columns.get(6), 8, "1" + random.nextInt(9) + ":30", random);
            add(cells, columns.get(7), 8, random.nextBoolean() ? "OUI" : "NON", random);
            add(cells, columns.get(8), 8, random.nextInt(5) + (random.nextBoolean() ? "" : ".0"), random);
            add(cells, columns.get(9), 9, random.nextBoolean() ? "2025-01-01" : "7", random);
            rows.add(new RuleRow(
                    "R-" + i,
                    i,
                    "table!A" + i,
                    cells,
                    List.of(),
                    new Citation(List.of(), "", Confidence.LAW, Optional.empty(), Optional.empty(), "")));
        }
        return new RuleTable(
                "t", "t", "Table", Stage.of("modifiers").orElseThrow(), Kind.LETTER, columns, List.of(), rows);
    }

    private static void add(List<ConditionCell> cells, ConditionColumn column, int emptyOfTen, String text, Random of) {
        if (of.nextInt(10) >= emptyOfTen) {
            cells.add(new ConditionCell(column, "A1", text, column.test().operand(text)));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_stage_of_rows_concludes_what_drools_concludes() {
        return rulebooks.stream()
                .map(rulebook -> DynamicTest.dynamicTest(rulebook.id().digest(), () -> {
                    int concluded = 0;
                    for (RuleTable table : rulebook.tables().values()) {
                        concluded += conclude(rulebook, table);
                    }
                    assertTrue(concluded > FACTS / 3, "facts of stages of rows: " + concluded);
                }));
    }

    private static int conclude(Rulebook rulebook, RuleTable table) throws Exception {
        Map<String, RuleRow> rows = new HashMap<>();
        Map<String, RuleTable> tableOf = new HashMap<>();
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> {
            rows.put(r.id(), r);
            tableOf.put(r.id(), t);
        }));
        StageBase base = rulebook.bases().get(table.stage());
        Map<Kind, StageProgram> programs = new StagePrograms(rulebook, rows).of(table.stage(), Optional.empty());
        StageRules rules = new StageRules(base, programs, new UndecidedTables(rulebook), tableOf);
        StageProgram program = programs.get(table.kind());
        RandomFacts random = new RandomFacts(rulebook.dictionary(), table, SEED);
        Random grades = new Random(SEED);
        RuleCode any = program.codes().iterator().next();
        int concluded = 0;
        for (int i = 0; i < FACTS / 3; i++) {
            Fact fact = random.next();
            table.conditions().forEach(c -> {
                Fact holder = fact.holder(c.field());
                if (holder != null && grades.nextInt(3) == 0) {
                    Confidence grade = Confidence.values()[grades.nextInt(Confidence.values().length)];
                    holder.put(c.field(), fact.value(c.field()), any.origin(grade));
                }
            });
            StageProgram.Outcome outcome = program.atOnce(fact);
            if (outcome != null) {
                concluded++;
                assertEquals(said(rules.outcome(program, fact)), said(outcome), "fact " + i + ", seed " + SEED);
            }
        }
        return concluded;
    }

    private static List<Object> said(StageProgram.Outcome outcome) {
        List<Object> said = new ArrayList<>(outcome.lacking());
        outcome.rules().forEach(a -> said.addAll(List.of(a.by(), a.conditions(), a.open(), List.of(a.values()))));
        return said;
    }
}
