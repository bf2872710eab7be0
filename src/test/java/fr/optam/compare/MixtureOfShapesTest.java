package fr.optam.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Touch;
import fr.optam.engine.WhatIsSaid;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookCopy;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.Shipped;
import fr.optam.scenario.ScenarioFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns, tables and rules that come, go or stand elsewhere: every subset of the edits can decide. */
class MixtureOfShapesTest {
    private static final String SCALE = "decision-tables/consequence/prime-bareme.drl.xlsx";
    private static final String MINIMA = "decision-tables/reference/eligibilite-actes.xlsx";
    private static final String READER = "rules-drl/eligibility/preparation.drl";
    private static Engine base;
    private static List<PractitionerYear> facts;

    @TempDir
    Path temporary;

    @BeforeAll
    static void read() throws RulebookInvalid {
        base = new Engine(Shipped.base());
        facts = ScenarioFacts.every(6);
    }

    private static List<String> said(Engine engine) {
        return engine.decideAll(facts, Detail.RULES).stream()
                .map(WhatIsSaid::of)
                .toList();
    }

    private static String text(RulebookCopy copy, String file) {
        return new String(copy.read(file), StandardCharsets.UTF_8);
    }

    /** Both ends are reached, every edit can be made alone, and whoever is not touched is decided the same. */
    private static List<Edit> leads(Rulebook after) throws RulebookInvalid {
        List<Edit> edits = Edits.between(base.rulebook(), after);
        Mixture mixture = Mixture.of(base, after, edits);
        List<String> before = said(base);
        same(before, said(mixture.before()));
        same(said(new Engine(after)), said(mixture.after()));
        List<Engine> variants = new ArrayList<>();
        for (Edit edit : edits) {
            BitSet one = new BitSet();
            one.set(edit.number());
            variants.add(mixture.engine(one));
        }
        variants.add(mixture.after());
        Touch touch = Touch.of(mixture.before(), variants);
        for (int i = 0; i < variants.size(); i++) {
            List<String> now = said(variants.get(i));
            for (int j = 0; j < now.size(); j++) {
                assertTrue(now.get(j).equals(before.get(j))
                        || touch.of(facts.get(j)).get(i));
            }
        }
        return edits;
    }

    private static void same(List<String> wanted, List<String> found) {
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i), found.get(i));
        }
    }

    private static List<String> kinds(List<Edit> edits) {
        return edits.stream().map(e -> e.kind() + " " + e.row()).toList();
    }

    private static void column(Sheet sheet, int column, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            Row row = sheet.getRow(i + 1);
            row.createCell(column).setCellValue(cells[i]);
        }
    }

    @Test
    void a_column_that_a_rule_begins_to_read_is_no_edit_but_the_rule_is() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(temporary).edit(MINIMA, s -> {
            column(s, 20, "higherActs:int", "Autre minimum");
            for (int i = 3; i <= s.getLastRowNum(); i++) {
                s.getRow(i).createCell(20).setCellValue(1 + i);
            }
        });
        String text = text(copy, READER);
        String changed = text.replace(
                "'reference/eligibilite-actes', 'minimumActs'", "'reference/eligibilite-actes', 'higherActs'");
        assertTrue(!changed.equals(text));
        List<Edit> edits = leads(copy.write(READER, changed).compiled());
        assertEquals(
                List.of(Edit.Kind.RULE_CHANGED),
                edits.stream().map(Edit::kind).toList(),
                kinds(edits).toString());
    }

    @Test
    void a_rule_that_stands_in_another_file_is_no_edit() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(temporary);
        copy.rename("rules-drl/consequence/prime.drl", "rules-drl/consequence/autre.drl");
        assertEquals(List.of(), leads(copy.compiled()));
    }

    @Test
    void a_table_of_another_name_is_one_edit_as_no_rulebook_has_its_rows_twice() throws RulebookInvalid {
        RulebookCopy copy = new RulebookCopy(temporary);
        copy.rename(SCALE, "decision-tables/consequence/bareme.drl.xlsx");
        copy.edit("decision-tables/consequence/bareme.drl.xlsx", s -> {
            for (Cell cell : s.getRow(4)) {
                if (cell.getStringCellValue().startsWith("RuleTable")) {
                    cell.setCellValue("RuleTable bareme");
                }
            }
        });
        List<Edit> edits = leads(copy.compiled());
        assertEquals(List.of(Edit.Kind.TOGETHER), edits.stream().map(Edit::kind).toList());
        assertEquals(2, edits.get(0).parts().size());
    }

    @Test
    void a_table_that_tests_a_column_less_is_one_edit() throws RulebookInvalid {
        Rulebook after = new RulebookCopy(temporary)
                .edit("decision-tables/eligibility/secteurs.drl.xlsx", s -> {
                    for (Row row : s) {
                        if (row.getRowNum() > 4 && row.getCell(9) != null) {
                            row.removeCell(row.getCell(9));
                        }
                    }
                })
                .compiled();
        assertEquals(List.of("TABLE_CHANGED "), kinds(leads(after)));
    }
}
