package fr.optam.explain;

import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values of tables a decision read, each with its cell and what its row says of itself. */
final class ParametersRead {
    private static final String CELL = "@";

    private final Rulebook rulebook;
    private final Map<String, PlainRow> listed = new HashMap<>();
    private final Map<String, RuleRow> ruled = new HashMap<>();

    ParametersRead(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.lists().values().forEach(list -> list.rows().forEach(row -> listed.put(line(row.at()), row)));
        rulebook.tables().values().stream()
                .map(RuleTable::rows)
                .forEach(rows -> rows.forEach(row -> ruled.put(row.id(), row)));
    }

    /** A value with its place and the rule that read it. */
    private record Read(String name, String value, String at, String rule) {}

    /** File, sheet and row of a cell. */
    private static String line(String at) {
        int cell = at.lastIndexOf('!') + 1;
        return at.substring(0, cell) + at.substring(cell).replaceAll("[A-Z]", "");
    }

    List<ParameterRead> of(Decision decision) {
        Map<Read, Set<String>> readBy = new LinkedHashMap<>();
        for (Firing firing : decision.firings()) {
            firing.parameters().forEach((name, value) -> {
                if (!name.endsWith(CELL)) {
                    String at = Optional.ofNullable(firing.parameters().get(name + CELL))
                            .orElseGet(() -> cell(firing, name));
                    String rule = listed.containsKey(line(at)) ? "" : firing.rule();
                    readBy.computeIfAbsent(new Read(name, value, at, rule), each -> new LinkedHashSet<>())
                            .add(firing.id());
                }
            });
        }
        return readBy.entrySet().stream()
                .map(entry -> parameter(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The cell of the row that applied, below a header. */
    private String cell(Firing firing, String header) {
        return Optional.ofNullable(ruled.get(firing.rule())).map(RuleRow::conditions).orElse(List.of()).stream()
                .filter(cell -> cell.column().header().equals(header))
                .map(ConditionCell::address)
                .map(address -> firing.at().substring(0, firing.at().lastIndexOf('!') + 1) + address)
                .findFirst()
                .orElse(firing.at());
    }

    private ParameterRead parameter(Read read, List<String> readBy) {
        PlainRow row = listed.get(line(read.at()));
        Rule rule = rulebook.rules().get(read.rule());
        Citation citation = row != null ? row.citation() : rule.citation();
        return new ParameterRead(
                read.name(),
                read.value(),
                read.at(),
                row != null ? row.id() : rule.id(),
                citation.from(),
                citation.to(),
                citation.cited(),
                readBy);
    }
}
