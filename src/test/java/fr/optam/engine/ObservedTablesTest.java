package fr.optam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.cohort.FactsJson;
import fr.optam.cohort.FactsRefused;
import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Shipped;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.scenario.ScenarioGiven;
import fr.optam.scenario.ScenarioRunner;
import fr.optam.scenario.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tables were asked in every shipped scenario, held against what the engine did with it. */
class ObservedTablesTest {
    private static final List<PractitionerYear> YEARS = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void read_every_scenario() throws Exception {
        engine = new Engine(Shipped.base());
        Decision nothing = engine.decide(FactsJson.read(
                "{\"schema\":\"optam/practitioner-year/1\",\"year\":2025,\"practitioner\":{\"id\":\"990000001\"}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        ScenarioRunner.run(Path.of("test-scenarios"), Selection.all(), given -> {
            read(given);
            return nothing;
        });
        assertTrue(YEARS.size() > 700, "scenarios: " + YEARS.size());
    }

    private static void read(ScenarioGiven given) {
        try {
            YEARS.add(FactsJson.read(given.facts()));
        } catch (FactsRefused e) {
            assertFalse(e.problems().isEmpty());
        }
    }

    /** Counts rows that match by the typed model, and rows that the engine applied. */
    private static final class Counting implements Observer {
        private final Map<String, Integer> matching = new TreeMap<>();
        private final Map<String, Integer> applied = new TreeMap<>();
        private final List<String> unlike = new ArrayList<>();

        private final Set<String> asked = new HashSet<>();

        @Override
        public void asked(RuleTable table, Fact fact) {
            table.rows().stream().filter(r -> r.matches(fact)).forEach(r -> matching.merge(r.id(), 1, Integer::sum));
            if (!asked.add(table.name() + " " + fact.kind() + " " + fact.place())) {
                unlike.add(table.name() + " asked twice about " + fact.key());
            }
            List<RuleRow> kept = Observed.of(table, fact).matching();
            if (!kept.equals(table.rows().stream().filter(r -> r.matches(fact)).toList())) {
                unlike.add(table.name() + " " + fact.key() + " kept otherwise than seen");
            }
        }

        @Override
        public void applied(RuleTable table, Fact fact, List<RuleRow> rows) {
            rows.forEach(r -> applied.merge(r.id(), 1, Integer::sum));
            Set<RuleRow> seen = new HashSet<>();
            table.rows().stream().filter(r -> r.matches(fact)).forEach(seen::add);
            boolean open = seen.isEmpty() && unknown(table, fact);
            if (!open && !seen.equals(new HashSet<>(rows))) {
                unlike.add(table.name() + " " + fact.key() + ": " + ids(seen) + " match, " + ids(rows) + " apply");
            }
        }

        private static List<String> ids(java.util.Collection<RuleRow> rows) {
            return rows.stream().map(RuleRow::id).sorted().toList();
        }

        private static boolean unknown(RuleTable table, Fact fact) {
            return table.conditions().stream()
                    .map(ConditionColumn::field)
                    .anyMatch(f -> fact.value(f) instanceof Unknown);
        }
    }

    @Test
    void the_rows_that_match_what_was_observed_are_the_rows_that_decide() {
        int rows = 0;
        for (PractitionerYear year : YEARS) {
            Counting counting = new Counting();
            Decision observed = engine.observe(year, counting);
            Decision decided = engine.decide(year);
            assertEquals(decided, observed);
            assertEquals(List.of(), counting.unlike, year.practitioner().id());
            assertEquals(firings(decided), counting.applied, year.practitioner().id());
            rows += counting.matching.values().stream().mapToInt(n -> n).sum();
        }
        assertTrue(rows > 1_500, "rows that matched: " + rows);
    }

    private static Map<String, Integer> firings(Decision decision) {
        Map<String, Integer> firings = new TreeMap<>();
        decision.firings().stream()
                .filter(f -> engine.rulebook().tables().values().stream()
                        .anyMatch(t -> t.row(f.rule()).isPresent()))
                .forEach(f -> firings.merge(f.rule(), 1, Integer::sum));
        return firings;
    }

    @Test
    void every_table_is_asked_and_every_field_of_it_is_kept() {
        Map<String, Set<String>> kept = new TreeMap<>();
        for (PractitionerYear year : YEARS) {
            engine.observe(year, (table, fact) -> kept.computeIfAbsent(table.name(), t -> new HashSet<>())
                    .addAll(Observed.of(table, fact).values().keySet()));
        }
        Map<String, Set<String>> wanted = new TreeMap<>();
        engine.rulebook().tables().forEach((name, table) -> {
            Set<String> fields = wanted.computeIfAbsent(name, n -> new HashSet<>());
            table.conditions().forEach(c -> fields.add(c.field()));
        });
        assertEquals(wanted, kept);
    }

    @Test
    void asking_one_table_alone_shows_the_same_as_watching_all() {
        for (PractitionerYear year : YEARS) {
            Map<String, List<Observed>> all = new TreeMap<>();
            engine.observe(year, (table, fact) -> all.computeIfAbsent(table.name(), t -> new ArrayList<>())
                    .add(Observed.of(table, fact)));
            engine.rulebook().tables().values().forEach(table -> {
                List<Observed> alone = new ArrayList<>();
                engine.ask(year, table, (t, fact) -> alone.add(Observed.of(t, fact)));
                assertEquals(all.getOrDefault(table.name(), List.of()), alone);
            });
        }
    }
}
