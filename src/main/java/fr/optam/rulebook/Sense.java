package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Whether the parts of a rulebook make sense together: what one part reads, another must give. */
final class Sense {
    private final Dictionary dictionary;
    private final SortedMap<String, PlainTable> lists;
    private final SortedMap<String, RuleTable> tables;
    private final CodeDomains domains;
    private final RulePlaces places;
    private final References references;
    private final Spoilt spoilt;
    private final List<RulebookProblem> problems;

    Sense(
            Dictionary dictionary,
            SortedMap<String, PlainTable> lists,
            SortedMap<String, RuleTable> tables,
            CodeDomains domains,
            RulePlaces places,
            References references,
            Spoilt spoilt,
            List<RulebookProblem> problems) {
        this.dictionary = dictionary;
        this.lists = lists;
        this.tables = tables;
        this.domains = domains;
        this.places = places;
        this.references = references;
        this.spoilt = spoilt;
        this.problems = problems;
    }

    void check(Collection<Rule> rules) {
        for (Rule rule : rules) {
            for (Statement statement : rule.statements()) {
                statement.computed().map(Formula::vocabulary).ifPresent(v -> v.looks()
                        .forEach(look -> {
                            if (!look.column().isEmpty()) {
                                references.column(look.list(), look.column());
                            }
                            look.keys().forEach(key -> references.column(look.list(), key));
                        }));
            }
        }
        String fields = RulebookFiles.TABLES + Dictionary.TABLE + ".xlsx";
        GivenFields.ALL.forEach(f -> references
                .fields()
                .use(
                        f,
                        fields,
                        "",
                        new Sentence(
                                "le champ «" + f + "», que le programme donne, manque",
                                "field «" + f + "», which the program gives, is not in the list of fields")));
        new Keys(lists, spoilt, problems).check(rules);
        Set<String> missing = references.check(spoilt, problems);
        FieldFlow flow = FieldFlow.of(rules, places);
        flow.problems().stream().filter(p -> !excused(p, missing)).forEach(problems::add);
        new Texts(lists, places, spoilt, problems).check(rules);
        new Codes(domains, places, spoilt, problems).check(rules);
        if (problems.stream().noneMatch(p -> p.severity() == Severity.ERROR)) {
            new Unused(dictionary, lists, tables, references, flow, problems).check(rules);
        }
    }

    /** Whether what a finding misses is wrong elsewhere, and told there. */
    private boolean excused(RulebookProblem problem, Set<String> missing) {
        String field = problem.message().en().replaceAll("^.*?«(\\w+)».*$", "$1");
        Set<String> fields = new TreeSet<>(Set.of(field));
        return dictionary.field(field).isEmpty()
                || spoilt.mentions(field)
                || missing.stream().anyMatch(m -> Closest.to(m, fields).isPresent());
    }
}
