package fr.optam.compare.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.compare.Edits;
import fr.optam.compare.impact.EditEffect.Reach;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What edits of every kind do to a cohort is what two plain runs say, and each of them gets its due. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectOfEditsTest {
    private static final String VALUES = "decision-tables/reference/modificateurs-valeurs.xlsx";
    private static final String RIGHTS = "decision-tables/modifiers/droits.drl.xlsx";
    private static final String RESPECT = "rules-drl/respect/respect.drl";

    /** Each is one edit, but for the pair. */
    private static final Map<String, Consumer<RulebookCopy>> EDITS = new LinkedHashMap<>();

    static {
        EDITS.put("threshold", c -> c.edit("decision-tables/reference/eligibilite-actes.xlsx", s -> set(s, "C5", 60)));
        EDITS.put("date", c -> c.edit(VALUES, s -> cell(s, "H9").setCellValue(LocalDate.of(2025, 8, 31))));
        EDITS.put("entry", c -> c.edit("decision-tables/reference/specialites.xlsx", s -> set(s, "E7", "OTHER")));
        EDITS.put("rate", c -> c.edit(VALUES, s -> set(s, "E11", "0.0700")));
        EDITS.put("removed", c -> c.edit(RIGHTS, s -> remove(s, "MODI-3-020")));
        EDITS.put("options", c -> c.edit(RIGHTS, s -> set(s, "H16", "OPTAM;OPTAM_ACO")));
        EDITS.put("groups", c -> c.edit(RIGHTS, s -> set(s, "E16", "SURGERY_GYN_OBST;ANAESTHESIA")));
        EDITS.put("idle", c -> c.edit("decision-tables/reference/regions.xlsx", s -> set(s, "C6", "75")));
        EDITS.put("rule", c -> {
            String text = new String(c.read(RESPECT), StandardCharsets.UTF_8)
                    .replace("num(\"observed\") <= num(\"committed\")", "num(\"observed\") < num(\"committed\")")
                    .replace("num(\"observed\") > num(\"committed\")", "num(\"observed\") >= num(\"committed\")");
            c.write(RESPECT, text);
        });
    }

    private Engine base;
    private Rulebook after;
    private Map<String, Map<String, String>> saidBefore;
    private Map<String, Map<String, String>> saidAfter;
    private List<PractitionerYear> facts;
    private List<Case> cases;
    private Impact impact;

    @TempDir
    static Path temporary;

    private static Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        return sheet.getRow(at.getRow()).getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void set(Sheet sheet, String address, String text) {
        cell(sheet, address).setCellValue(text);
    }

    private static void set(Sheet sheet, String address, int number) {
        cell(sheet, address).setCellValue(number);
    }

    private static void remove(Sheet sheet, String id) {
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            if (row != null
                    && row.getCell(0) != null
                    && id.equals(row.getCell(0).toString())) {
                int last = sheet.getLastRowNum();
                sheet.removeRow(row);
                if (i < last) {
                    sheet.shiftRows(i + 1, last, -1);
                }
                return;
            }
        }
        throw new AssertionError("no row " + id);
    }

    private Rulebook with(Path folder, Set<String> names) throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(folder);
        EDITS.forEach((name, edit) -> {
            if (names.contains(name)) {
                edit.accept(copy);
            }
        });
        return copy.load();
    }

    @BeforeAll
    void both() throws RulebookInvalid, IOException {
        base = new Engine(Shipped.base());
        facts = TwoRuns.facts();
        after = with(temporary.resolve("all"), EDITS.keySet());
        saidBefore = TwoRuns.said(base, facts);
        saidAfter = TwoRuns.said(new Engine(after), facts);
        cases = new ArrayList<>();
        impact = study(facts, after, cases, 2);
    }

    private Impact study(List<PractitionerYear> some, Rulebook other, List<Case> into, int threads)
            throws RulebookInvalid, IOException {
        Study study = Study.of(base, other, Edits.between(base.rulebook(), other));
        Study.Done done = study.run(taker -> some.forEach(f -> taker.accept(() -> f)), threads, into::add, n -> {});
        return done.impact(
                "before",
                "after",
                new Population(Population.Kind.INPUT, "here", 2025, done.practitioners(), done.touched(), false, 0, 0));
    }

    private Set<Integer> numbers(String name) {
        Map<String, String> words = Map.of(
                "threshold", "ELIG-MIN-002",
                "date", "MODI-VAL-021",
                "entry", "DER-SPC-004",
                "rate", "MODI-VAL-030",
                "removed", "MODI-3-020",
                "options", "MODI-T-010",
                "groups", "MODI-T-010",
                "idle", "COMM-DEP-003",
                "rule", "RESP-OVER");
        return impact.edits().stream()
                .map(EditEffect::edit)
                .filter(e -> e.row().startsWith(words.get(name)))
                .filter(e -> !name.equals("options") || e.now().contains("OPTAM_ACO"))
                .filter(e -> !name.equals("groups") || e.now().contains("ANAESTHESIA"))
                .map(EditView::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_changed_answers_are_those_of_two_plain_runs() {
        Set<String> changed = TwoRuns.changed(saidBefore, saidAfter);
        assertTrue(changed.size() > 100, "only " + changed.size());
        assertEquals(changed, TwoRuns.changed(cases, facts));
        assertEquals(changed.size(), impact.totals().figures().orElseThrow().lines());
        assertEquals(
                changed.stream().map(c -> c.split(" ")[0]).distinct().count(),
                impact.totals().figures().orElseThrow().changed());
    }

    @Test
    void amounts_are_those_of_two_plain_runs() {
        for (QuestionTotal question : impact.questions()) {
            if (List.of("prime", "modifier").contains(question.question())) {
                assertEquals(
                        TwoRuns.amounts(question.question(), saidBefore, saidAfter),
                        cases.stream()
                                .flatMap(c -> c.changes().stream())
                                .filter(c -> c.question().equals(question.question()))
                                .filter(c -> !c.before().amount().isEmpty()
                                        && !c.after().amount().isEmpty())
                                .map(c -> BigDecimal.valueOf(c.own().orElseThrow(), 2))
                                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                        question.question());
            }
        }
    }

    @Test
    void causes_and_shares_add_up_to_the_totals() {
        Figures all = impact.totals().figures().orElseThrow();
        assertEquals(
                all.answers(),
                impact.causes().stream()
                        .mapToLong(c -> c.shown().figures().orElseThrow().answers())
                        .sum());
        assertEquals(
                all.balance(),
                impact.edits().stream()
                        .mapToLong(e -> e.part().figures().orElseThrow().balance())
                        .sum());
        for (Case one : cases) {
            for (ChangedAnswer change : one.changes()) {
                assertEquals(
                        change.balance(),
                        change.shares().stream().mapToLong(s -> s).sum(),
                        one.practitioner() + change);
            }
        }
        for (Breakdown breakdown : impact.breakdowns()) {
            Figures sum = breakdown.groups().stream()
                    .map(g -> g.shown().figures().orElseThrow())
                    .reduce(Figures.NONE, Figures::plus);
            assertEquals(all, sum, breakdown.dimension().name());
        }
    }

    @Test
    void every_edit_is_found_and_only_the_idle_one_is_without_effect() {
        assertEquals(10, impact.edits().size(), impact.edits().toString());
        for (String name : EDITS.keySet()) {
            assertFalse(numbers(name).isEmpty(), name);
            for (int number : numbers(name)) {
                Reach reach = impact.edits().get(number - 1).reach();
                assertEquals(!name.equals("idle"), reach == Reach.EFFECT, name + " " + reach);
            }
        }
    }

    @Test
    void an_answer_that_one_edit_causes_alone_changes_with_it_alone_and_not_without_it() throws RulebookInvalid {
        for (String name : List.of("threshold", "date", "entry", "rate", "removed")) {
            Set<String> single = TwoRuns.changed(
                    saidBefore, TwoRuns.said(new Engine(with(temporary.resolve("only-" + name), Set.of(name))), facts));
            Set<String> alone = TwoRuns.changed(
                    cases.stream()
                            .map(c -> only(
                                    c,
                                    a -> a.cause().how() == Cause.How.ALONE
                                            && numbers(name)
                                                    .containsAll(a.cause().edits())))
                            .toList(),
                    facts);
            assertFalse(alone.isEmpty(), name);
            assertTrue(single.containsAll(alone), () -> {
                alone.removeAll(single);
                return name + " does not change " + alone;
            });
        }
    }

    private static Case only(Case one, java.util.function.Predicate<ChangedAnswer> which) {
        return new Case(
                one.practitioner(),
                one.year(),
                one.specialty(),
                one.department(),
                one.sector(),
                one.option(),
                one.changes().stream().filter(which).toList(),
                one.balance(),
                one.gained(),
                one.lost(),
                one.recorded());
    }

    @Test
    void taking_back_one_edit_undoes_exactly_what_is_said() throws RulebookInvalid {
        for (String name : List.of("rate", "removed", "groups")) {
            Set<String> others = new TreeSet<>(EDITS.keySet());
            others.remove(name);
            Set<String> undone = TwoRuns.changed(
                    TwoRuns.said(new Engine(with(temporary.resolve("but-" + name), others)), facts), saidAfter);
            Figures told = impact.edits()
                    .get(numbers(name).iterator().next() - 1)
                    .reverting()
                    .figures()
                    .orElseThrow();
            assertEquals(undone.size(), told.lines(), name);
            assertEquals(undone.stream().map(u -> u.split(" ")[0]).distinct().count(), told.changed(), name);
        }
    }

    @Test
    void two_cells_that_only_matter_together_are_told_so() throws RulebookInvalid {
        Set<Integer> pair = new TreeSet<>(numbers("options"));
        pair.addAll(numbers("groups"));
        Set<String> together = TwoRuns.changed(
                cases.stream()
                        .map(c -> only(
                                c,
                                a -> a.cause().how() == Cause.How.TOGETHER
                                        && pair.equals(new TreeSet<>(a.cause().edits()))))
                        .toList(),
                facts);
        assertFalse(together.isEmpty());
        for (String name : List.of("options", "groups")) {
            Set<String> single = TwoRuns.changed(
                    saidBefore, TwoRuns.said(new Engine(with(temporary.resolve("one-" + name), Set.of(name))), facts));
            single.retainAll(together);
            assertEquals(Set.of(), single, name + " alone changes what both are said to change only together");
        }
    }

    @Test
    void threads_and_the_order_of_practitioners_change_nothing() throws RulebookInvalid, IOException {
        List<PractitionerYear> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(5));
        List<Case> others = new ArrayList<>();
        Impact again = study(shuffled, after, others, 1);
        assertEquals(impact, again);
        assertEquals(Set.copyOf(cases), Set.copyOf(others));
    }

    @Test
    void an_edit_that_is_not_there_leaves_nobody_changed() throws RulebookInvalid, IOException {
        List<Case> none = new ArrayList<>();
        Impact nothing = study(facts, Shipped.base(), none, 1);
        assertTrue(nothing.isEmpty() && none.isEmpty() && nothing.edits().isEmpty());
        assertEquals(0, nothing.population().touched());
    }

    @Test
    void the_overlay_that_ships_is_told_as_two_plain_runs_tell_it() throws RulebookInvalid, IOException {
        List<PractitionerYear> some = new ArrayList<>();
        for (int i = 0; i < facts.size(); i += 7) {
            some.add(facts.get(i));
        }
        List<Case> told = new ArrayList<>();
        study(some, Shipped.guide(), told, 2);
        Set<String> changed =
                TwoRuns.changed(TwoRuns.said(base, some), TwoRuns.said(new Engine(Shipped.guide()), some));
        assertFalse(changed.isEmpty());
        assertEquals(changed, TwoRuns.changed(told, some));
    }
}
