package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The mutants of a rule table. None that the check of the rulebook would refuse, and none twice: a bound on a day or a
 * time that is excluded instead of included is the bound of the next day or minute.
 */
final class RuleMutants {
    private final RuleTable table;
    private final FieldCodes codes;
    private final BiFunction<RuleTable, String, Optional<BigDecimal>> steps;
    private final List<Mutant> mutants = new ArrayList<>();

    private RuleMutants(RuleTable table, FieldCodes codes, BiFunction<RuleTable, String, Optional<BigDecimal>> steps) {
        this.table = table;
        this.codes = codes;
        this.steps = steps;
    }

    /** @param steps smallest step of the values of a field, if it is declared */
    static List<Mutant> of(
            RuleTable table, FieldCodes codes, BiFunction<RuleTable, String, Optional<BigDecimal>> steps) {
        RuleMutants all = new RuleMutants(table, codes, steps);
        for (int i = 0; i < table.rows().size(); i++) {
            all.row(i);
        }
        return all.mutants;
    }

    private void row(int place) {
        RuleRow row = table.rows().get(place);
        String id = row.at().substring(row.at().lastIndexOf('!') + 1);
        add(
                row,
                id,
                "Id",
                Operator.ROW_DELETED,
                Wording.ROW,
                Wording.NO_ROW,
                new Change.OfRule(table, row, Optional.empty()));
        if (place + 1 < table.rows().size()) {
            String next = table.rows().get(place + 1).id();
            Sentence after = new Sentence("après " + next, "after " + next);
            Sentence before = new Sentence("avant " + next, "before " + next);
            add(row, id, "Id", Operator.ROWS_SWAPPED, before, after, new Change.OfOrder(table, place));
        }
        for (ConditionColumn column : table.conditions()) {
            Optional<ConditionCell> cell = row.conditions().stream()
                    .filter(c -> c.column().number() == column.number())
                    .findFirst();
            if (cell.isPresent()) {
                new ConditionMutants(row, cell.get()).add();
            } else {
                fill(row, column);
            }
        }
        for (ActionColumn column : table.actions()) {
            outcome(row, column);
        }
    }

    private void add(
            RuleRow row, String cell, String header, Operator what, Sentence before, Sentence after, Change change) {
        mutants.add(new Mutant(table.name(), table.sheet(), cell, row.id(), header, what, before, after, change));
    }

    /** A condition more. */
    private void fill(RuleRow row, ConditionColumn column) {
        List<String> texts = new ArrayList<>();
        if (column.test() == Test.AMONG) {
            codes.otherThan(table, column.field(), List.of()).ifPresent(texts::add);
        } else if (column.test() == Test.YES) {
            texts.addAll(List.of("OUI", "NON"));
        } else if (Bounds.isTo(column)) {
            texts.add(end(row, column).toString());
        } else {
            bound(column).ifPresent(texts::add);
        }
        String address = Cell.address(row.row(), column.number());
        for (String text : texts) {
            ConditionCell cell =
                    new ConditionCell(column, address, text, column.test().operand(text));
            List<ConditionCell> conditions = new ArrayList<>(row.conditions());
            conditions.add(cell);
            changed(row, cell, Operator.FILLED, Wording.ANY, Wording.same(text), conditions);
        }
    }

    /** A last day for a row without: the latest of the column that the row may have, else that of its first year. */
    private LocalDate end(RuleRow row, ConditionColumn column) {
        LocalDate from = row.citation().from().orElse(LocalDate.MIN);
        LocalDate year = LocalDate.of(from.getYear(), 12, 31);
        return cells(column)
                .map(c -> (LocalDate) c.operand())
                .filter(year::isBefore)
                .max(LocalDate::compareTo)
                .orElse(year);
    }

