package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.engine.WhatIsSaid;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.RandomRows;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.ScenarioFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edits between two rulebooks lead from one to the other, one by one, and say what they are. */
class MixtureTest {
    private static final String BAREME = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final String MINIMA = "decision-tables/reference/eligibilite-actes.xlsx";
    private static final String PRIME = "rules-drl/consequence/prime.drl";
    private static Engine base;
    private static List<PractitionerYear> facts;

    @TempDir
    Path temporary;

    @BeforeAll
    static void read() throws RulebookInvalid {
        base = new Engine(Shipped.base());
        facts = ScenarioFacts.every(4);
    }

    private static List<String> said(Engine engine, List<PractitionerYear> about) {
        return engine.decideAll(about, Detail.RULES).stream()
                .map(WhatIsSaid::of)
                .toList();
    }

    private static List<String> lines(List<Edit> edits) {
        return edits.stream().map(e -> e.text().fr()).toList();
    }

    private static void set(Sheet sheet, String address, String text) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(address);
        sheet.getRow(at.getRow())
                .getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellValue(text);
    }

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    private static Mixture mixture(Rulebook after) throws RulebookInvalid {
        return Mixture.of(base, after, Edits.between(base.rulebook(), after));
    }

    private static void leads(Mixture mixture, Rulebook after) throws RulebookInvalid {
        assertEquals(said(new Engine(after), facts), said(mixture.after(), facts));
        assertEquals(said(base, facts), said(mixture.before(), facts));
    }

    @Test
    void nothing_lies_between_a_rulebook_and_itself() throws RulebookInvalid {
        assertEquals(List.of(), Edits.between(base.rulebook(), Shipped.base()));
        assertSame(base, mixture(Shipped.base()).engine(new BitSet()));
    }

    @Test
    void a_cell_is_one_edit_and_says_where_it_is() throws RulebookInvalid {
        Rulebook after = new RulebookCopy(temporary)
                .edit(BAREME, s -> {
                    set(s, "F12", "0.8000");
                    set(s, "J12", "une note");
                    set(s, "G12", "P7");
                })
                .load();
        assertEquals(
                List.of(BAREME + "!Table!F12 PRIM-SHARE-030 Part\u00A0: 0.7000 → 0.8000"),
                lines(Edits.between(base.rulebook(), after)));
        leads(mixture(after), after);
    }

    @Test
    void the_confidence_of_a_row_counts_and_stands_where_the_file_has_it() throws Exception {
        Rulebook after = new RulebookCopy(temporary)
                .edit(BAREME, s -> set(s, "I12", "GUIDE"))
                .load();
        Path here = Path.of("").toAbsolutePath();
        try (Editions editions = new Editions(here, here, List.of(here), Shipped.CACHE, List.of())) {
            List<Edition> both = editions.read("", temporary.toString());
            RulebookDiff diff = Comparison.of(both.get(0), both.get(1));
            List<Edit> edits = Edits.between(base.rulebook(), after, diff);
            assertEquals(List.of(BAREME + "!Table!I12 PRIM-SHARE-030 Confiance\u00A0: PRESS → GUIDE"), lines(edits));
        }
        leads(mixture(after), after);
    }

    @Test
    void words_and_looks_make_no_edit() throws RulebookInvalid {
        Rulebook after = new RulebookCopy(temporary)
                .edit(
                        "decision-tables/reference/motifs.xlsx",
                        s -> set(s, "C5", s.getRow(4).getCell(2).getStringCellValue() + " Autrement."))
                .edit("decision-tables/reference/options.xlsx", s -> set(s, "C5", "Autre nom"))
                .load();
        assertEquals(List.of(), Edits.between(base.rulebook(), after));
    }

    @Test
    void the_overlay_that_ships_is_reached_edit_by_edit() throws RulebookInvalid {
        Rulebook guide = Shipped.guide();
        Mixture mixture = mixture(guide);
        assertTrue(mixture.edits().size() > 1, lines(mixture.edits()).toString());
        leads(mixture, guide);
    }

    @Test
    void rules_of_drl_are_added_removed_and_changed_one_by_one() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(temporary);
        String text = new String(copy.read(PRIME), StandardCharsets.UTF_8);
        String first = text.substring(text.indexOf("rule \""), text.indexOf("\nend", text.indexOf("rule \"")) + 5);
        String id = first.substring(6, first.indexOf('"', 6));
        String second = text.substring(text.indexOf("rule \"", text.indexOf(first) + 10));
        String other = second.substring(6, second.indexOf('"', 6));
        String changed = text.replace(first, first.replace("\"" + id + "\"", "\"PRIM-ZZZ-990\""))
                .replaceFirst("(?s)(rule \"" + other + "\".*?confidence\\()\"?\\w+\"?\\)", "$1\"INFERRED\")");
        Rulebook after = copy.write(PRIME, changed).compiled();
        List<Edit> edits = Edits.between(base.rulebook(), after);
        assertEquals(
                List.of(Edit.Kind.RULE_ADDED, Edit.Kind.RULE_REMOVED),
                edits.stream()
                        .filter(e -> e.row().equals(id) || e.row().equals("PRIM-ZZZ-990"))
                        .map(Edit::kind)
                        .sorted()
                        .toList(),
                lines(edits).toString());
        leads(mixture(after), after);
    }

    @Test
    void a_list_that_is_cut_in_two_periods_can_be_decided_with_either_half() throws RulebookInvalid {
        Rulebook after = new RulebookCopy(temporary)
                .edit(MINIMA, s -> {
                    Row from = s.getRow(4);
                    Row to = s.createRow(s.getLastRowNum() + 1);
                    from.forEach(c -> {
                        org.apache.poi.ss.usermodel.Cell copy = to.createCell(c.getColumnIndex(), c.getCellType());
                        copy.setCellStyle(c.getCellStyle());
                        if (c.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                            copy.setCellValue(c.getNumericCellValue());
                        } else {
                            copy.setCellValue(c.getStringCellValue());
                        }
                    });
                    to.getCell(0).setCellValue("ELIG-MIN-990");
                    to.getCell(2).setCellValue(60);
                    to.getCell(4).setCellValue(java.time.LocalDate.of(2025, 6, 1));
                    org.apache.poi.ss.usermodel.Cell end = from.getCell(5, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    end.setCellValue(java.time.LocalDate.of(2025, 5, 31));
                    end.setCellStyle(from.getCell(4).getCellStyle());
                })
                .load();
        Mixture mixture = mixture(after);
        assertEquals(
                List.of(Edit.Kind.CELL_CHANGED, Edit.Kind.ROW_ADDED),
                mixture.edits().stream().map(Edit::kind).toList(),
                lines(mixture.edits()).toString());
        assertEquals(facts.size(), said(mixture.engine(bits(0)), facts).size());
        assertEquals(facts.size(), said(mixture.engine(bits(1)), facts).size());
        leads(mixture, after);
    }

    @Test
    void random_edits_lead_there_and_each_can_be_made_alone() throws RulebookInvalid {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            List<PractitionerYear> some =
                    facts.stream().filter(f -> random.nextInt(3) == 0).toList();
            Rulebook after = new RandomRows(seed).edited(base.rulebook(), 4);
            Mixture mixture = mixture(after);
            assertEquals(said(base.mixed(after), some), said(mixture.after(), some), "seed " + seed);
            for (Edit edit : mixture.edits()) {
                Engine alone = mixture.engine(bits(edit.number()));
                List<Edit> again = Edits.between(base.rulebook(), alone.rulebook());
                assertEquals(1, again.size(), "seed " + seed + " " + lines(again));
                assertEquals(edit.row(), again.get(0).row());
                assertEquals(edit.now(), again.get(0).now());
                Engine without = mixture.engine(without(mixture, edit.number()));
                assertEquals(
                        lines(mixture.edits()).stream()
                                .filter(l -> l.equals(edit.text().fr()))
                                .toList(),
                        lines(Edits.between(without.rulebook(), after)));
            }
        }
    }

    @Test
    void acts_are_told_apart_as_each_mixture_needs_it() throws RulebookInvalid {
        for (long seed = 1; seed <= 2; seed++) {
            Mixture mixture = mixture(new RandomRows(seed).edited(base.rulebook(), 3));
            Grouping all = mixture.grouping();
            for (int mask = 1; mask < 3; mask++) {
                Grouping some = Grouping.of(
                        mixture.engine(BitSet.valueOf(new long[] {mask})).rulebook());
                assertEquals(
                        List.of(),
                        all.lacking(some, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                        "seed " + seed + " " + mask + " " + lines(mixture.edits()));
            }
        }
    }

    private static BitSet without(Mixture mixture, int number) {
        BitSet all = new BitSet();
        all.set(0, mixture.edits().size());
        all.clear(number);
        return all;
    }
}
