package fr.optam.rulebook.table;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the bounds of a row leave any value: a row between 2 and 1 would never apply. */
final class RowRanges {
    private RowRanges() {}

    static void check(List<ConditionCell> conditions, SheetProblems problems) {
        Map<String, ConditionCell> lower = new HashMap<>();
        conditions.stream()
                .filter(c -> isLower(c.column().test()))
                .forEach(c -> lower.put(c.column().field(), c));
        for (ConditionCell upper : conditions) {
            ConditionCell from = lower.get(upper.column().field());
            boolean bounds =
                    upper.column().test() == Test.AT_MOST || upper.column().test() == Test.BELOW;
            if (bounds && from != null && isEmpty(from, upper)) {
                String low = from.text() + "» (" + from.address() + ")";
                problems.at(
                        upper.address(),
                        Severity.ERROR,
                        "EMPTY_RANGE",
                        new Sentence(
                                "aucune valeur n’est à la fois au-delà de «" + low + " et en deçà de «" + upper.text()
                                        + "» : la ligne ne s’appliquerait jamais",
                                "no value is past «" + low + " and before «" + upper.text()
                                        + "»: the row would never apply"),
                        new Sentence("Peut-être les bornes sont-elles inversées.", "Maybe the bounds are exchanged."));
            }
        }
    }

    private static boolean isLower(Test test) {
        return test == Test.AT_LEAST || test == Test.ABOVE;
    }

    private static boolean isEmpty(ConditionCell lower, ConditionCell upper) {
        Object a = lower.operand();
        Object b = upper.operand();
        if (a.getClass() != b.getClass()) {
            return false;
        }
        int sign = a instanceof BigDecimal n
                ? n.compareTo((BigDecimal) b)
                : a instanceof LocalDate d ? d.compareTo((LocalDate) b) : ((String) a).compareTo((String) b);
        boolean bothIncluded =
                lower.column().test() == Test.AT_LEAST && upper.column().test() == Test.AT_MOST;
        return bothIncluded ? sign > 0 : sign >= 0;
    }
}
