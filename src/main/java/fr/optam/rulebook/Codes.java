package fr.optam.rulebook;

import fr.optam.rulebook.table.PlainTable;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

final class Codes {
    Codes(
            CodeDomains domains,
            SortedMap<String, PlainTable> lists,
            RulePlaces places,
            Spoilt spoilt,
            List<RulebookProblem> problems) {}

    void check(Collection<Rule> rules) {}
}
