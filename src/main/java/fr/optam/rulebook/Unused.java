package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What stands in the rulebook and nobody reads. It does no harm, and it is hardly meant. */
final class Unused {
    /** Lists that the program itself reads: words, codes of facts, the registry, the synthetic cohort. */
    private static final Set<String> BY_PROGRAM = Set.of(
            "reference/champs",
            "reference/leviers",
            "reference/verdicts",
            "reference/sources",
            "reference/motifs",
            "reference/constats",
            "reference/libelles",
            "reference/options",
            "reference/engagements",
            "reference/composantes",
            "reference/categories-comptees",
            "reference/modificateurs-option",
            "reference/actes-accouchement",
            "reference/delais",
            "reference/regions",
            "reference/specialites",
            "reference/annees-reference",
            "reference/domaines",
            "reference/enjeux",
            "reference/hypotheses-simulation",
            "reference/lectures",
            "reference/hypotheses",
            "reference/cibles",
            "reference/mentions");

    private static final int HEAD = 4;

    private final Dictionary dictionary;
    private final SortedMap<String, PlainTable> lists;
    private final SortedMap<String, RuleTable> tables;
    private final References references;
    private final FieldFlow flow;
    private final List<RulebookProblem> problems;

    Unused(
            Dictionary dictionary,
            SortedMap<String, PlainTable> lists,
            SortedMap<String, RuleTable> tables,
            References references,
            FieldFlow flow,
            List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.lists = lists;
        this.tables = tables;
        this.references = references;
        this.flow = flow;
        this.problems = problems;
    }

    void check(Collection<Rule> rules) {
        Set<String> read = new TreeSet<>();
        rules.forEach(rule -> rule.statements().forEach(s -> s.computed().ifPresent(f -> read.addAll(f.tables()))));
        lists.forEach((name, list) -> {
            if (!BY_PROGRAM.contains(name) && !read.contains(name)) {
                warn(
                        "TABLE_UNREAD",
                        list.file(),
                        "Table!A1",
                        "aucune règle ne lit la liste «" + name + "»",
                        "no rule reads the list «" + name + "»");
            }
        });
        tables.forEach((name, table) -> {
            if (!read.contains(name)
                    && table.actions().stream().noneMatch(a -> flow.read().contains(a.field()))) {
                warn(
                        "TABLE_UNREAD",
                        table.file(),
                        table.sheet() + "!A" + Math.max(1, table.headerRow() - HEAD),
                        "aucune règle ne lit ce que conclut la table «" + name + "»",
                        "no rule reads what the table «" + name + "» states");
            }
        });
        for (Map.Entry<String, String> field : references.fields().unused().entrySet()) {
            warn(
                    "FIELD_UNUSED",
                    lists.get(Dictionary.TABLE).file(),
                    field.getValue(),
                    "aucune règle ne se sert du champ «" + field.getKey() + "»",
                    "no rule uses the field «" + field.getKey() + "»");
        }
    }

    private void warn(String code, String file, String place, String fr, String en) {
        problems.add(new RulebookProblem(
                code,
                Severity.WARNING,
                file,
                place,
                new Sentence(fr, en),
                new Sentence(
                        "Peut-être n’est-ce plus utile, ou mal orthographié là où on le lit.",
                        "Maybe it is of no use any more, or misspelt where it is read.")));
    }
}
