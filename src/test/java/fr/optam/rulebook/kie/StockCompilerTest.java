package fr.optam.rulebook.kie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.RandomFacts;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows run straight from the typed model, held against Drools' own reading of the same workbooks. */
class StockCompilerTest {
    private static final int FACTS = 4000;
    private static final long SEED = 20260101;
    private static Rulebook base;
    private static Rulebook guide;
    private static StockTables stockBase;
    private static StockTables stockGuide;

    @BeforeAll
    static void compile() throws IOException {
        base = Shipped.base();
        guide = Shipped.guide();
        stockBase = StockTables.compile(Shipped.ruleTables().stream()
                .filter(p -> !p.startsWith(Shipped.GUIDE))
                .toList());
        stockGuide = StockTables.compile(Shipped.ruleTables().stream()
                .filter(p -> p.startsWith(Shipped.GUIDE))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> rows_in_the_sheet_are_rules_of_both() {
        return tables().map(t -> DynamicTest.dynamicTest(t.name, () -> {
            Set<String> ids = new TreeSet<>();
            t.table.rows().forEach(r -> ids.add(r.id()));
            Set<String> ours = new TreeSet<>();
            RowModels.of(t.table).getRules().forEach(r -> ours.add(r.getName()));
            assertEquals(StockTables.rowsOf(t.path), t.table.rows().size());
            assertEquals(t.table.rows().size(), ids.size());
            assertEquals(ids, ours);
            assertEquals(ids, t.stock.rulesOf(t.path));
        }));
    }

    @TestFactory
    Stream<DynamicTest> the_same_rows_apply_and_state_the_same_on_random_facts() {
        return tables().map(t -> DynamicTest.dynamicTest(t.name, () -> compare(t)));
    }

    private static void compare(Subject t) {
        RandomFacts random = new RandomFacts(t.dictionary, t.table, SEED);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            facts.add(random.next());
        }
        Firings expected = new Firings(facts);
        Firings wanted = new Firings(facts);
        for (Fact fact : facts) {
            for (RuleRow row : t.table.rows()) {
                if (row.matches(fact)) {
                    expected.add(row.id(), fact);
                    row.actions()
                            .forEach(a -> wanted.add(
                                    (a.column().computed() ? "let " : "set ")
                                            + a.column().field() + " " + a.text(),
                                    fact));
                }
            }
        }
        Firings ours = new Firings(facts);
        StageBase.build(List.of(), List.of(t.table)).get(t.table.stage()).run(facts, ours::add);
        assertEquals(List.of(), expected.differences(ours), "seed " + SEED);

        Firings stock = new Firings(facts);
        Firings stated = new Firings(facts);
        t.stock.run(t.path, facts, stock, stated);
        assertEquals(List.of(), expected.differences(stock), "seed " + SEED);
        assertEquals(List.of(), wanted.differences(stated), "seed " + SEED);

        Set<String> silent = new HashSet<>();
        t.table.rows().forEach(r -> silent.add(r.id()));
        silent.removeAll(expected.rules());
        assertEquals(Set.of(), silent, "rows that no random fact reaches compare nothing");
        assertTrue(expected.size() < (long) FACTS * t.table.rows().size());
    }

    private record Subject(String name, Path path, RuleTable table, Dictionary dictionary, StockTables stock) {}

    private static Stream<Subject> tables() {
        return Shipped.ruleTables().stream().map(path -> {
            boolean overlay = path.startsWith(Shipped.GUIDE);
            Path folder = overlay ? Shipped.GUIDE : Path.of("decision-tables");
            String name = folder.relativize(path).toString().replace(".drl.xlsx", "");
            Rulebook rulebook = overlay ? guide : base;
            return new Subject(
                    path.toString(),
                    path,
                    rulebook.tables().get(name),
                    rulebook.dictionary(),
                    overlay ? stockGuide : stockBase);
        });
    }
}
