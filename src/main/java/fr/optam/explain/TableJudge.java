package fr.optam.explain;

import fr.optam.explain.CellJudge.Truth;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Decides one rule table by itself, from what its cells say, without the rule engine. Columns of codes are an index; what
 * was judged for some values is kept for the next fact that has the same.
 */
public final class TableJudge {
    private static final int MAX_WORLDS = 4096;
    private static final int MAX_KEPT = 20_000;

    private final RuleTable table;
    private final List<Judged> rows;
    private final List<String> fields;
    private final List<CodeIndex> indexes;
    private final Map<List<Object>, List<RuleRow>> kept = new ConcurrentHashMap<>();

    private record Judged(RuleRow row, List<CellJudge> cells, String outcome) {
        boolean applies(Function<String, Object> values) {
            for (CellJudge cell : cells) {
                if (cell.judge(values.apply(cell.field())) != Truth.HOLDS) {
                    return false;
                }
            }
            return true;
        }

        boolean fails(Function<String, Object> values) {
            return cells.stream().anyMatch(cell -> cell.judge(values.apply(cell.field())) == Truth.FAILS);
        }
    }

    /** Reads the cells of a table. */
    public TableJudge(RuleTable table) {
        this.table = table;
        this.rows = table.rows().stream()
                .map(row -> new Judged(
                        row, row.conditions().stream().map(CellJudge::new).toList(), outcome(row)))
                .toList();
        this.fields = rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(CellJudge::field)
                .distinct()
                .toList();
        List<List<CellJudge>> cells = rows.stream().map(Judged::cells).toList();
        this.indexes = fields.stream()
                .flatMap(field -> CodeIndex.of(field, cells).stream())
                .toList();
    }

    private static String outcome(RuleRow row) {
        return row.actions().stream()
                .map(action -> action.column().field() + "=" + action.text())
                .toList()
                .toString();
    }

    /** The table that is judged. */
    public RuleTable table() {
        return table;
    }

    /**
     * The rows that apply.
     *
     * @param values value of a field: code, number, day, time, Boolean, {@link Unknown}; null for none
     * @return rows in their order; those that apply for certain, else those that apply whatever is unknown
     */
    public List<RuleRow> rows(Function<String, Object> values) {
        List<Object> read = new ArrayList<>(fields.size());
        Map<String, Object> known = new HashMap<>();
        for (String field : fields) {
            Object value = values.apply(field);
            read.add(value);
            known.put(field, value);
        }
        List<RuleRow> before = kept.get(read);
        if (before != null) {
            return before;
        }
        List<RuleRow> judged = judge(known);
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(read, judged);
        return judged;
    }

    private List<RuleRow> judge(Map<String, Object> values) {
        BitSet candidates = new BitSet(rows.size());
        candidates.set(0, rows.size());
        indexes.forEach(index -> index.keep(values.get(index.field()), candidates));
        List<Judged> left = candidates.stream().mapToObj(rows::get).toList();
        List<RuleRow> certain = left.stream()
                .filter(row -> row.applies(values::get))
                .map(Judged::row)
                .toList();
        if (!certain.isEmpty()) {
            return certain;
        }
        List<Judged> open = left.stream().filter(row -> !row.fails(values::get)).toList();
        return open.isEmpty() ? List.of() : whatever(open, values::get);
    }

    private static List<RuleRow> whatever(List<Judged> open, Function<String, Object> values) {
        Set<String> fields = new TreeSet<>();
        open.forEach(row -> row.cells().stream()
                .map(CellJudge::field)
                .filter(field -> values.apply(field) instanceof Unknown)
                .forEach(fields::add));
        List<List<Object>> choices = new ArrayList<>();
        long worlds = 1;
        for (String field : fields) {
            List<Object> some = choices(field, (Unknown) values.apply(field), open);
            worlds *= some.size();
            if (worlds > MAX_WORLDS) {
                return List.of();
            }
            choices.add(some);
        }
        Set<RuleRow> found = new LinkedHashSet<>();
        Set<Set<String>> outcomes = new LinkedHashSet<>();
        each(List.copyOf(fields), choices, 0, new HashMap<>(), world -> {
            Set<String> outcome = new TreeSet<>();
            for (Judged row : open) {
                if (row.applies(field -> world.containsKey(field) ? world.get(field) : values.apply(field))) {
                    found.add(row.row());
                    outcome.add(row.outcome());
                }
            }
            outcomes.add(outcome);
        });
        boolean one = outcomes.size() == 1 && outcomes.iterator().next().size() <= 1;
        return one ? open.stream().map(Judged::row).filter(found::contains).toList() : List.of();
    }

    private static void each(
            List<String> fields,
            List<List<Object>> choices,
            int at,
            Map<String, Object> world,
            java.util.function.Consumer<Map<String, Object>> visit) {
        if (at == fields.size()) {
            visit.accept(world);
            return;
        }
        for (Object choice : choices.get(at)) {
            world.put(fields.get(at), choice);
            each(fields, choices, at + 1, world, visit);
        }
        world.remove(fields.get(at));
    }

    private static List<Object> choices(String field, Unknown unknown, List<Judged> open) {
        List<Object> possible = unknown.possible();
        boolean range = possible.size() == 2 && possible.stream().allMatch(BigDecimal.class::isInstance);
        if (!possible.isEmpty() && !range) {
            return possible;
        }
        Set<Object> choices = new LinkedHashSet<>();
        open.forEach(row -> row.cells().stream()
                .filter(cell -> cell.field().equals(field))
                .forEach(cell -> choices.addAll(cell.sides())));
        if (range) {
            BigDecimal from = (BigDecimal) possible.get(0);
            BigDecimal to = (BigDecimal) possible.get(1);
            choices.removeIf(
                    choice -> !(choice instanceof BigDecimal n) || n.compareTo(from) <= 0 || n.compareTo(to) >= 0);
            choices.addAll(possible);
        }
        return List.copyOf(choices);
    }
}
