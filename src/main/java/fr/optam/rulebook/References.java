package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.formula.FormulaInvalid;
import fr.optam.rulebook.table.PlainTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Every name that rules, rows and formulas use, held against where it is defined once all was read. */
final class References {
    private static final String LISTS = RulebookFiles.TABLES + "reference/";
    private final Names fields =
            new Names("FIELD_UNKNOWN", Severity.ERROR, LISTS + "champs.xlsx", new Sentence("le champ", "field"));
    private final Names sources =
            new Names("SOURCE_UNKNOWN", Severity.ERROR, LISTS + "sources.xlsx", new Sentence("la source", "source"));
    private final Map<String, Names> columns = new TreeMap<>();
    private final Map<String, Names> tested = new TreeMap<>();
    private final Map<String, Names> missingLists = new TreeMap<>();
    private final SortedMap<String, PlainTable> lists;

    References(SortedMap<String, PlainTable> lists) {
        this.lists = lists;
        define(fields, lists.get(Dictionary.TABLE), "field");
        define(sources, lists.get("reference/sources"), "sourceId");
    }

    private static void define(Names names, PlainTable list, String column) {
        if (list != null) {
            list.rows().forEach(row -> {
                Object name = row.values().get(column);
                if (name != null) {
                    names.define(String.valueOf(name), row.at(column).split("!", 2)[1]);
                }
            });
        }
    }

    /** Ids of the registry of sources. */
    Set<String> sources() {
        return sources.defined();
    }

    Names fields() {
        return fields;
    }

    /** A source that a rule or row cites. */
    void source(String id, String file, Supplier<String> place) {
        sources.use(
                id,
                () -> new Names.Use(
                        file,
                        place.get(),
                        new Sentence(
                                "la source «" + id + "» n’est pas au registre des sources",
                                "source «" + id + "» is not in the registry of sources")));
    }

    /** A formula that can't be read. */
    void formula(
            List<String> call,
            FormulaInvalid e,
            String file,
            String line,
            Sentence said,
            List<RulebookProblem> problems) {
        if (e.missing().isEmpty()) {
            problems.add(RulebookProblem.error("FORMULA", file, line, said, e.hint()));
            return;
        }
        FormulaInvalid.Name name = e.missing().get();
        switch (name.what()) {
            case FIELD -> fields.use(name.name(), file, line, said);
            case COLUMN -> columnsOf(name.list()).use(name.name(), file, line, said);
            case TESTED ->
                tested.computeIfAbsent(
                                name.list(),
                                n -> new Names(
                                        "FORMULA",
                                        Severity.ERROR,
                                        RulebookFiles.TABLES + n + ".drl.xlsx",
                                        new Sentence("la condition sur", "condition on")))
                        .use(name.name(), file, line, said);
            case LIST ->
                missingLists
                        .computeIfAbsent(
                                name.name(),
                                n -> new Names(
                                        "LIST_UNKNOWN",
                                        Severity.ERROR,
                                        RulebookFiles.TABLES + n + ".xlsx",
                                        new Sentence("la liste", "list")))
                        .use(name.name(), file, line, said);
        }
    }

    private Names columnsOf(String list) {
        return columns.computeIfAbsent(list, n -> {
            Names names = new Names(
                    "COLUMN_UNKNOWN", Severity.ERROR, lists.get(n).file(), new Sentence("la colonne", "column"));
            PlainTable table = lists.get(n);
            table.columns()
                    .forEach(c -> names.define(
                            c.name(),
                            (table.rows().isEmpty()
                                            ? "Table"
                                            : table.rows().get(0).at().split("!")[1]) + "!"
                                    + fr.optam.rulebook.xlsx.Cell.address(2, c.number())));
            names.familiar(fields.defined());
            lists.forEach((other, l) -> {
                if (!other.equals(n)) {
                    names.familiar(l.columns().stream()
                            .map(fr.optam.rulebook.table.Column::name)
                            .collect(java.util.stream.Collectors.toSet()));
                }
            });
            return names;
        });
    }

    /** A column of a list that a formula reads. */
    void column(String list, String column) {
        if (lists.containsKey(list)) {
            columnsOf(list).use(column, () -> new Names.Use("", "", new Sentence("", "")));
        }
    }

    /** Reports what is used and not defined; returns the fields that are missing. */
    Set<String> check(Spoilt spoilt, List<RulebookProblem> problems) {
        if (!spoilt.lists().contains(Dictionary.TABLE) && lists.containsKey(Dictionary.TABLE)) {
            fields.check(Set.of(), problems);
        }
        if (!spoilt.lists().contains("reference/sources") && lists.containsKey("reference/sources")) {
            sources.check(Set.of(), problems);
        }
        columns.forEach((list, names) -> {
            if (!spoilt.lists().contains(list)) {
                names.check(Set.of(), problems);
            }
        });
        missingLists.forEach((list, names) -> {
            if (!spoilt.lists().contains(list)) {
                names.suggest(lists.keySet());
                names.check(Set.of(), problems);
            }
        });
        Set<String> unknown = fields.missing();
        tested.forEach((table, names) -> {
            Set<String> excused = new java.util.TreeSet<>(names.missing());
            excused.removeIf(n -> Closest.to(n, unknown).isEmpty());
            if (!spoilt.table(table)) {
                names.check(excused, problems);
            }
        });
        return unknown;
    }
}
