package fr.optam.report.doc;

import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a rule may fire where some fields hold given codes; it may unless one of its conditions plainly says no. */
final class Cases {
    private static final Pattern PLAIN = Pattern.compile("(!?) *is\\(\"(\\w+)\", *\"(\\w+)\"\\)");

    private final Map<String, RuleRow> rows = new TreeMap<>();

    Cases(Rulebook rulebook) {
        rulebook.tables().values().forEach(t -> t.rows().forEach(r -> rows.put(r.id(), r)));
    }

    boolean inCase(Rule rule, Map<String, String> codes) {
        RuleRow row = rows.get(rule.id());
        List<ConditionCell> cells = row == null ? List.of() : row.conditions();
        for (ConditionCell cell : cells) {
            String code = codes.get(cell.column().field());
            if (code != null && !cell.holdsFor(code)) {
                return false;
            }
        }
        return rule.conditions().stream().allMatch(c -> mayHold(c, codes));
    }

    /** Of a condition with brackets of its own nothing is said: it may hold. */
    private static boolean mayHold(String condition, Map<String, String> codes) {
        for (String any : condition.split("\\|\\|")) {
            boolean all = true;
            for (String each : any.split("&&")) {
                Matcher plain = PLAIN.matcher(each.strip());
                if (plain.matches() && codes.containsKey(plain.group(2))) {
                    boolean same = codes.get(plain.group(2)).equals(plain.group(3));
                    all &= same != plain.group(1).equals("!");
                }
            }
            if (all) {
                return true;
            }
        }
        return condition.isEmpty();
    }
}
