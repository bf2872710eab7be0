package fr.optam.bench;

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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A synthetic rule table of any size over ten fields: a space cut in two again and again, so that the rows leave no gap
 * and meet nowhere; then some rows are deleted, widened, copied with another outcome, or copied into.
 */
final class LargeTable {
    private static final List<ConditionColumn> COLUMNS = List.of(
            new ConditionColumn(2, "Début", "on", Test.AT_LEAST),
            new ConditionColumn(3, "Fin", "on", Test.AT_MOST),
            new ConditionColumn(4, "De", "at", Test.AT_LEAST),
            new ConditionColumn(5, "À", "at", Test.BELOW),
            new ConditionColumn(6, "Lettre", "letter", Test.AMONG),
            new ConditionColumn(7, "Groupe", "tariffGroup", Test.AMONG),
            new ConditionColumn(8, "Secteur", "sector", Test.AMONG),
            new ConditionColumn(9, "Option", "option", Test.AMONG),
            new ConditionColumn(10, "Cas", "cases", Test.AMONG),
            new ConditionColumn(11, "Acte", "actKinds", Test.AMONG),
            new ConditionColumn(12, "Jour", "dayKind", Test.AMONG),
            new ConditionColumn(13, "Profession", "profession", Test.AMONG));
    private static final List<List<String>> CODES = List.of(
            List.of("K", "T", "J", "3", "F", "U", "P", "S", "O", "M", "A", "7", "6", "8", "L", "R"),
            List.of("GP", "ANAESTHESIA", "OTHER", "SURGERY_GYN_OBST", "PAEDIATRICS", "UNKNOWN"),
            List.of("1", "1DP", "2", "NONE"),
            List.of("OPTAM", "OPTAM_CO", "OPTAM_ACO"),
            List.of("NO_CASE", "C2S_OR_EMERGENCY"),
            List.of("DELIVERY", "ANAESTHESIA", "OTHER"),
            List.of("SUNDAY_OR_HOLIDAY", "ORDINARY"),
            List.of("PHYSICIAN", "MIDWIFE"));
    private static final LocalDate START = LocalDate.of(2017, 1, 1);
    private static final int DAYS = 4000;
    private static final int MINUTES = 1440;

    private LargeTable() {}

    /** Bounds of day and minute, then a set of codes a field. */
    private record Space(int fromDay, int toDay, int fromMinute, int toMinute, List<List<String>> codes) {}

    static RuleTable of(int rows, long seed) {
        Random random = new Random(seed);
        List<Space> spaces = new ArrayList<>(List.of(new Space(0, DAYS, 0, MINUTES, CODES)));
        while (spaces.size() < rows) {
            int at = random.nextInt(spaces.size());
            List<Space> halves = halves(spaces.get(at), random.nextInt(10), random);
            if (halves.size() == 2) {
                spaces.set(at, halves.get(0));
                spaces.add(halves.get(1));
            }
        }
        for (int i = 0; i < rows; i += 50) {
            Space space = spaces.get(i);
            if (i % 100 == 0) {
                spaces.set(i, new Space(space.fromDay, space.toDay, space.fromMinute, space.toMinute, CODES));
            } else {
                spaces.set(i, spaces.get((i + 7) % rows));
            }
        }
        List<RuleRow> all = IntStream.range(0, rows).mapToObj(i -> row(i, spaces.get(i))).toList();
        return new RuleTable(
                "modifiers/synthetique",
                "decision-tables/modifiers/synthetique.drl.xlsx",
                "Table",
                Stage.of("modifiers").orElseThrow(),
                Kind.LETTER,
                COLUMNS,
                List.of(new ActionColumn(20, "Verdict", "rightVerdict", false)),
                all);
    }

    private static List<Space> halves(Space s, int axis, Random random) {
        if (axis == 8 && s.toDay - s.fromDay > 2) {
            int cut = s.fromDay + 1 + random.nextInt(s.toDay - s.fromDay - 1);
            return List.of(
                    new Space(s.fromDay, cut, s.fromMinute, s.toMinute, s.codes),
                    new Space(cut, s.toDay, s.fromMinute, s.toMinute, s.codes));
        }
        if (axis == 9 && s.toMinute - s.fromMinute > 2) {
            int cut = s.fromMinute + 1 + random.nextInt(s.toMinute - s.fromMinute - 1);
            return List.of(
                    new Space(s.fromDay, s.toDay, s.fromMinute, cut, s.codes),
                    new Space(s.fromDay, s.toDay, cut, s.toMinute, s.codes));
        }
        if (axis >= 8 || s.codes.get(axis).size() < 2) {
            return List.of();
        }
        List<String> set = s.codes.get(axis);
        int cut = 1 + random.nextInt(set.size() - 1);
        return List.of(with(s, axis, set.subList(0, cut)), with(s, axis, set.subList(cut, set.size())));
    }

    private static Space with(Space s, int axis, List<String> set) {
        List<List<String>> codes = new ArrayList<>(s.codes);
        codes.set(axis, set);
        return new Space(s.fromDay, s.toDay, s.fromMinute, s.toMinute, codes);
    }

    private static RuleRow row(int i, Space s) {
        List<ConditionCell> cells = new ArrayList<>();
        cell(cells, 0, START.plusDays(s.fromDay).toString());
        if (s.toDay < DAYS) {
            cell(cells, 1, START.plusDays(s.toDay - 1).toString());
        }
        if (s.fromMinute > 0) {
            cell(cells, 2, LocalTime.ofSecondOfDay(s.fromMinute * 60L).toString());
        }
        if (s.toMinute < MINUTES) {
            cell(cells, 3, LocalTime.ofSecondOfDay(s.toMinute * 60L).toString());
        }
        for (int axis = 0; axis < CODES.size(); axis++) {
            if (s.codes.get(axis).size() < CODES.get(axis).size()) {
                cell(cells, axis + 4, String.join(";", s.codes.get(axis)));
            }
        }
        ActionColumn action = new ActionColumn(20, "Verdict", "rightVerdict", false);
        return new RuleRow(
                "MODI-SYN-" + i,
                10 + i,
                "decision-tables/modifiers/synthetique.drl.xlsx!Table!A" + (10 + i),
                cells,
                List.of(new ActionCell(action, "T" + (10 + i), i % 3 == 0 ? "REVIEW" : "PAYABLE")),
                new Citation(List.of("V"), "", Confidence.INFERRED, Optional.of(START), Optional.empty(), "row " + i % 7));
    }

    private static void cell(List<ConditionCell> cells, int column, String text) {
        ConditionColumn of = COLUMNS.get(column);
        cells.add(new ConditionCell(of, "B" + column, text, of.test().operand(text)));
    }
}
