package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Lays a rule table over the domains of its fields. */
final class GridBuilder {
    /** What a field without domain is taken to hold at most: the days that facts may name, and large numbers. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final long FAR = 1_000_000_000_000L;

    private final Function<String, Optional<Field>> fields;
    private final RuleTable table;
    private final Map<String, List<DomainRow>> declared = new LinkedHashMap<>();
    private final Map<String, FieldDomain> domains = new LinkedHashMap<>();
    private final Map<String, NavigableSet<Long>> cuts = new LinkedHashMap<>();
    private final Set<String> without = new LinkedHashSet<>();

    GridBuilder(Rulebook rulebook, RuleTable table, Domains all) {
        this(table, rulebook.dictionary()::field, all);
    }

    /**
     * @param fields what the dictionary says of a field
     * @param all rows of the list of domains
     */
    GridBuilder(RuleTable table, Function<String, Optional<Field>> fields, Domains all) {
        this.fields = fields;
        this.table = table;
        for (ConditionColumn column : table.conditions()) {
            String field = column.field();
            if (!domains.containsKey(field)) {
                List<DomainRow> rows = all.of(table.name(), field);
                declared.put(field, rows);
                if (rows.isEmpty()) {
                    without.add(field);
                }
                cuts.put(field, new TreeSet<>());
                domains.put(field, rows.isEmpty() ? implied(field) : union(rows));
            }
        }
    }

    /** Fields that have no domain. */
    Set<String> without() {
        return without;
    }

    /** Whether a field can hold a code; yes if nothing is known of it. */
    boolean knows(String field, String code) {
        return without.contains(field) || domains.get(field).knows(code);
    }

    private static FieldDomain union(List<DomainRow> rows) {
        FieldDomain first = rows.get(0).domain();
        Set<Object> codes = new LinkedHashSet<>();
        long from = first.from();
        long to = first.to();
        boolean empty = false;
        for (DomainRow row : rows) {
            codes.addAll(row.domain().codes());
            from = Math.min(from, row.domain().from());
            to = Math.max(to, row.domain().to());
            empty |= row.domain().empty();
        }
        return new FieldDomain(first.field(), List.copyOf(codes), first.scale(), from, to, empty);
    }

    /** A domain made of what the cells name, and one value or none for all the rest. */
    private FieldDomain implied(String field) {
        Set<Object> codes = new LinkedHashSet<>();
        Scale scale = null;
        for (RuleRow row : table.rows()) {
            for (ConditionCell cell : row.conditions()) {
                if (cell.column().field().equals(field)) {
                    if (cell.operand() instanceof List<?> list) {
                        codes.addAll(list);
                    } else if (cell.operand() instanceof Boolean) {
                        codes.addAll(List.of(Boolean.TRUE, Boolean.FALSE));
                    } else {
                        scale = scale(cell.operand());
                    }
                }
            }
        }
        return scale == null
                ? new FieldDomain(field, List.copyOf(codes), null, 0, 0, true)
                : switch (scale.kind()) {
                    case DAY, YEAR ->
                        new FieldDomain(field, List.of(), scale, FIRST.toEpochDay(), LAST.toEpochDay(), true);
                    case MINUTE -> new FieldDomain(field, List.of(), scale, 0, 24 * 60 - 1, true);
                    case NUMBER -> new FieldDomain(field, List.of(), scale, -FAR, FAR, true);
                };
    }

    private static Scale scale(Object bound) {
        return bound instanceof BigDecimal
                ? new Scale(Scale.Kind.NUMBER, BigDecimal.ONE.movePointLeft(6))
                : new Scale(bound instanceof LocalDate ? Scale.Kind.DAY : Scale.Kind.MINUTE, BigDecimal.ONE);
    }

    Grid grid(List<Intent> intents) {
        table.rows().forEach(r -> r.conditions().forEach(c -> cut(c.column(), c.operand())));
        intents.forEach(i -> i.limits().forEach((column, limit) -> cut(column, limit.operand())));
        declared.values().forEach(rows -> rows.forEach(this::cut));
        List<Axis> axes = new ArrayList<>();
        domains.forEach((field, domain) -> axes.add(new Axis(domain, label(field), cuts.get(field))));
        List<Box> rows = table.rows().stream().map(r -> box(r, axes)).toList();
        return new Grid(table, axes, rows, new Dependencies(axes, declared).impossible(), unasked(axes));
    }

    private void cut(ConditionColumn column, Object operand) {
        FieldDomain domain = domains.get(column.field());
        if (domain.ordered() && operand != null && domain.scale().suits(operand)) {
            cut(column.field(), domain.ends(column.test(), operand));
        }
    }

    private void cut(String field, long[] ends) {
        cuts.get(field).add(ends[0]);
        cuts.get(field).add(ends[1] + 1);
    }

    private void cut(DomainRow row) {
        FieldDomain own = row.domain();
        if (own.ordered()) {
            cut(own.field(), new long[] {own.from(), own.to()});
        }
        row.when().filter(w -> domains.containsKey(w.field())).ifPresent(w -> {
            FieldDomain other = domains.get(w.field());
            w.from().filter(b -> suits(other, b)).ifPresent(b -> cut(w.field(), other.ends(Test.AT_LEAST, b)));
            w.to().filter(b -> suits(other, b)).ifPresent(b -> cut(w.field(), other.ends(Test.AT_MOST, b)));
        });
    }

    private static boolean suits(FieldDomain domain, Object bound) {
        return domain.ordered() && domain.scale().suits(bound);
    }

    private static Box box(RuleRow row, List<Axis> axes) {
        Box box = Box.whole(axes.size());
        for (ConditionCell cell : row.conditions()) {
            int i = 0;
            while (!axes.get(i).field().equals(cell.column().field())) {
                i++;
            }
            box = box.within(
                    i,
                    axes.get(i).passing(cell.column().test(), cell.operand()),
                    axes.get(i).size());
        }
        return box;
    }

    /** Where a field without domain has no value, or one beyond all that the cells name. */
    private List<Box> unasked(List<Axis> axes) {
        List<Box> unasked = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (without.contains(axes.get(i).field())) {
                BitSet empty = new BitSet();
                empty.set(axes.get(i).size() - 1);
                if (axes.get(i).ordered()) {
                    empty.set(0);
                    empty.set(axes.get(i).valued() - 1);
                }
                unasked.add(Box.whole(axes.size()).with(i, empty));
            }
        }
        return unasked;
    }

    private Sentence label(String field) {
        List<ConditionColumn> columns = table.testing(field);
        Optional<Field> known = fields.apply(field);
        String fr = known.map(Field::fr).orElse(field);
        boolean ordered = domains.get(field).ordered();
        return new Sentence(
                ordered || columns.size() > 1 ? fr : columns.get(0).header(),
                known.map(Field::en).orElse(field));
    }
}