    /** The bound in the middle of those of the column. */
    private Optional<String> bound(ConditionColumn column) {
        List<ConditionCell> all = cells(column)
                .sorted((a, b) -> Bounds.compare(a.operand(), b.operand()))
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() / 2).text());
    }

    private java.util.stream.Stream<ConditionCell> cells(ConditionColumn column) {
        return table.rows().stream()
                .flatMap(r -> r.conditions().stream())
                .filter(c -> c.column().number() == column.number());
    }

    /** Keeps a mutant whose row the check would take. */
    private void changed(
            RuleRow row, ConditionCell cell, Operator what, Sentence before, Sentence after, List<ConditionCell> all) {
        boolean tests = all.stream().anyMatch(c -> !Bounds.isFrom(c.column()) && !Bounds.isTo(c.column()));
        boolean anyWord = cell.column().test() == Test.AMONG;
        RuleRow other = new RuleRow(row.id(), row.row(), row.at(), all, row.actions(), row.citation());
        if ((tests || anyWord || table.conditions().size() <= 2) && Bounds.leaveAny(other)) {
            add(
                    row,
                    cell.address(),
                    cell.column().header(),
                    what,
                    before,
                    after,
                    new Change.OfRule(table, row, Optional.of(other)));
        }
    }

    private void outcome(RuleRow row, ActionColumn column) {
        Optional<ActionCell> cell = row.actions().stream()
                .filter(a -> a.column().number() == column.number())
                .findFirst();
        String address = Cell.address(row.row(), column.number());
        Optional<String> other =
                cell.isPresent() ? codes.otherThan(table, cell.get()) : codes.outcome(table, column.field());
        other.ifPresent(text -> outcome(
                row,
                cell,
                new ActionCell(column, address, text),
                cell.isPresent() ? Operator.OUTCOME : Operator.FILLED));
        if (cell.isPresent() && column.computed()) {
            for (BigDecimal near : Near.numbers(new BigDecimal(cell.get().text()))) {
                String text = near.toPlainString();
                if (other.filter(text::equals).isEmpty()) {
                    outcome(row, cell, new ActionCell(column, address, text), Operator.NUMBER);
                }
            }
        }
        if (cell.isPresent() && row.actions().size() > 1) {
            outcome(row, cell, null, Operator.BLANKED);
        }
    }

    private void outcome(RuleRow row, Optional<ActionCell> before, ActionCell after, Operator what) {
        List<ActionCell> all = new ArrayList<>();
        for (ActionColumn column : table.actions()) {
            if (after != null && column.number() == after.column().number()) {
                all.add(after);
            } else {
                row.actions().stream()
                        .filter(a -> a.column().number() == column.number())
                        .filter(a -> before.isEmpty() || a != before.get())
                        .forEach(all::add);
            }
        }
        ActionCell cell = before.orElse(after);
        RuleRow other = new RuleRow(row.id(), row.row(), row.at(), row.conditions(), all, row.citation());
        add(
                row,
                cell.address(),
                cell.column().header(),
                what,
                before.map(b -> Wording.same(b.text())).orElse(Wording.EMPTY),
                after == null ? Wording.EMPTY : Wording.same(after.text()),
                new Change.OfRule(table, row, Optional.of(other)));
    }

    /** The mutants of a condition cell that holds something. */
    private final class ConditionMutants {
        private final RuleRow row;
        private final ConditionCell cell;

        ConditionMutants(RuleRow row, ConditionCell cell) {
            this.row = row;
            this.cell = cell;
        }

        void add() {
            if (cell.column().test() == Test.AMONG) {
                codes();
            } else if (cell.column().test() == Test.YES) {
                text(Operator.YES_NO, Boolean.TRUE.equals(cell.operand()) ? "NON" : "OUI");
            } else if (cell.operand() instanceof LocalDate day) {
                Near.days(day).forEach(d -> text(Operator.DATE, d.toString()));
            } else if (cell.operand() instanceof BigDecimal n) {
                BigDecimal step =
                        steps.apply(table, cell.column().field()).orElse(BigDecimal.ONE.movePointLeft(n.scale()));
                text(Operator.NUMBER, n.subtract(step).toPlainString());
                text(Operator.NUMBER, n.add(step).toPlainString());
                comparison();
            } else {
                Near.times(cell.text()).forEach(t -> text(Operator.TIME, t));
            }
            if (!Bounds.isFrom(cell.column())) {
                List<ConditionCell> others =
                        row.conditions().stream().filter(c -> c != cell).toList();
                changed(row, cell, Operator.BLANKED, Wording.same(cell.text()), Wording.ANY, others);
            }
        }

        private void codes() {
            List<String> all = FieldCodes.codes(cell);
            for (String code : all.size() > 1 ? all : List.<String>of()) {
                text(
                        Operator.ITEM_DROPPED,
                        String.join(
                                ";", all.stream().filter(c -> !c.equals(code)).toList()));
            }
            RuleMutants.this.codes.otherThan(table, cell.column().field(), all).ifPresent(code -> {
                text(Operator.ITEM_ADDED, cell.text() + ";" + code);
                if (all.size() == 1) {
                    text(Operator.CODE, code);
                }
            });
        }

        private void comparison() {
            ConditionColumn column = cell.column();
            Test other = Bounds.other(column.test());
            put(
                    Operator.COMPARISON,
                    new ConditionCell(
                            new ConditionColumn(column.number(), column.header(), column.field(), other),
                            cell.address(),
                            cell.text(),
                            cell.operand()),
                    Wording.bound(column.test(), cell.text()),
                    Wording.bound(other, cell.text()));
        }

        private void text(Operator what, String text) {
            put(
                    what,
                    new ConditionCell(
                            cell.column(),
                            cell.address(),
                            text,
                            cell.column().test().operand(text)),
                    Wording.same(cell.text()),
                    Wording.same(text));
        }

        private void put(Operator what, ConditionCell other, Sentence before, Sentence after) {
            List<ConditionCell> all =
                    row.conditions().stream().map(c -> c == cell ? other : c).toList();
            changed(row, cell, what, before, after, all);
        }
    }
}
