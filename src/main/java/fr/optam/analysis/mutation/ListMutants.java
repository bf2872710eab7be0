package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.xlsx.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The mutants of a list. Its sources, grades and words for people are no rules and stay. */
final class ListMutants {
    private static final Set<String> CITATION = Set.of("id", "source", "article", "confidence", "note");

    private final PlainTable list;
    private final List<Mutant> mutants = new ArrayList<>();

    private ListMutants(PlainTable list) {
        this.list = list;
    }

    static List<Mutant> of(PlainTable list) {
        ListMutants all = new ListMutants(list);
        for (PlainRow row : list.rows()) {
            all.add(row, "id", Operator.ROW_DELETED, Wording.ROW, Wording.NO_ROW, Optional.empty());
            list.columns().stream()
                    .filter(c -> !CITATION.contains(c.name()) && row.values().containsKey(c.name()))
                    .forEach(c -> all.cell(row, c));
        }
        return all.mutants;
    }

    private void cell(PlainRow row, Column column) {
        Object value = row.values().get(column.name());
        switch (column.type()) {
            case RATE, MONEY, POINTS, INT ->
                Near.numbers((BigDecimal) value).forEach(n -> put(row, column, Operator.NUMBER, n));
            case DATE -> Near.days((LocalDate) value).forEach(d -> put(row, column, Operator.DATE, d));
            case TIME -> Near.times((String) value).forEach(t -> put(row, column, Operator.TIME, t));
            case YESNO -> put(row, column, Operator.YES_NO, !((Boolean) value));
            case CODE, TEXT -> other(row, column, (String) value);
            case CODES, YEARS -> items(row, column, (String) value);
            default -> {
                // ids
            }
        }
    }

    private void other(PlainRow row, Column column, String code) {
        if (column.type() == ColumnType.CODE) {
            FieldCodes.next(codes(column), List.of(code)).ifPresent(c -> put(row, column, Operator.CODE, c));
        } else {
            put(row, column, Operator.BLANKED, null);
        }
    }

    private void items(PlainRow row, Column column, String text) {
        List<String> items = Arrays.asList(text.split(";"));
        if (items.size() > 1) {
            for (String item : items) {
                List<String> rest = items.stream().filter(i -> !i.equals(item)).toList();
                put(row, column, Operator.ITEM_DROPPED, String.join(";", rest));
            }
        }
        Optional<String> more = column.type() == ColumnType.YEARS
                ? Optional.of(String.valueOf(Integer.parseInt(items.get(items.size() - 1)) + 1))
                : FieldCodes.next(codes(column), items);
        more.ifPresent(m -> put(row, column, Operator.ITEM_ADDED, text + ";" + m));
    }

    private SortedSet<String> codes(Column column) {
        SortedSet<String> codes = new TreeSet<>();
        list.rows().stream()
                .map(r -> r.values().get(column.name()))
                .filter(v -> v != null)
                .forEach(v -> codes.addAll(Arrays.asList(String.valueOf(v).split(";"))));
        return codes;
    }

    private void put(PlainRow row, Column column, Operator what, Object value) {
        Map<String, Object> values = new HashMap<>(row.values());
        if (value == null) {
            values.remove(column.name());
        } else {
            values.put(column.name(), value);
        }
        Citation c = row.citation();
        Citation citation = column.name().equals("from")
                ? new Citation(c.sources(), c.article(), c.confidence(), day(value), c.to(), c.note())
                : column.name().equals("to")
                        ? new Citation(c.sources(), c.article(), c.confidence(), c.from(), day(value), c.note())
                        : c;
        boolean ordered = citation.to().isEmpty()
                || citation.from().isEmpty()
                || !citation.to().get().isBefore(citation.from().get());
        if (ordered) {
            PlainRow other = new PlainRow(row.id(), row.table(), row.at(), row.row(), values, row.columns(), citation);
            Sentence after = value == null ? Wording.EMPTY : shown(value);
            add(row, column.name(), what, shown(row.values().get(column.name())), after, Optional.of(other));
        }
    }

    private static Optional<LocalDate> day(Object value) {
        return Optional.ofNullable((LocalDate) value);
    }

    private static Sentence shown(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? Wording.same("OUI") : Wording.same("NON");
        }
        return Wording.same(value instanceof BigDecimal n ? n.toPlainString() : String.valueOf(value));
    }

    private void add(
            PlainRow row, String column, Operator what, Sentence before, Sentence after, Optional<PlainRow> other) {
        Column at = list.column(column).orElseThrow();
        String sheet = row.at().split("!")[1];
        mutants.add(new Mutant(
                list.name(),
                sheet,
                Cell.address(row.row(), at.number()),
                row.id(),
                at.header(),
                what,
                before,
                after,
                new Change.OfList(list, row, other)));
    }
}
