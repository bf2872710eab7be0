package fr.optam.analysis;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A small random table: codes and several at once, yes or no, numbers, days and times, blank cells, lists, open ranges. */
final class RandomTable {
    private static final String FIRST_DAY = "2025-02-26";

    final RuleTable table;
    final List<DomainRow> domains = new ArrayList<>();
    final List<Intent> intents = new ArrayList<>();
    final Map<String, List<Object>> values = new HashMap<>();
    /** Points that a row holds, kept once they were looked for. */
    final Map<String, Set<Map<String, Object>>> held = new HashMap<>();

    private final Random random;
    private final List<ConditionColumn> columns = new ArrayList<>();

    RandomTable(long seed) {
        random = new Random(seed);
        int fields = 1 + random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            field("f" + i, random.nextInt(5));
        }
        if (fields > 1 && random.nextInt(3) == 0) {
            dependency();
        }
        List<RuleRow> rows = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            rows.add(row(i, rows));
        }
        table = new RuleTable(
                "modifiers/essai",
                "decision-tables/modifiers/essai.drl.xlsx",
                "Table",
                Stage.of("modifiers").orElseThrow(),
                Kind.LETTER,
                columns,
                List.of(new ActionColumn(20, "Verdict", "verdict", false)),
                rows);
        for (int i = random.nextInt(3) == 0 ? 2 : 0; i > 0; i--) {
            intents.add(intent(i));
        }
    }

    private void field(String field, int kind) {
        boolean empty = random.nextInt(3) == 0;
        switch (kind) {
            case 0 -> {
                codes(field, List.of("A", "B", "C", "D").subList(0, 2 + random.nextInt(3)), empty);
                column(field, Test.AMONG);
            }
            case 1 -> {
                codes(field, List.of("A", "B", "A;B", "A;B;C", "OTHER").subList(0, 3 + random.nextInt(3)), empty);
                column(field, Test.AMONG);
            }
            case 2 -> {
                codes(field, List.of(true, false), empty);
                column(field, Test.YES);
            }
            case 3 -> ordered(field, new Scale(Scale.Kind.NUMBER, new java.math.BigDecimal("0.5")), 0, 5, empty);
            default -> {
                boolean day = random.nextBoolean();
                Scale scale = new Scale(day ? Scale.Kind.DAY : Scale.Kind.MINUTE, java.math.BigDecimal.ONE);
                long from = day ? LocalDate.parse(FIRST_DAY).toEpochDay() : 0;
                ordered(field, scale, from, from + 4, empty);
            }
        }
    }

    private void codes(String field, List<?> codes, boolean empty) {
        add(new FieldDomain(field, List.copyOf(codes), null, 0, 0, empty), new ArrayList<>(codes));
    }

    private void ordered(String field, Scale scale, long from, long to, boolean empty) {
        List<Object> all = new ArrayList<>();
        for (long n = from; n <= to; n++) {
            all.add(scale.value(n));
        }
        add(new FieldDomain(field, List.of(), scale, from, to, empty), all);
        column(field, random.nextBoolean() ? Test.AT_LEAST : Test.ABOVE);
        column(field, random.nextBoolean() ? Test.AT_MOST : Test.BELOW);
    }

    private void add(FieldDomain domain, List<Object> all) {
        domains.add(new DomainRow("", domain, Optional.empty()));
        if (domain.empty()) {
            all.add(null);
        }
        values.put(domain.field(), all);
    }

    private void column(String field, Test test) {
        int number = columns.size() + 2;
        columns.add(new ConditionColumn(number, "Colonne " + number, field, test));
    }

    /** While the first field is one value, the last has only one. */
    private void dependency() {
        FieldDomain first = domains.get(0).domain();
        FieldDomain last = domains.get(domains.size() - 1).domain();
        DomainRow.When when = first.ordered()
                ? new DomainRow.When(
                        first.field(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(first.scale().value(first.from() + 1)))
                : new DomainRow.When(
                        first.field(),
                        List.of(first.codes().get(0) instanceof Boolean ? "OUI" : "A"),
                        Optional.empty(),
                        Optional.empty());
        FieldDomain less = last.ordered()
                ? new FieldDomain(last.field(), List.of(), last.scale(), last.from() + 1, last.to() - 1, false)
                : new FieldDomain(last.field(), last.codes().subList(0, 1), null, 0, 0, last.empty());
        domains.add(new DomainRow("", less, Optional.of(when)));
    }

    private RuleRow row(int i, List<RuleRow> before) {
        List<ConditionCell> cells = new ArrayList<>();
        boolean copy = !before.isEmpty() && random.nextInt(3) == 0;
        RuleRow old = copy ? before.get(random.nextInt(before.size())) : null;
        int changed = random.nextInt(columns.size());
        for (ConditionColumn column : columns) {
            if (copy && column.number() - 2 != changed) {
                old.conditions().stream().filter(c -> c.column().equals(column)).forEach(cells::add);
            } else if (random.nextInt(3) > 0) {
                String text = text(column);
                cells.add(new ConditionCell(
                        column,
                        Cell.address(10 + i, column.number()),
                        text,
                        column.test().operand(text)));
            }
        }
        String at = "decision-tables/modifiers/essai.drl.xlsx!Table!A" + (10 + i);
        ActionColumn action = new ActionColumn(20, "Verdict", "verdict", false);
        String verdict = random.nextInt(3) == 0 ? "NO" : "YES";
        Citation citation = new Citation(
                List.of(random.nextInt(4) == 0 ? "S2" : "S1"),
                "",
                Confidence.LAW,
                Optional.empty(),
                Optional.empty(),
                "");
        return new RuleRow(
                "ROW-" + i, 10 + i, at, cells, List.of(new ActionCell(action, "T" + (10 + i), verdict)), citation);
    }

    private String text(ConditionColumn column) {
        List<Object> all =
                values.get(column.field()).stream().filter(v -> v != null).toList();
        Object one = all.get(random.nextInt(all.size()));
        return switch (column.test()) {
            case AMONG -> random.nextInt(6) == 0 ? "ANY" : codes(one, all.get(random.nextInt(all.size())));
            case YES -> random.nextBoolean() ? "OUI" : "NON";
            default -> bound(one);
        };
    }

    private String codes(Object one, Object two) {
        String[] first = ((String) one).split(";");
        String[] second = ((String) two).split(";");
        return first[random.nextInt(first.length)] + (random.nextBoolean() ? "" : ";" + second[0]);
    }

    /** A bound of the domain, beside it, or between two of its values. */
    private String bound(Object value) {
        if (value instanceof java.math.BigDecimal n) {
            return n.add(new java.math.BigDecimal(List.of("0", "0.2", "-0.5").get(random.nextInt(3))))
                    .toPlainString();
        }
        return random.nextInt(8) == 0 && value instanceof LocalDate day
                ? day.plusDays(9).toString()
                : value.toString();
    }

    private Intent intent(int number) {
        Map<ConditionColumn, Intent.Limit> limits = new HashMap<>();
        for (ConditionColumn column : columns) {
            if (random.nextInt(3) == 0) {
                limits.put(
                        column,
                        new Intent.Limit(
                                "Voulus!A1",
                                random.nextInt(3) == 0 ? Intent.Mode.EXCEPT : Intent.Mode.PASSING,
                                column.test().operand(text(column)),
                                random.nextInt(3) == 0));
            }
        }
        boolean gap = random.nextBoolean();
        List<String> rows = gap || table.rows().size() < 2 || random.nextBoolean()
                ? List.of()
                : List.of(table.rows().get(0).id(), table.rows().get(1).id());
        return new Intent("V-" + number, "Voulus!A" + number, gap ? IntentKind.GAP : IntentKind.OVERLAP, rows, limits);
    }

    List<TableFinding> findings() {
        return TableAnalysis.of(new GridBuilder(table, f -> Optional.empty(), Domains.of(domains)), intents);
    }
}
