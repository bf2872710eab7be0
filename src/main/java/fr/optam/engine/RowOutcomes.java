package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a stage concludes of a fact where all its rules are rows of tables that give codes: found by an index, as quickly
 * for facts that are met for the first time, and nothing need be remembered of them. Drools, run over the same rows, is
 * asked when rows are found together for the first time, and tests hold the index against it.
 */
final class RowOutcomes {
    private static final int GRADES = Confidence.values().length;
    private static final StageProgram.Outcome NONE = new StageProgram.Outcome(List.of(), List.of());

    private final RowIndex index;
    private final RuleCode[] codes;
    private final StageProgram.Outcome[] outcomes;

    private RowOutcomes(List<RuleRow> rows, Map<String, RuleCode> byId) {
        this.index = new RowIndex(rows);
        this.codes = rows.stream().map(r -> byId.get(r.id())).toArray(RuleCode[]::new);
        this.outcomes = new StageProgram.Outcome[codes.length * GRADES];
    }

    /** Whether rules are rows that give codes, all of them. */
    static boolean has(List<Rule> rules, Map<String, RuleRow> rows, Map<String, RuleCode> codes) {
        return rules.stream()
                .allMatch(r -> rows.containsKey(r.id())
                        && codes.get(r.id()).puts().stream().allMatch(put -> put.formula() == null));
    }

    /**
     * @param rules such rules
     * @param rows rows by id
     * @param codes the same rules, ready to run, by id
     */
    static RowOutcomes of(List<Rule> rules, Map<String, RuleRow> rows, Map<String, RuleCode> codes) {
        return new RowOutcomes(
                rules.stream()
                        .map(r -> rows.get(r.id()))
                        .sorted(Comparator.comparing(RuleRow::id))
                        .toList(),
                codes);
    }

    /** What follows for a fact; null if a field that some row asks is unknown. */
    StageProgram.Outcome of(Fact fact) {
        int[] found = index.find(fact);
        if (found == null) {
            return null;
        }
        if (found.length == 0) {
            return NONE;
        }
        if (found.length == 1) {
            return outcome(found[0], fact);
        }
        List<StageProgram.Applied> applied = new ArrayList<>(found.length);
        for (int row : found) {
            applied.add(outcome(row, fact).rules().get(0));
        }
        return new StageProgram.Outcome(applied, List.of());
    }

    /** What follows if one row alone applies. */
    private StageProgram.Outcome outcome(int row, Fact fact) {
        Confidence confidence = codes[row].rule().citation().confidence();
        List<FieldRef> reads = codes[row].reads();
        for (int i = 0; i < reads.size(); i++) {
            FieldRef field = reads.get(i);
            Fact holder = field.holder(fact);
            if (holder != null && holder.ownOrigin(field.place(holder)) instanceof Origin origin) {
                confidence = confidence.weaker(origin.confidence());
            }
        }
        int place = row * GRADES + confidence.ordinal();
        StageProgram.Outcome outcome = outcomes[place];
        if (outcome == null) {
            outcome = new StageProgram.Outcome(List.of(applied(codes[row], confidence)), List.of());
            outcomes[place] = outcome;
        }
        return outcome;
    }

    private static StageProgram.Applied applied(RuleCode code, Confidence confidence) {
        Object[] values = code.puts().stream().map(RuleCode.Put::constant).toArray();
        return new StageProgram.Applied(code.origin(confidence), confidence, values, false);
    }
}
