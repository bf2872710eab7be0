package fr.optam.analysis;

import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.RuleRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What a row concludes. */
final class Conclusion {
    private Conclusion() {}

    /** Outcome by field; numbers that are equal look the same. */
    static Map<String, String> of(RuleRow row) {
        Map<String, String> outcome = new TreeMap<>();
        row.actions().forEach(a -> outcome.put(a.column().field(), value(a)));
        return outcome;
    }

    private static String value(ActionCell cell) {
        return cell.column().computed() && cell.text().matches("[+-]?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(cell.text()).stripTrailingZeros().toPlainString()
                : cell.text();
    }

    static boolean same(RuleRow a, RuleRow b) {
        return of(a).equals(of(b));
    }

    /** How two rows differ in an outcome; empty if they don't. */
    static String clash(ActionColumn column, RuleRow a, RuleRow b) {
        String one = of(a).getOrDefault(column.field(), "");
        String two = of(b).getOrDefault(column.field(), "");
        return one.equals(two) ? "" : column.header() + " " + shown(column, a) + ", " + shown(column, b);
    }

    private static String shown(ActionColumn column, RuleRow row) {
        return row.actions().stream()
                .filter(c -> c.column().field().equals(column.field()))
                .findFirst()
                .map(c -> c.text() + " (" + c.address() + ")")
                .orElse("–");
    }
}
