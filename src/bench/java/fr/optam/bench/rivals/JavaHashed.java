package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hand-written Java: typed rows behind a hash index over the two fields of codes that tell rows apart best; a row that
 * does not ask a field stands under each of its codes, and under that of all others.
 */
final class JavaHashed implements Rival {
    private static final int FIELDS = 2;
    private static final JavaLinear.Typed[] NONE = {};

    /** One table behind its index. */
    private static final class Index {
        private final int[] fields;
        private final List<Map<String, Integer>> codes = new ArrayList<>();
        private final JavaLinear.Typed[][] buckets;

        Index(Form form) {
            Map<Slot, Set<String>> told = new HashMap<>();
            form.rows().forEach(r -> r.cells().forEach((slot, cell) -> {
                if (slot.kind() == Slot.Kind.CODE) {
                    told.computeIfAbsent(slot, s -> new HashSet<>()).addAll(((Slot.Codes) cell).codes());
                }
            }));
            List<Slot> best = told.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<Slot, Set<String>> e) ->
                                    -e.getValue().size())
                            .thenComparing(e -> e.getKey().index()))
                    .limit(FIELDS)
                    .map(Map.Entry::getKey)
                    .toList();
            fields = best.stream().mapToInt(Slot::index).toArray();
            int all = 1;
            for (Slot slot : best) {
                Map<String, Integer> numbers = new HashMap<>();
                told.get(slot).forEach(code -> numbers.put(code, numbers.size() + 1));
                codes.add(numbers);
                all *= numbers.size() + 1;
            }
            List<List<JavaLinear.Typed>> lists = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                lists.add(new ArrayList<>());
            }
            form.rows().forEach(row -> places(row, best, 0, 0)
                    .forEach(place -> lists.get(place).add(rest(row, best))));
            buckets = lists.stream()
                    .map(list -> list.isEmpty() ? NONE : list.toArray(NONE))
                    .toArray(JavaLinear.Typed[][]::new);
        }

        private List<Integer> places(Form.Row row, List<Slot> best, int at, int before) {
            if (at == best.size()) {
                return List.of(before);
            }
            Map<String, Integer> numbers = codes.get(at);
            List<Integer> places = new ArrayList<>();
            int base = before * (numbers.size() + 1);
            if (row.cells().get(best.get(at)) instanceof Slot.Codes asked) {
                new HashSet<>(asked.codes())
                        .forEach(c -> places.addAll(places(row, best, at + 1, base + numbers.get(c))));
            } else {
                for (int i = 0; i <= numbers.size(); i++) {
                    places.addAll(places(row, best, at + 1, base + i));
                }
            }
            return places;
        }

        private static JavaLinear.Typed rest(Form.Row row, List<Slot> best) {
            Map<Slot, Slot.Cell> cells = new java.util.LinkedHashMap<>(row.cells());
            best.forEach(cells::remove);
            return JavaLinear.typed(new Form.Row(row.id(), cells));
        }

        void ask(Question question, Hits hits) {
            int place = 0;
            for (int i = 0; i < fields.length; i++) {
                Map<String, Integer> numbers = codes.get(i);
                Integer number = numbers.get(question.codes[fields[i]]);
                place = place * (numbers.size() + 1) + (number == null ? 0 : number);
            }
            for (JavaLinear.Typed row : buckets[place]) {
                if (row.applies(question)) {
                    hits.add(question.getNo(), row.id());
                }
            }
        }
    }

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        Index[] tables = forms.stream().map(Index::new).toArray(Index[]::new);
        return (prepared, hits) -> {
            for (Question question : (Question[]) prepared) {
                tables[question.getTable()].ask(question, hits);
            }
        };
    }
}
