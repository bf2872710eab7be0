package fr.optam.bench.rivals;

import fr.optam.rulebook.Rulebook;
import java.util.List;
import java.util.Map;

/** Hand-written Java: typed rows, asked one after the other. */
final class JavaLinear implements Rival {
    /** A typed row. */
    record Typed(String id, Check[] checks) {
        boolean applies(Question question) {
            for (Check check : checks) {
                if (!check.holds(question)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A typed cell. */
    sealed interface Check {
        boolean holds(Question question);
    }

    record IsCode(int index, String code) implements Check {
        @Override
        public boolean holds(Question q) {
            return code.equals(q.codes[index]);
        }
    }

    record OneOf(int index, String[] codes) implements Check {
        @Override
        public boolean holds(Question q) {
            String code = q.codes[index];
            for (String one : codes) {
                if (one.equals(code)) {
                    return true;
                }
            }
            return false;
        }
    }

    record AnyOf(int index, List<String> codes) implements Check {
        @Override
        public boolean holds(Question q) {
            List<String> held = q.lists[index];
            for (int i = 0; i < held.size(); i++) {
                if (codes.contains(held.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    record Within(int index, int from, int to) implements Check {
        @Override
        public boolean holds(Question q) {
            int number = q.numbers[index];
            return number >= from && number <= to;
        }
    }

    static Typed typed(Form.Row row) {
        return new Typed(
                row.id(), row.cells().entrySet().stream().map(JavaLinear::check).toArray(Check[]::new));
    }

    private static Check check(Map.Entry<Slot, Slot.Cell> entry) {
        int index = entry.getKey().index();
        if (entry.getValue() instanceof Slot.Range range) {
            return new Within(index, range.from(), range.to());
        }
        List<String> codes = ((Slot.Codes) entry.getValue()).codes();
        if (entry.getKey().kind() == Slot.Kind.LIST) {
            return new AnyOf(index, codes);
        }
        return codes.size() == 1 ? new IsCode(index, codes.get(0)) : new OneOf(index, codes.toArray(String[]::new));
    }

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        Typed[][] tables = forms.stream()
                .map(f -> f.rows().stream().map(JavaLinear::typed).toArray(Typed[]::new))
                .toArray(Typed[][]::new);
        return (prepared, hits) -> {
            for (Question question : (Question[]) prepared) {
                for (Typed row : tables[question.getTable()]) {
                    if (row.applies(question)) {
                        hits.add(question.getNo(), row.id());
                    }
                }
            }
        };
    }
}
