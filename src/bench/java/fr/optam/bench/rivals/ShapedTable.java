package fr.optam.bench.rivals;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * SYNTHETIC tables of any size in the shape of the shipped tables of modifiers: days that rules begin and end with, a
 * letter, groups, sectors, options, cases, hours; some cells empty. About twenty rows a letter, however many there are.
 */
final class ShapedTable {
    private static final int ROWS_A_LETTER = 20;
    private static final List<ConditionColumn> COLUMNS = List.of(
            new ConditionColumn(2, "Début", "on", Test.AT_LEAST),
            new ConditionColumn(3, "Fin", "on", Test.AT_MOST),
            new ConditionColumn(4, "Lettre", "letter", Test.AMONG),
            new ConditionColumn(5, "Groupe tarifaire", "tariffGroup", Test.AMONG),
            new ConditionColumn(6, "Profession", "profession", Test.AMONG),
            new ConditionColumn(7, "Secteurs", "sector", Test.AMONG),
            new ConditionColumn(8, "Options", "optionOnDay", Test.AMONG),
            new ConditionColumn(9, "Cas", "cases", Test.AMONG),
            new ConditionColumn(10, "Acte", "actKinds", Test.AMONG),
            new ConditionColumn(11, "De", "at", Test.AT_LEAST),
            new ConditionColumn(12, "À", "at", Test.BELOW));
    private static final List<String> GROUPS =
            List.of("GP", "ANAESTHESIA", "OTHER", "SURGERY_GYN_OBST", "PAEDIATRICS", "UNKNOWN");
    private static final List<String> PROFESSIONS = List.of("PHYSICIAN", "MIDWIFE");
    private static final List<String> SECTORS = List.of("1", "1DP", "2", "NONE");
    private static final List<String> OPTIONS = List.of("AUCUNE", "OPTAM", "OPTAM_CO", "OPTAM_ACO");
    private static final List<String> CASES = List.of("NO_CASE", "NO_OVERRUN_CASE", "C2S_OR_EMERGENCY");
    private static final List<String> ACTS = List.of("DELIVERY", "ANAESTHESIA", "OTHER");
    private static final List<String> HOURS = List.of("00:00", "08:00", "20:00", "24:00");
    private static final ActionColumn VERDICT = new ActionColumn(20, "Verdict", "rightVerdict", false);

    private ShapedTable() {}

    private static int letters(int rows) {
        return Math.max(4, rows / ROWS_A_LETTER);
    }

    static RuleTable of(int rows) {
        Random random = new Random(rows);
        List<RuleRow> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(row(i, rows, random));
        }
        return new RuleTable(
                "modifiers/synthetique",
                "decision-tables/modifiers/synthetique.drl.xlsx",
                "Table",
                Stage.of("modifiers").orElseThrow(),
                Kind.LETTER,
                COLUMNS,
                List.of(VERDICT),
                all);
    }

    private static RuleRow row(int i, int rows, Random random) {
        List<ConditionCell> cells = new ArrayList<>();
        int year = 2017 + random.nextInt(9);
        cell(cells, 0, LocalDate.of(year, random.nextBoolean() ? 1 : 7, 1).toString());
        if (random.nextInt(10) < 4) {
            cell(
                    cells,
                    1,
                    LocalDate.of(Math.max(year, 2024 + random.nextInt(3)), 12, 31)
                            .toString());
        }
        cell(cells, 2, "L" + random.nextInt(letters(rows)));
        some(cells, 3, 6, GROUPS, 1, random);
        some(cells, 4, 1, PROFESSIONS, 1, random);
        some(cells, 5, 5, SECTORS, 2, random);
        some(cells, 6, 5, OPTIONS, 2, random);
        some(cells, 7, 3, CASES, 1, random);
        some(cells, 8, 3, ACTS, 1, random);
        if (random.nextInt(5) == 0) {
            int from = random.nextInt(HOURS.size() - 1);
            cell(cells, 9, HOURS.get(from));
            cell(cells, 10, HOURS.get(from + 1));
        }
        return new RuleRow(
                "MODI-SYN-" + i,
                10 + i,
                "decision-tables/modifiers/synthetique.drl.xlsx!Table!A" + (10 + i),
                cells,
                List.of(new ActionCell(VERDICT, "T" + (10 + i), i % 3 == 0 ? "REVIEW" : "PAYABLE")),
                new Citation(
                        List.of("V"), "", Confidence.INFERRED, Optional.empty(), Optional.empty(), "row " + i % 7));
    }

    /** In some rows of ten, up to so many of the codes. */
    private static void some(
            List<ConditionCell> cells, int column, int ofTen, List<String> codes, int most, Random random) {
        if (random.nextInt(10) < ofTen) {
            int from = random.nextInt(codes.size());
            int count = Math.min(1 + random.nextInt(most), codes.size() - from);
            cell(cells, column, String.join(";", codes.subList(from, from + count)));
        }
    }

    private static void cell(List<ConditionCell> cells, int column, String text) {
        ConditionColumn of = COLUMNS.get(column);
        cells.add(new ConditionCell(of, "B" + column, text, of.test().operand(text)));
    }

    /** Facts to ask such a table about, by field. */
    static List<Map<String, Object>> facts(int rows, int count) {
        Random random = new Random(count);
        List<Map<String, Object>> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> fact = new HashMap<>();
            fact.put("on", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)));
            fact.put("at", String.format(Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60)));
            fact.put("letter", "L" + random.nextInt(letters(rows)));
            fact.put("tariffGroup", one(GROUPS, random));
            fact.put("profession", one(PROFESSIONS, random));
            fact.put("sector", one(SECTORS, random));
            fact.put("optionOnDay", one(OPTIONS, random));
            fact.put("cases", random.nextInt(4) == 0 ? "NO_OVERRUN_CASE;C2S_OR_EMERGENCY" : one(CASES, random));
            fact.put("actKinds", random.nextInt(8) == 0 ? "DELIVERY;ANAESTHESIA" : one(ACTS, random));
            facts.add(fact);
        }
        return facts;
    }

    private static String one(List<String> codes, Random random) {
        return codes.get(random.nextInt(codes.size()));
    }
}
