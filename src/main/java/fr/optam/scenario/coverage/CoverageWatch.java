package fr.optam.scenario.coverage;

import fr.optam.engine.Observer;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * Watches the rule tables while scenarios are decided. Tables of several overlays are told apart by their files. One thread
 * may take rulebooks and scenarios in while one other, always the same, tells what was asked.
 */
public final class CoverageWatch {
    private final SortedMap<String, TableWatch> tables = new ConcurrentSkipListMap<>();
    private final List<String> scenarios = new ArrayList<>();
    private final Predicate<RuleTable> wanted;

    /**
     * @param wanted which tables to watch
     */
    public CoverageWatch(Predicate<RuleTable> wanted) {
        this.wanted = wanted;
    }

    /** Takes the tables of a rulebook in, also those that no scenario asks; only these are watched. */
    public void watch(Rulebook rulebook) {
        rulebook.tables().values().stream()
                .filter(wanted)
                .forEach(table -> tables.computeIfAbsent(table.file(), f -> new TableWatch(table)));
    }

    /** What is to be told while a scenario is decided. */
    public Observer scenario(String name) {
        int number = scenarios.size();
        scenarios.add(name);
        return (table, fact) -> {
            TableWatch watch = tables.get(table.file());
            if (watch != null) {
                watch.asked(number, fact);
            }
        };
    }

    /** What was seen so far. */
    public TablesCoverage coverage() {
        return new TablesCoverage(
                tables.values().stream().map(table -> table.coverage(scenarios)).toList());
    }
}
