package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.RandomFacts;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a table says of a fact with unknown fields, held against every way in which the unknown could turn out. */
class UndecidedTablesTest {
    private static final long SEED = 20261231;
    private static final int MOST_WORLDS = 3000;

    @TestFactory
    Stream<DynamicTest> an_outcome_is_said_if_and_only_if_nothing_unknown_could_change_it() {
        return Stream.of(Shipped.base(), Shipped.guide()).flatMap(rulebook -> rulebook.tables().values().stream()
                .map(table -> DynamicTest.dynamicTest(table.file(), () -> new Trial(rulebook, table).run(600))));
    }

    @Test
    void a_lower_bound_is_open_where_the_ends_of_a_scale_say_the_same_and_its_middle_does_not(@TempDir Path folder)
            throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        copy.edit("decision-tables/consequence/prime-bareme.drl.xlsx", sheet -> {
            for (int row = 9; row <= sheet.getLastRowNum(); row++) {
                Cell upper = sheet.getRow(row).getCell(4);
                if (upper == null || upper.getStringCellValue().isEmpty()) {
                    sheet.getRow(row).getCell(5).setCellValue("1.0000");
                }
            }
        });
        Rulebook rulebook = copy.load();
        new Trial(rulebook, rulebook.tables().get("consequence/prime-bareme")).run(600);
    }

    /** One table and the values that its cells tell apart. */
    private static final class Trial {
        private final Rulebook rulebook;
        private final RuleTable table;
        private final UndecidedTables undecided;
        private final Random random = new Random(SEED);
        private final Map<String, List<Object>> values = new TreeMap<>();
        private int decided;
        private int open;

        Trial(Rulebook rulebook, RuleTable table) {
            this.rulebook = rulebook;
            this.table = table;
            this.undecided = new UndecidedTables(rulebook);
            for (ConditionColumn column : table.conditions()) {
                values.computeIfAbsent(column.field(), this::values);
            }
        }

        private List<Object> values(String field) {
            TreeSet<BigDecimal> numbers = new TreeSet<>();
            TreeSet<LocalDate> days = new TreeSet<>();
            Set<Object> others = new HashSet<>();
            for (RuleRow row : table.rows()) {
                for (ConditionCell cell : row.conditions()) {
                    if (cell.column().field().equals(field)) {
                        if (cell.operand() instanceof BigDecimal n) {
                            numbers.add(n);
                        } else if (cell.operand() instanceof LocalDate d) {
                            days.add(d);
                        } else if (cell.operand() instanceof Boolean) {
                            others.addAll(List.of(true, false));
                        } else if (cell.operand() instanceof List<?> codes) {
                            others.addAll(codes);
                            others.add("ELSE");
                        } else {
                            others.addAll(List.of(
                                    "00:00",
                                    "03:30",
                                    "12:00",
                                    "23:59",
                                    String.valueOf(cell.operand()).replace("24:00", "23:58")));
                        }
                    }
                }
            }
            List<Object> all = new ArrayList<>(others);
            numbers.forEach(
                    n -> all.addAll(List.of(n, n.subtract(new BigDecimal("0.3")), n.add(new BigDecimal("0.3")))));
            days.forEach(d -> all.addAll(List.of(d, d.minusDays(20), d.plusDays(20))));
            return all.isEmpty() ? List.of("ELSE") : all;
        }

        void run(int times) {
            for (int i = 0; i < times; i++) {
                trial();
            }
            assertTrue(decided + open > 0, "nothing was tried");
        }

        private void trial() {
            Fact fact = RandomFacts.fact(rulebook.dictionary(), table.kind());
            values.forEach((field, all) -> RandomFacts.put(fact, field, all.get(random.nextInt(all.size()))));
            RuleRow row = table.rows().get(random.nextInt(table.rows().size()));
            row.conditions().forEach(c -> values.get(c.column().field()).stream()
                    .filter(c::holdsFor)
                    .findFirst()
                    .ifPresent(v -> RandomFacts.put(fact, c.column().field(), v)));
            Map<String, List<Object>> unknown = new TreeMap<>();
            List<String> fields = new ArrayList<>(values.keySet());
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                String field = fields.get(random.nextInt(fields.size()));
                unknown.put(field, makeUnknown(fact, field));
            }
            if (table.rows().stream().noneMatch(r -> r.matches(fact))) {
                check(fact, unknown);
            }
        }

        private List<Object> makeUnknown(Fact fact, String field) {
            List<Object> all = values.get(field);
            List<BigDecimal> numbers = all.stream()
                    .filter(v -> v instanceof BigDecimal)
                    .map(v -> (BigDecimal) v)
                    .toList();
            if (!numbers.isEmpty() && random.nextBoolean()) {
                BigDecimal least = numbers.get(random.nextInt(numbers.size())).setScale(1, RoundingMode.DOWN);
                RandomFacts.put(
                        fact,
                        field,
                        new Unknown(List.of(field), List.of(least, least.add(BigDecimal.ONE.movePointRight(9)))));
                List<Object> above = new ArrayList<>(
                        numbers.stream().filter(n -> n.compareTo(least) >= 0).toList());
                above.add(least);
                above.add(new BigDecimal("1000"));
                return above;
            }
            RandomFacts.put(fact, field, Unknown.of(field));
            return all;
        }

        private void check(Fact fact, Map<String, List<Object>> unknown) {
            long worlds = unknown.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
            if (worlds > MOST_WORLDS) {
                return;
            }
            UndecidedTables.Verdict verdict = undecided.decide(table, fact);
            Set<Set<String>> outcomes = new HashSet<>();
            worlds(new ArrayList<>(unknown.keySet()), unknown, new TreeMap<>(), fact, outcomes);
            String shown = table.name() + " " + shown(fact) + " seed " + SEED;
            if (verdict.lacks() != null) {
                open++;
                assertTrue(
                        outcomes.size() > 1 || outcomes.iterator().next().size() > 1,
                        "needlessly open: " + shown + " " + outcomes);
                return;
            }
            decided++;
            Set<String> said = new TreeSet<>();
            verdict.rows().forEach(r -> said.add(outcome(r)));
            assertEquals(Set.of(said), outcomes, shown);
        }

        private String shown(Fact fact) {
            Map<String, Object> shown = new TreeMap<>();
            values.keySet().forEach(f -> shown.put(f, fact.value(f)));
            return shown.toString();
        }

        private void worlds(
                List<String> fields,
                Map<String, List<Object>> unknown,
                Map<String, Object> world,
                Fact fact,
                Set<Set<String>> outcomes) {
            if (fields.isEmpty()) {
                Set<String> outcome = new TreeSet<>();
                for (RuleRow row : table.rows()) {
                    boolean holds = row.conditions().stream()
                            .allMatch(c -> c.holdsFor(world.getOrDefault(
                                    c.column().field(), fact.value(c.column().field()))));
                    if (holds) {
                        outcome.add(outcome(row));
                    }
                }
                outcomes.add(outcome);
                return;
            }
            for (Object value : unknown.get(fields.get(0))) {
                world.put(fields.get(0), value);
                worlds(fields.subList(1, fields.size()), unknown, world, fact, outcomes);
            }
        }

        private static String outcome(RuleRow row) {
            return row.actions().stream()
                    .map(a -> a.column().field() + "=" + a.text())
                    .toList()
                    .toString();
        }
    }
}
