package fr.optam.rulebook.table;

import fr.optam.fact.flat.Test;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What most bounds of a field are, numbers, days or times: the one that is another would never be passed. */
final class BoundKinds {
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Class<?>> kinds = new HashMap<>();

    BoundKinds(Sheet sheet, List<ConditionColumn> columns, List<Integer> rows) {
        for (ConditionColumn column : columns) {
            if (column.test() != Test.AMONG && column.test() != Test.YES) {
                for (int row : rows) {
                    sheet.cell(row, column.number()).map(Cell::text).ifPresent(text -> texts.computeIfAbsent(
                                    column.field(), f -> new ArrayList<>())
                            .add(text));
                }
            }
        }
        texts.forEach((field, all) -> most(all).ifPresent(kind -> kinds.put(field, kind)));
    }

    private static Optional<Class<?>> most(List<String> texts) {
        Map<Class<?>, Integer> counts = new HashMap<>();
        for (String text : texts) {
            try {
                counts.merge(Test.AT_LEAST.operand(text).getClass(), 1, Integer::sum);
            } catch (IllegalArgumentException e) {
                // no bound at all
            }
        }
        int top = counts.values().stream().mapToInt(n -> n).max().orElse(0);
        List<Class<?>> best = counts.entrySet().stream()
                .filter(e -> e.getValue() == top)
                .<Class<?>>map(Map.Entry::getKey)
                .toList();
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Whether a bound is of the kind that most bounds of its field are. */
    boolean suits(ConditionColumn column, Object operand) {
        Class<?> kind = kinds.get(column.field());
        boolean bound = column.test() != Test.AMONG && column.test() != Test.YES;
        return !bound || kind == null || kind.isInstance(operand);
    }

    /** Bounds of a field, of the kind that most of them are. */
    List<String> others(ConditionColumn column) {
        Class<?> kind = kinds.get(column.field());
        return texts.getOrDefault(column.field(), List.of()).stream()
                .filter(text -> {
                    try {
                        return kind != null && kind.isInstance(Test.AT_LEAST.operand(text));
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                })
                .toList();
    }
}
