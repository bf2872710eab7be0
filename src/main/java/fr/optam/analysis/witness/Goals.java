package fr.optam.analysis.witness;

import fr.optam.analysis.Choice;
import fr.optam.analysis.FindingKind;
import fr.optam.analysis.TableFinding;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What facts must reach to show a finding of the analysis. */
public final class Goals {
    private Goals() {}

    /**
     * The values that a region has for a field.
     *
     * @param choice the values
     * @param sample one of them; empty if the field has no value there
     */
    record Chosen(Choice choice, Optional<Object> sample) implements Wanted {
        @Override
        public boolean holds(Object value) {
            return !(value instanceof Unknown) && choice.admits(value);
        }

        @Override
        public List<Object> hints() {
            List<Object> hints = new ArrayList<>(sample.stream().toList());
            choice.samples().stream().filter(s -> !hints.contains(s)).forEach(hints::add);
            return hints;
        }
    }

    /** The goal of a finding; empty if it is about nothing that facts can reach. */
    public static Optional<Goal> of(Rulebook rulebook, TableFinding finding) {
        return Optional.ofNullable(rulebook.tables().get(finding.table()))
                .filter(table -> finding.canBeShown())
                .map(table -> of(table, finding));
    }

    private static Goal of(RuleTable table, TableFinding finding) {
        Map<String, Wanted> fields = new LinkedHashMap<>();
        finding.region()
                .choices()
                .forEach((field, choice) -> fields.put(
                        field,
                        new Chosen(
                                choice,
                                Optional.ofNullable(finding.region().sample().get(field)))));
        if (finding.kind() == FindingKind.GAP) {
            return new Goal(table, fields, Set.of(), true);
        }
        Set<String> rows = new TreeSet<>(finding.rows());
        rows.retainAll(finding.matching());
        return new Goal(table, fields, rows, false);
    }
}
