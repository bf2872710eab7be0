package fr.optam.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.decision.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioRunnerTest {
    private static final Function<ScenarioGiven, Decision> REDUCED = given -> Decisions.reducedPrime();

    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> linesFor(String expected) throws IOException {
        write("prime/one.given.yaml", "year: 2017\n");
        write("prime/one.expected.yaml", "title: A prime.\n" + expected);
        return ScenarioRunner.run(root, Selection.all(), REDUCED)
                .results()
                .get(0)
                .lines();
    }

    @Test
    void what_a_scenario_states_and_the_decision_says_makes_no_difference() throws IOException {
        assertEquals(List.of(), linesFor("""
                outcome: NON_COMPLIANT
                answers:
                  prime: { verdict: REDUCED, value: 0.90, unit: share, amount: 6300, details: { rate: 0.07 } }
                absentAnswers: [respect]
                problems: [MEAN_PRICE_ABOVE_CAP]
                noProblems: [GAP_PARTIAL]
                missing: [tariffRises]
                fires: [PRIM-SHARE]
                silent: [PRIM-SHARE-02]
                """));
    }

    @Test
    void an_amount_one_cent_off_names_the_row_that_decided() throws IOException {
        assertEquals(
                List.of("prime amount: expected 6300.01, was 6300.00 (decided by PRIM-SHARE-020 at "
                        + "decision-tables/consequence/prime-bareme.drl.xlsx!Table!A11)"),
                linesFor("answers: { prime: { amount: 6300.01 } }\n"));
    }

    @Test
    void every_other_kind_of_statement_can_differ_too() throws IOException {
        List<String> lines = linesFor("""
                outcome: COMPLIANT
                answers:
                  prime: { unit: null, details: { steps: ["1.8", "0.8"] } }
                  respect: { verdict: BREACHED }
                absentAnswers: [prime]
                problems: [GAP_PARTIAL]
                noProblems: [MEAN_PRICE_ABOVE_CAP]
                missing: [events]
                fires: [PRIM-SHARE-030]
                silent: [PRIM-SHARE-020]
                """);
        String by = " (decided by PRIM-SHARE-020 at decision-tables/consequence/prime-bareme.drl.xlsx!Table!A11)";
        assertEquals(
                List.of(
                        "outcome: expected COMPLIANT, was NON_COMPLIANT",
                        "prime unit: expected none, was share" + by,
                        "prime details.steps[1]: expected 0.8, was 0.9000" + by,
                        "respect: expected BREACHED, was no such answer",
                        "prime: expected no such answer, was REDUCED" + by,
                        "problems: expected GAP_PARTIAL, was MEAN_PRICE_ABOVE_CAP",
                        "problems: expected no MEAN_PRICE_ABOVE_CAP, was MEAN_PRICE_ABOVE_CAP",
                        "missing: expected events, was tariffRises",
                        "fires: expected PRIM-SHARE-030, was silent",
                        "silent: expected PRIM-SHARE-020, was fired" + by),
                lines);
    }

    @Test
    void a_lonely_half_fails_and_the_cohort_folder_is_left_alone() throws IOException {
        write("a.given.yaml", "year: 2017\n");
        write("b.expected.json", "{ \"title\": \"B.\" }");
        write("cohort/c.given.yaml", "year: 2017\n");
        ScenarioReport report = ScenarioRunner.run(root, Selection.all(), REDUCED);
        assertEquals(
                List.of(
                        "a.given.yaml: a lonely half, the expected file is missing. Maybe it has another name.",
                        "b.expected.json: a lonely half, the given file is missing. Maybe it has another name."),
                report.results().stream().map(ScenarioResult::error).toList());
        assertFalse(report.passed());
    }

    @Test
    void an_unknown_key_or_no_title_is_an_error_and_not_a_silent_pass() throws IOException {
        assertEquals(1, linesFor("answer: {}\n").size());
        assertTrue(linesFor("answers: { prime: { verdcit: DUE } }\n")
                .get(0)
                .startsWith("prime/one.expected.yaml: unknown key answers.prime.verdcit. Maybe one of amount,"));
        write("prime/one.expected.yaml", "outcome: COMPLIANT\n");
        assertTrue(ScenarioRunner.run(root, Selection.all(), REDUCED)
                .results()
                .get(0)
                .error()
                .startsWith("prime/one.expected.yaml: no title."));
        assertEquals(
                List.of("prime/one.expected.yaml: states nothing: it cannot fail. Maybe add a verdict."), linesFor(""));
    }

    @Test
    void facts_inherit_maps_merge_lists_are_replaced_and_keys_can_be_unset() throws IOException {
        write("bases/person.yaml", "practitioner: { id: \"1\", sector: \"2\", specialty: \"04\" }\nacts: [1, 2]\n");
        write("bases/member.yaml", "base: person.yaml\nmemberships: []\npaid: { prime: 0.00 }\n");
        write("bases/act.yaml", "code: HHFA016\nquantity: 1\n");
        write("x/one.given.yaml", """
                base: ../bases/member.yaml
                practitioner: { specialty: ~unset, sector: "1" }
                paid: ~unset
                acts: [ { base: ../bases/act.yaml, quantity: 2, on: 2025-03-01, at: "21:30" } ]
                activity: [ { year: 2025, overruns: 98400.00, quarter: ~unset } ]
                tariffRises: [ { on: 2025-01-01, base: 26.50, rise: 3.50 } ]
                """);
        write("x/one.expected.yaml", "title: T.\noverlays: [guide-2026]\noutcome: NON_COMPLIANT\n");
        String[] seen = new String[2];
        ScenarioReport report = ScenarioRunner.run(root, Selection.all(), given -> {
            seen[0] = new String(given.facts(), StandardCharsets.UTF_8);
            seen[1] = given.name() + " " + given.overlays();
            return Decisions.reducedPrime();
        });
        assertTrue(report.passed(), () -> report.results().toString());
        assertEquals(
                "{\"practitioner\":{\"id\":\"1\",\"sector\":\"1\"},\"acts\":[{\"code\":\"HHFA016\",\"quantity\":2,"
                        + "\"on\":\"2025-03-01\",\"at\":\"21:30\"}],\"memberships\":[],\"activity\":[{\"year\":2025,"
                        + "\"overruns\":98400.00}],\"tariffRises\":[{\"on\":\"2025-01-01\",\"base\":26.50,"
                        + "\"rise\":3.50}]}",
                seen[0]);
        assertEquals("x/one [guide-2026]", seen[1]);
    }

    @Test
    void a_base_outside_the_folder_or_one_that_inherits_from_itself_is_refused() throws IOException {
        write("one.given.yaml", "base: ../../secret.yaml\n");
        write("one.expected.yaml", "title: T.\noutcome: COMPLIANT\n");
        write("two.given.yaml", "base: two.given.yaml\n");
        write("two.expected.yaml", "title: T.\noutcome: COMPLIANT\n");
        assertEquals(
                List.of(
                        "one.given.yaml: no base at ../../secret.yaml. Maybe the path is not relative to this file.",
                        "two.given.yaml: more than 8 bases in a row. Maybe it inherits from itself."),
                ScenarioRunner.run(root, Selection.all(), REDUCED).results().stream()
                        .map(ScenarioResult::error)
                        .toList());
    }

    @Test
    void refused_facts_pass_where_the_scenario_states_the_refusal() throws IOException {
        write("one.given.yaml", "year: 2017\n");
        write("one.expected.yaml", "title: T.\nrefused: [DUPLICATE_ACT_ID]\n");
        Function<ScenarioGiven, Decision> refuse = given -> {
            throw new FactsRefused(List.of("$.acts[1].id: DUPLICATE_ACT_ID, a1"));
        };
        assertTrue(ScenarioRunner.run(root, Selection.all(), refuse).passed());
        assertEquals(
                "refused: expected DUPLICATE_ACT_ID, was decided",
                ScenarioRunner.run(root, Selection.all(), REDUCED)
                        .results()
                        .get(0)
                        .lines()
                        .get(0));
        write("one.expected.yaml", "title: T.\noutcome: COMPLIANT\n");
        assertEquals(
                "one.expected.yaml: the facts are refused: $.acts[1].id: DUPLICATE_ACT_ID, a1",
                ScenarioRunner.run(root, Selection.all(), refuse)
                        .results()
                        .get(0)
                        .error());
    }

    @Test
    void a_selection_takes_names_folders_and_patterns() {
        Selection selection = new Selection(List.of("prime/", "clawback/CLAW-1", "*resign*"));
        assertTrue(selection.takes("prime/one"));
        assertTrue(selection.takes("clawback/CLAW-1"));
        assertTrue(selection.takes("termination/a-resignation"));
        assertFalse(selection.takes("primes/one"));
        assertFalse(selection.takes("clawback/CLAW-10"));
        assertTrue(Selection.all().takes("anything"));
    }

    @Test
    void coverage_comes_from_what_fired_and_not_from_what_is_stated() throws IOException {
        linesFor("fires: [PRIM-SHARE-020, PRIM-SHARE-777]\nsilent: [PRIM-SHARE-030]\n");
        ScenarioReport report = ScenarioRunner.run(root, Selection.all(), REDUCED);
        FiringCoverage coverage =
                FiringCoverage.of(Set.of("PRIM-SHARE-020", "PRIM-SHARE-030", "PRIM-NONE-010"), report);
        assertEquals(Set.of("PRIM-SHARE-030", "PRIM-NONE-010"), coverage.neverFired());
        assertEquals(Set.of("PRIM-SHARE-020"), coverage.neverSilent());
        assertEquals(Set.of("PRIM-SHARE-777"), coverage.unknown());
        assertEquals(Set.of("PRIM-SHARE-030", "PRIM-NONE-010"), coverage.neverStatedFiring());
        assertEquals(Set.of("PRIM-SHARE-020", "PRIM-NONE-010"), coverage.neverStatedSilent());
        assertFalse(coverage.complete());
        assertEquals("""
                0 of 3 rules and rows fire in a scenario and stay silent in another
                  never fired (2): PRIM-NONE-010, PRIM-SHARE-030
                  never silent (1): PRIM-SHARE-020
                  stated by a scenario, but no such rule (1): PRIM-SHARE-777
                """, ScenarioText.of(coverage, false, false));
    }

    @Test
    void text_and_junit_name_the_failed_scenario_and_its_differences() throws IOException {
        linesFor("answers: { prime: { verdict: \"<DUE>\" } }\n");
        ScenarioReport report = ScenarioRunner.run(root, Selection.all(), REDUCED);
        String text = ScenarioText.of(report, true, false, false);
        assertTrue(text.startsWith("""
                FAILED  prime/one
                        A prime.
                        prime/one.expected.yaml
                                       expected  was
                        prime verdict  <DUE>     REDUCED
                          decided by PRIM-SHARE-020  decision-tables/consequence/prime-bareme.drl.xlsx!Table!A11
                """), text);
        assertTrue(text.endsWith("1 scenario, 0 passed, 1 failed\n"));
        assertTrue(ScenarioText.of(report, true, false, true).startsWith("\u001b[31mFAILED"));
        String xml = JUnitXml.of(report);
        assertTrue(xml.contains("tests=\"1\" failures=\"1\" errors=\"0\""));
        assertTrue(xml.contains("<testcase classname=\"prime\" name=\"one\">"));
        assertTrue(xml.contains("expected &lt;DUE&gt;, was REDUCED"));
    }
}
