package fr.optam.rulebook;

import fr.optam.decision.Confidence;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random edits of the rows of a rulebook, as an analyst could make them. */
public final class RandomRows {
    private static final Set<String> WORDS = Set.of(
            "reference/champs",
            "reference/constats",
            "reference/domaines",
            "reference/leviers",
            "reference/libelles",
            "reference/mentions",
            "reference/motifs",
            "reference/sources",
            "reference/verdicts");
    private final Random random;
    private int next = 900;

    public RandomRows(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** The rulebook after some edits. */
    public Rulebook edited(Rulebook rulebook, int times) throws RulebookInvalid {
        Rulebook edited = rulebook;
        for (int i = 0; i < times; i++) {
            edited = random.nextBoolean() ? ofTable(edited) : ofList(edited);
        }
        return edited;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Rulebook ofTable(Rulebook rulebook) throws RulebookInvalid {
        RuleTable table = any(rulebook.tables().values().stream()
                .filter(t -> !t.rows().isEmpty())
                .toList());
        List<RuleRow> rows = new ArrayList<>(table.rows());
        int at = random.nextInt(rows.size());
        RuleRow row = rows.get(at);
        switch (random.nextInt(6)) {
            case 0 -> rows.remove(at);
            case 1 ->
                rows.add(
                        at,
                        changed(
                                table,
                                new RuleRow(
                                        "ZZZZ-NEW-" + next++,
                                        row.row(),
                                        row.at(),
                                        row.conditions(),
                                        row.actions(),
                                        row.citation())));
            default -> rows.set(at, changed(table, row));
        }
        return rulebook.with(table.with(rows));
    }

    private RuleRow changed(RuleTable table, RuleRow row) {
        List<ConditionCell> conditions = new ArrayList<>(row.conditions());
        List<ActionCell> actions = new ArrayList<>(row.actions());
        int which = random.nextInt(8);
        if (which == 0) {
            Confidence sure = any(List.of(Confidence.values()));
            return new RuleRow(row.id(), row.row(), row.at(), conditions, actions, sure(row.citation(), sure));
        }
        if (which == 1 && conditions.size() > 1) {
            conditions.remove(random.nextInt(conditions.size()));
        } else if (which < 5) {
            int at = random.nextInt(conditions.size());
            conditions.set(at, changed(table, conditions.get(at)));
        } else {
            int at = random.nextInt(actions.size());
            ActionCell cell = actions.get(at);
            List<ActionCell> others = table.rows().stream()
                    .flatMap(r -> r.actions().stream())
                    .filter(c -> c.column().equals(cell.column()))
                    .toList();
            actions.set(
                    at,
                    new ActionCell(cell.column(), cell.address(), any(others).text()));
        }
        return new RuleRow(row.id(), row.row(), row.at(), conditions, actions, row.citation());
    }

    private ConditionCell changed(RuleTable table, ConditionCell cell) {
        ConditionColumn column = cell.column();
        String text;
        if (cell.operand() instanceof BigDecimal n) {
            text = n.add(new BigDecimal(any(List.of("-5.00", "-1.00", "-0.5", "0.25", "1", "3"))))
                    .abs()
                    .toPlainString();
        } else if (cell.operand() instanceof LocalDate day) {
            text = day.plusDays(any(List.of(-366, -31, -1, 1, 365))).toString();
        } else {
            text = any(table.rows().stream()
                            .flatMap(r -> r.conditions().stream())
                            .filter(c -> c.column().equals(column))
                            .toList())
                    .text();
        }
        return new ConditionCell(column, cell.address(), text, column.test().operand(text));
    }

    private static Citation sure(Citation old, Confidence sure) {
        return new Citation(old.sources(), old.article(), sure, old.from(), old.to(), old.note());
    }

    private Rulebook ofList(Rulebook rulebook) throws RulebookInvalid {
        PlainTable list = any(rulebook.lists().values().stream()
                .filter(l -> !WORDS.contains(l.name()) && !l.rows().isEmpty())
                .toList());
        List<PlainRow> rows = new ArrayList<>(list.rows());
        int at = random.nextInt(rows.size());
        PlainRow row = rows.get(at);
        switch (random.nextInt(6)) {
            case 0 -> rows.remove(at);
            case 1 -> rows.add(at, changed(list, renamed(row)));
            case 2 -> {
                LocalDate cut = LocalDate.of(2015 + random.nextInt(12), 1 + random.nextInt(12), 1);
                rows.set(at, valid(row, row.citation().from(), Optional.of(cut.minusDays(1))));
                rows.add(
                        at + 1,
                        changed(
                                list,
                                valid(
                                        renamed(row),
                                        Optional.of(cut),
                                        row.citation().to())));
            }
            default -> rows.set(at, changed(list, row));
        }
        return rulebook.with(list.with(rows));
    }

    private PlainRow renamed(PlainRow row) {
        Map<String, Object> values = new HashMap<>(row.values());
        String id = "ZZZZ-NEW-" + next++;
        values.put("id", id);
        return new PlainRow(id, row.table(), row.at(), row.row(), values, row.columns(), row.citation());
    }

    private static PlainRow valid(PlainRow row, Optional<LocalDate> from, Optional<LocalDate> to) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.remove("from");
        values.remove("to");
        from.ifPresent(d -> values.put("from", d));
        to.ifPresent(d -> values.put("to", d));
        Citation c = row.citation();
        Citation valid = new Citation(c.sources(), c.article(), c.confidence(), from, to, c.note());
        return new PlainRow(row.id(), row.table(), row.at(), row.row(), values, row.columns(), valid);
    }

    private PlainRow changed(PlainTable list, PlainRow row) {
        if (random.nextInt(6) == 0) {
            return valid(row, row.citation().from(), Optional.of(LocalDate.of(2012 + random.nextInt(15), 12, 31)));
        }
        List<String> names = row.values().keySet().stream()
                .filter(n -> !Set.of("id", "label", "from", "to").contains(n))
                .sorted()
                .toList();
        String name = any(names);
        Map<String, Object> values = new HashMap<>(row.values());
        Object old = values.get(name);
        if (old instanceof BigDecimal n) {
            values.put(name, n.add(new BigDecimal(any(List.of("-1", "-0.01", "0.01", "0.1", "1", "7")))));
        } else if (old instanceof LocalDate day) {
            values.put(name, day.plusDays(random.nextInt(30) - 15));
        } else {
            values.put(
                    name,
                    any(list.rows().stream()
                            .map(r -> r.values().get(name))
                            .filter(java.util.Objects::nonNull)
                            .toList()));
        }
        return new PlainRow(row.id(), row.table(), row.at(), row.row(), values, row.columns(), row.citation());
    }
}
