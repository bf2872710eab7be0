package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.table.ConditionColumn;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import fr.optam.rulebook.xlsx.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sheet on which a workbook declares the gaps and overlaps that are meant. */
final class IntentSheet {
    /** Name on the tab. */
    static final String NAME = "Voulus";
    /** A field without value. */
    static final String EMPTY = "(vide)";

    private static final String EXCEPT = "sauf ";
    private static final String EXACTLY = "seulement ";
    private static final List<String> FIXED = List.of("Id", "Genre", "Lignes", "Raison");

    private final RuleTable table;
    private final Sheet sheet;
    private final List<TableFinding> findings;
    private final Map<Integer, ConditionColumn> conditions = new HashMap<>();
    private final Map<String, Integer> fixed = new HashMap<>();

    private IntentSheet(RuleTable table, Sheet sheet, List<TableFinding> findings) {
        this.table = table;
        this.sheet = sheet;
        this.findings = findings;
    }

    /** Reads every declaration; what can't be read is a finding at its cell, and leaves the declaration vague. */
    static List<Intent> read(RuleTable table, Optional<Sheet> sheet, List<TableFinding> findings) {
        return sheet.map(s -> new IntentSheet(table, s, findings).read()).orElse(List.of());
    }

    private List<Intent> read() {
        sheet.rows().getOrDefault(1, new java.util.TreeMap<>()).values().forEach(this::header);
        for (String each : FIXED) {
            if (!fixed.containsKey(each)) {
                wrong("A1", "pas de colonne «\u00a0" + each + "\u00a0»", "no column «" + each + "»");
                return vague("", "A1", List.of(), Map.of());
            }
        }
        boolean known = findings.isEmpty();
        List<Intent> intents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        sheet.rows().keySet().stream().filter(r -> r > 1).forEach(r -> row(r, ids)
                .forEach(intent -> intents.add(known ? intent : intent.without(Set.of()))));
        return intents;
    }

    /** What it may be about, of every kind. */
    private static List<Intent> vague(
            String id, String address, List<String> rows, Map<ConditionColumn, Intent.Limit> limits) {
        return Arrays.stream(IntentKind.values())
                .map(kind -> new Intent(id, NAME + "!" + address, kind, rows, limits, true))
                .toList();
    }

    private void header(Cell cell) {
        Optional<ConditionColumn> column = table.conditions().stream()
                .filter(c -> c.header().equals(cell.text()))
                .findFirst();
        if (FIXED.contains(cell.text())) {
            fixed.put(cell.text(), cell.column());
        } else if (column.isPresent()) {
            conditions.put(cell.column(), column.get());
        } else {
            wrong(
                    cell.address(),
                    "aucune colonne de condition «\u00a0" + cell.text() + "\u00a0» dans la table",
                    "the table has no condition column «" + cell.text() + "»");
        }
    }

    private List<Intent> row(int row, Set<String> ids) {
        int before = findings.size();
        String id = sheet.text(row, fixed.get("Id"));
        String kind = sheet.text(row, fixed.get("Genre"));
        if (id.isEmpty() || !ids.add(id)) {
            wrong(at(row, "Id"), "identifiant absent ou répété", "no id, or one that stands twice");
        }
        if (sheet.text(row, fixed.get("Raison")).isBlank()) {
            wrong(at(row, "Raison"), "aucune raison", "no reason");
        }
        Optional<IntentKind> known = IntentKind.of(kind);
        if (known.isEmpty()) {
            wrong(
                    at(row, "Genre"),
                    "genre «\u00a0" + kind + "\u00a0» inconnu, attendu\u00a0: " + String.join(", ", IntentKind.words()),
                    "unknown kind «" + kind + "», expected: " + String.join(", ", IntentKind.words()));
        }
        List<String> rows = items(sheet.text(row, fixed.get("Lignes")));
        known.ifPresent(k -> rows(row, k, rows));
        Map<ConditionColumn, Intent.Limit> limits = limits(row);
        boolean vague = findings.size() > before;
        List<String> there = rows.stream().filter(r -> !vague || isThere(r)).toList();
        return known.map(k -> List.of(new Intent(id, NAME + "!" + at(row, "Id"), k, there, limits, vague)))
                .orElseGet(() -> vague(id, at(row, "Id"), there, limits));
    }

