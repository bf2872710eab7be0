package fr.optam.rulebook;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Codes of rule tables that differ from a code of the lists only in capitals: they would never match, without a word. */
final class CodeSpelling {
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> byCapitals = new HashMap<>();

    CodeSpelling(Collection<PlainTable> lists) {
        for (PlainTable list : lists) {
            for (Column column : list.columns()) {
                if (column.type() == ColumnType.CODE || column.type() == ColumnType.CODES) {
                    list.rows().forEach(row -> learn(row, column.name()));
                }
            }
        }
    }

    private void learn(PlainRow row, String column) {
        for (String code : String.valueOf(row.values().getOrDefault(column, "")).split(";")) {
            known.add(code);
            byCapitals.put(code.toUpperCase(Locale.ROOT), code);
        }
    }

    /** Reports every code of a table that only its capitals keep from being one of the lists. */
    void check(RuleTable table, List<RulebookProblem> problems) {
        table.rows().forEach(row -> {
            row.conditions().stream()
                    .filter(c -> c.column().test() == Test.AMONG)
                    .forEach(c -> codes(c).forEach(code -> check(table, c.address(), code, problems)));
            row.actions().stream()
                    .filter(a -> !a.column().computed())
                    .forEach(a -> check(table, a.address(), a.text(), problems));
        });
    }

    private static List<String> codes(ConditionCell cell) {
        List<String> codes = new ArrayList<>();
        ((List<?>) cell.operand()).forEach(code -> codes.add((String) code));
        return codes;
    }

    private void check(RuleTable table, String address, String code, List<RulebookProblem> problems) {
        String other = byCapitals.get(code.toUpperCase(Locale.ROOT));
        if (other != null && !known.contains(code)) {
            problems.add(RulebookProblem.error(
                    "CODE_CAPITALS",
                    table.file(),
                    table.sheet() + "!" + address,
                    "code «" + code + "» differs from «" + other + "» in capitals only",
                    "Maybe " + other + "."));
        }
    }
}
