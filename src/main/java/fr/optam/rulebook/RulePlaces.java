package fr.optam.rulebook;

import fr.optam.rulebook.drl.DrlFile;
import fr.optam.rulebook.drl.DrlRule;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where exactly a rule says a word: the line of a DRL file, the folded cell of a column, or the cell of a row. */
final class RulePlaces {
    private final Map<String, DrlFile> files = new HashMap<>();
    private final Map<String, DrlRule> rules = new HashMap<>();
    private final Map<String, RuleTable> tables = new HashMap<>();
    private final Map<String, RuleRow> rows = new HashMap<>();

    RulePlaces(Collection<DrlFile> drl, Collection<RuleTable> workbooks) {
        drl.forEach(file -> file.rules().forEach(rule -> {
            files.putIfAbsent(rule.id(), file);
            rules.putIfAbsent(rule.id(), rule);
        }));
        workbooks.forEach(table -> table.rows().forEach(row -> {
            tables.putIfAbsent(row.id(), table);
            rows.putIfAbsent(row.id(), row);
        }));
    }

    /** File and place where a rule reads a field or says a word. */
    String[] of(Rule rule, String word) {
        if (files.containsKey(rule.id())) {
            DrlFile file = files.get(rule.id());
            DrlRule text = rules.get(rule.id());
            int quoted = file.line(text, "\"" + word + "\"");
            return new String[] {file.file(), String.valueOf(quoted == text.line() ? file.line(text, word) : quoted)};
        }
        RuleTable table = tables.get(rule.id());
        if (table != null) {
            for (ConditionColumn column : table.conditions()) {
                if (column.field().equals(word)) {
                    int row = table.rows().get(0).row() - 2;
                    return new String[] {table.file(), table.sheet() + "!" + Cell.address(row, column.number())};
                }
            }
            for (ActionCell cell : rows.get(rule.id()).actions()) {
                if (cell.text().equals(word)) {
                    return new String[] {table.file(), table.sheet() + "!" + cell.address()};
                }
            }
        }
        return rule.at().split("!", 2);
    }
}
