package fr.optam.analysis.mutation;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What conditions with a bound say, and whether the bounds of a row leave any value. */
final class Bounds {
    private static final Set<Test> LOWER = EnumSet.of(Test.AT_LEAST, Test.ABOVE);
    private static final Map<Test, Test> OTHER = Map.of(
            Test.AT_LEAST, Test.ABOVE,
            Test.ABOVE, Test.AT_LEAST,
            Test.AT_MOST, Test.BELOW,
            Test.BELOW, Test.AT_MOST);

    private Bounds() {}

    /** The same bound, included instead of excluded or the other way round. */
    static Test other(Test test) {
        return OTHER.get(test);
    }

    static boolean isBound(Test test) {
        return OTHER.containsKey(test);
    }

    /** First day of validity: no row may do without. */
    static boolean isFrom(ConditionColumn column) {
        return column.header().equals("Début") && column.test() == Test.AT_LEAST;
    }

    static boolean isTo(ConditionColumn column) {
        return column.header().equals("Fin") && column.test() == Test.AT_MOST;
    }

    /** Whether some value passes all bounds of the row. */
    static boolean leaveAny(RuleRow row) {
        for (ConditionCell low : row.conditions()) {
            for (ConditionCell high : row.conditions()) {
                if (low.column().field().equals(high.column().field())
                        && LOWER.contains(low.column().test())
                        && isBound(high.column().test())
                        && !LOWER.contains(high.column().test())
                        && isEmpty(low, high)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isEmpty(ConditionCell low, ConditionCell high) {
        int sign = compare(low.operand(), high.operand());
        boolean bothIncluded =
                low.column().test() == Test.AT_LEAST && high.column().test() == Test.AT_MOST;
        return bothIncluded ? sign > 0 : sign >= 0;
    }

    static int compare(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y
                ? x.compareTo(y)
                : a instanceof LocalDate x && b instanceof LocalDate y
                        ? x.compareTo(y)
                        : String.valueOf(a).compareTo(String.valueOf(b));
    }
}
