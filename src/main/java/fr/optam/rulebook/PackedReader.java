package fr.optam.rulebook;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.ActionColumn;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ColumnType;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link PackedWriter} wrote. Bytes that were not written so end in some {@link RuntimeException}. */
final class PackedReader {
    private static final Kind[] KINDS = Kind.values();
    private static final Test[] TESTS = Test.values();
    private static final ColumnType[] TYPES = ColumnType.values();
    private static final Confidence[] GRADES = Confidence.values();

    private final byte[] bytes;
    private final String[] texts;
    private final Map<String, Optional<LocalDate>> days = new HashMap<>();
    private int at;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
        this.texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            int length = number();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int one = bytes[at++];
            value |= (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
    }

    String text() {
        return texts[number()];
    }

    SortedMap<String, PlainTable> lists() {
        SortedMap<String, PlainTable> lists = new TreeMap<>();
        for (int left = number(); left > 0; left--) {
            PlainTable list = list();
            lists.put(list.name(), list);
        }
        return lists;
    }

    SortedMap<String, RuleTable> tables() {
        SortedMap<String, RuleTable> tables = new TreeMap<>();
        for (int left = number(); left > 0; left--) {
            RuleTable table = table();
            tables.put(table.name(), table);
        }
        return tables;
    }

    private PlainTable list() {
        String name = text();
        String file = text();
        List<Column> columns = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            columns.add(new Column(number(), text(), TYPES[number()], text()));
        }
        List<PlainRow> rows = new ArrayList<>();
        Map<String, Integer> places = Map.of();
        for (int left = number(); left > 0; left--) {
            String id = text();
            String table = text();
            String place = text();
            int row = number();
            Map<String, Object> values = new HashMap<>();
            for (int more = number(); more > 0; more--) {
                values.put(text(), value());
            }
            int other = number();
            if (other > 0) {
                Map<String, Integer> numbers = new HashMap<>();
                for (int more = other - 1; more > 0; more--) {
                    numbers.put(text(), number());
                }
                places = Collections.unmodifiableMap(numbers);
            }
            rows.add(new PlainRow(id, table, place, row, Map.copyOf(values), places, citation()));
        }
        return new PlainTable(name, file, columns, rows);
    }

    private RuleTable table() {
        String name = text();
        String file = text();
        String sheet = text();
        Stage stage = Stage.of(text()).orElseThrow();
        Kind kind = KINDS[number()];
        List<ConditionColumn> conditions = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            conditions.add(new ConditionColumn(number(), text(), text(), TESTS[number()]));
        }
        List<ActionColumn> actions = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            actions.add(new ActionColumn(number(), text(), text(), number() == 1));
        }
        List<RuleRow> rows = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            rows.add(row(conditions, actions));
        }
        return new RuleTable(name, file, sheet, stage, kind, conditions, actions, rows);
    }

    private RuleRow row(List<ConditionColumn> conditions, List<ActionColumn> actions) {
        String id = text();
        int row = number();
        String place = text();
        List<ConditionCell> tests = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            tests.add(new ConditionCell(conditions.get(number()), text(), text(), value()));
        }
        List<ActionCell> outcomes = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            outcomes.add(new ActionCell(actions.get(number()), text(), text()));
        }
        return new RuleRow(id, row, place, tests, outcomes, citation());
    }

    private Citation citation() {
        return new Citation(some(), text(), GRADES[number()], day(), day(), text());
    }

    private List<String> some() {
        String[] all = new String[number()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text();
        }
        return List.of(all);
    }

    private Optional<LocalDate> day() {
        String text = text();
        return text.isEmpty()
                ? Optional.empty()
                : days.computeIfAbsent(text, each -> Optional.of(LocalDate.parse(each)));
    }

    private Object value() {
        return switch (number()) {
            case PackedWriter.TEXT -> text();
            case PackedWriter.NUMBER -> new BigDecimal(text());
            case PackedWriter.DAY -> day().orElseThrow();
            case PackedWriter.NO -> Boolean.FALSE;
            case PackedWriter.YES -> Boolean.TRUE;
            case PackedWriter.TEXTS -> some();
            default -> throw new IllegalStateException("no value");
        };
    }
}
