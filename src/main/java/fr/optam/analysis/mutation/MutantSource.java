package fr.optam.analysis.mutation;

import fr.optam.engine.Engine;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** All mutants of the tables of a rulebook. */
final class MutantSource {
    private final Set<String> files = new HashSet<>();
    private final List<Mutant> mutants = new ArrayList<>();

    /** Columns of lists that formulas look at or that facts are made of. */
    static Set<String> read(Rulebook rulebook) {
        Set<String> columns = new TreeSet<>(Engine.columnsOfFacts());
        rulebook.rules().values().forEach(rule -> rule.statements().stream()
                .flatMap(s -> s.computed().stream())
                .forEach(f -> columns.addAll(f.columns())));
        return columns;
    }

    /** Whether there is a fact for each row of a list. */
    static boolean makesFacts(PlainTable list) {
        return Engine.columnsOfFacts().stream().anyMatch(c -> c.startsWith(list.name() + "!"));
    }

    /**
     * Adds the mutants of a rulebook whose workbooks are not there yet.
     *
     * @param wanted which of them
     * @param steps step of the numbers of a field, if it is declared
     */
    void add(Rulebook rulebook, Predicate<Mutant> wanted, BiFunction<RuleTable, String, Optional<BigDecimal>> steps) {
        FieldCodes codes = new FieldCodes(rulebook.tables().values());
        Set<String> columns = read(rulebook);
        for (RuleTable table : rulebook.tables().values()) {
            if (files.add(table.file())) {
                RuleMutants.of(table, codes, steps).stream().filter(wanted).forEach(mutants::add);
            }
        }
        for (PlainTable list : rulebook.lists().values()) {
            boolean read = columns.stream().anyMatch(c -> c.startsWith(list.name() + "!"));
            if (read && files.add(list.file())) {
                ListMutants.of(list).stream().filter(wanted).forEach(mutants::add);
            }
        }
    }

    List<Mutant> mutants() {
        return mutants;
    }
}