    private boolean isThere(String name) {
        return table.row(name).isPresent()
                || table.conditions().stream().anyMatch(c -> c.header().equals(name));
    }

    private void rows(int row, IntentKind kind, List<String> rows) {
        for (String each : rows) {
            boolean there = kind == IntentKind.IDLE
                    ? table.conditions().stream().anyMatch(c -> c.header().equals(each))
                    : table.row(each).isPresent();
            if (!there) {
                wrong(
                        at(row, "Lignes"),
                        "«\u00a0" + each + "\u00a0» n’est pas dans la table",
                        "«" + each + "» is not in the table");
            }
        }
        int least = kind == IntentKind.APART ? 2 : kind == IntentKind.COVERED || kind == IntentKind.IDLE ? 1 : 0;
        if (rows.size() < least || kind == IntentKind.GAP && !rows.isEmpty()) {
            wrong(
                    at(row, "Lignes"),
                    kind == IntentKind.GAP
                            ? "un trou n’a pas de lignes"
                            : "il faut " + least + " ligne" + (least > 1 ? "s" : "") + " au moins",
                    kind == IntentKind.GAP ? "a gap has no rows" : "at least " + least + " needed");
        }
    }

    private Map<ConditionColumn, Intent.Limit> limits(int row) {
        Map<ConditionColumn, Intent.Limit> limits = new HashMap<>();
        conditions.forEach((number, column) -> sheet.cell(row, number)
                .filter(c -> !c.text().isBlank() && !c.text().equals(Test.ANY))
                .ifPresent(c -> limit(c, column).ifPresent(l -> limits.put(column, l))));
        return limits;
    }

    private Optional<Intent.Limit> limit(Cell cell, ConditionColumn column) {
        String text = cell.text().strip();
        Intent.Mode mode = text.startsWith(EXCEPT)
                ? Intent.Mode.EXCEPT
                : text.startsWith(EXACTLY) ? Intent.Mode.EXACTLY : Intent.Mode.PASSING;
        List<String> items = new ArrayList<>(items(text.replaceFirst("^(" + EXCEPT + "|" + EXACTLY + ")", "")));
        boolean empty = items.remove(EMPTY);
        String rest = String.join(";", items);
        try {
            Object operand = rest.isEmpty()
                    ? null
                    : mode == Intent.Mode.EXACTLY
                            ? items.stream().map(i -> i.replace('+', ';')).toList()
                            : column.test().operand(rest);
            return Optional.of(new Intent.Limit(
                    NAME + "!" + cell.address(),
                    operand == null && mode == Intent.Mode.EXACTLY ? Intent.Mode.PASSING : mode,
                    operand,
                    empty));
        } catch (IllegalArgumentException e) {
            wrong(
                    cell.address(),
                    "colonne «\u00a0" + column.header() + "\u00a0»\u00a0: valeur «\u00a0" + text + "\u00a0» illisible",
                    "column «" + column.header() + "»: value «" + text + "» can't be read");
            return Optional.empty();
        }
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split("[;,]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private String at(int row, String header) {
        return Cell.address(row, fixed.get(header));
    }

    private void wrong(String address, String fr, String en) {
        findings.add(new TableFinding(
                FindingKind.INTENT,
                table.name(),
                table.file(),
                NAME + "!" + address,
                List.of(),
                Region.everywhere(),
                List.of(),
                new Sentence("déclaration\u00a0: " + fr, "declaration: " + en),
                new Sentence("", "")));
    }
}
