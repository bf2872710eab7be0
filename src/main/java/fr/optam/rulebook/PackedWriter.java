package fr.optam.rulebook;

import fr.optam.rulebook.table.ActionCell;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.Column;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the tables of a rulebook as bytes: each text once, then the rest as numbers that point to texts. */
final class PackedWriter {
    static final int TEXT = 0;
    static final int NUMBER = 1;
    static final int DAY = 2;
    static final int NO = 3;
    static final int YES = 4;
    static final int TEXTS = 5;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** What was written. */
    byte[] bytes() {
        byte[] after = body.toByteArray();
        body.reset();
        number(texts.size());
        texts.keySet().forEach(text -> {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            body.writeBytes(utf8);
        });
        body.writeBytes(after);
        return body.toByteArray();
    }

    void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            body.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        body.write((int) rest);
    }

    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    void lists(Collection<PlainTable> lists) {
        number(lists.size());
        lists.forEach(this::list);
    }

    void tables(Collection<RuleTable> tables) {
        number(tables.size());
        tables.forEach(this::table);
    }

    private void list(PlainTable list) {
        text(list.name());
        text(list.file());
        number(list.columns().size());
        for (Column column : list.columns()) {
            number(column.number());
            text(column.name());
            number(column.type().ordinal());
            text(column.header());
        }
        number(list.rows().size());
        Map<String, Integer> columns = Map.of();
        for (PlainRow row : list.rows()) {
            text(row.id());
            text(row.table());
            text(row.at());
            number(row.row());
            number(row.values().size());
            row.values().forEach((name, value) -> {
                text(name);
                value(value);
            });
            boolean same = row.columns().equals(columns);
            number(same ? 0 : 1 + row.columns().size());
            if (!same) {
                columns = row.columns();
                columns.forEach((name, number) -> {
                    text(name);
                    number(number);
                });
            }
            citation(row.citation());
        }
    }

    private void table(RuleTable table) {
        text(table.name());
        text(table.file());
        text(table.sheet());
        text(table.stage().name());
        number(table.kind().ordinal());
        number(table.conditions().size());
        table.conditions().forEach(column -> {
            number(column.number());
            text(column.header());
            text(column.field());
            number(column.test().ordinal());
        });
        number(table.actions().size());
        table.actions().forEach(column -> {
            number(column.number());
            text(column.header());
            text(column.field());
            number(column.computed() ? 1 : 0);
        });
        number(table.rows().size());
        table.rows().forEach(row -> row(table, row));
    }

    private void row(RuleTable table, RuleRow row) {
        text(row.id());
        number(row.row());
        text(row.at());
        number(row.conditions().size());
        for (ConditionCell cell : row.conditions()) {
            number(table.conditions().indexOf(cell.column()));
            text(cell.address());
            text(cell.text());
            value(cell.operand());
        }
        number(row.actions().size());
        for (ActionCell cell : row.actions()) {
            number(table.actions().indexOf(cell.column()));
            text(cell.address());
            text(cell.text());
        }
        citation(row.citation());
    }

    private void citation(Citation citation) {
        number(citation.sources().size());
        citation.sources().forEach(this::text);
        text(citation.article());
        number(citation.confidence().ordinal());
        day(citation.from());
        day(citation.to());
        text(citation.note());
    }

    private void day(Optional<LocalDate> day) {
        text(day.map(LocalDate::toString).orElse(""));
    }

    private void value(Object value) {
        if (value instanceof String text) {
            number(TEXT);
            text(text);
        } else if (value instanceof BigDecimal amount) {
            number(NUMBER);
            text(amount.toString());
        } else if (value instanceof LocalDate day) {
            number(DAY);
            text(day.toString());
        } else if (value instanceof Boolean truth) {
            number(truth ? YES : NO);
        } else {
            List<?> all = (List<?>) value;
            number(TEXTS);
            number(all.size());
            all.forEach(each -> text((String) each));
        }
    }
}
