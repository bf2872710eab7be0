package fr.optam.analysis.mutation;

import fr.optam.analysis.witness.Goal;
import fr.optam.analysis.witness.Wanted;
import fr.optam.analysis.witness.Witness;
import fr.optam.analysis.witness.Witnesses;
import fr.optam.decision.Decision;
import fr.optam.decision.Sentence;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Test;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds a scenario that a mutant would fail: facts for which the row before and the row after answer otherwise. */
final class KillerSearch {
    private static final Observer NOBODY = (table, fact) -> {};
    private static final String ID = "900000001";

    private final Variant variant;
    private final Witnesses witnesses;

    KillerSearch(Variant variant, Witnesses witnesses) {
        this.variant = variant;
        this.witnesses = witnesses;
    }

    /** A scenario that passes before and fails after; nothing if none was found. */
    Optional<Killer> of(Mutant mutant) throws RulebookInvalid {
        if (!(mutant.change() instanceof Change.OfRule rule)) {
            return Optional.empty();
        }
        Engine changed = variant.engine(rule);
        for (Goal goal : goals(rule)) {
            Witness witness = witnesses.find(goal, ID, facts -> differs(changed, facts));
            if (witness instanceof Witness.Found found) {
                return Optional.of(killer(mutant, found, changed));
            }
        }
        return Optional.empty();
    }

    private boolean differs(Engine changed, PractitionerYear facts) {
        return !stated(changed, facts).expected().isEmpty();
    }

    private Stated stated(Engine changed, PractitionerYear facts) {
        return Stated.of(decided(variant.engine(), facts), decided(changed, facts));
    }

    private static Decision decided(Engine engine, PractitionerYear facts) {
        return engine.observe(facts, NOBODY, Detail.RULES);
    }

    private Killer killer(Mutant mutant, Witness.Found found, Engine changed) {
        PractitionerYear facts = witnesses.read(found.facts()).orElseThrow();
        Stated stated = stated(changed, facts);
        Sentence change = MutationText.change(mutant);
        Sentence title = new Sentence(
                "Cette décision ne change pas\u00a0: " + change.fr(), "This decision does not change: " + change.en());
        Map<String, Object> expected = new LinkedHashMap<>();
        // A no-break space would stand as an escape in YAML.
        expected.put("title", title.fr().replace('\u00a0', ' '));
        if (!variant.overlays().isEmpty()) {
            expected.put("overlays", variant.overlays());
        }
        expected.putAll(stated.expected());
        String name = mutant.row() + "-" + mutant.cell().toLowerCase(Locale.ROOT) + "-"
                + mutant.operator().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Killer(name, title, stated.words(), new TreeMap<>(found.facts()), expected);
    }

    private static List<Goal> goals(Change.OfRule rule) {
        RuleTable table = rule.table();
        Set<String> id = Set.of(rule.before().id());
        if (rule.after().isEmpty()
                || rule.before().conditions().equals(rule.after().get().conditions())) {
            return List.of(Goal.row(table, rule.before().id()), Goal.rows(table, id));
        }
        RuleRow after = rule.after().get();
        RuleTable changed = table.with(
                table.rows().stream().map(r -> r == rule.before() ? after : r).toList());
        List<Goal> goals = new ArrayList<>();
        cell(after, rule.before()).ifPresent(c -> goals.add(new Goal(table, past(c, rule), id, false)));
        cell(rule.before(), after).ifPresent(c -> goals.add(new Goal(changed, past(c, rule), id, false)));
        return goals;
    }

    /** The condition of a row that another row does not make. */
    private static Optional<ConditionCell> cell(RuleRow row, RuleRow other) {
        return row.conditions().stream()
                .filter(c -> !other.conditions().contains(c))
                .findFirst();
    }

    private static Map<String, Wanted> past(ConditionCell cell, Change.OfRule rule) {
        List<Object> likely = new ArrayList<>();
        Stream.concat(rule.before().conditions().stream(), rule.after().stream().flatMap(r -> r.conditions().stream()))
                .filter(c -> c.column().field().equals(cell.column().field()))
                .forEach(c -> around(c, likely));
        rule.table().rows().stream()
                .flatMap(r -> r.conditions().stream())
                .filter(c -> c.column().field().equals(cell.column().field()))
                .forEach(c -> around(c, likely));
        return Map.of(
                cell.column().field(),
                new Wanted.Past(cell, likely.stream().distinct().toList()));
    }

    private static void around(ConditionCell cell, List<Object> likely) {
        if (cell.column().test() == Test.AMONG) {
            likely.addAll(FieldCodes.codes(cell));
        } else if (cell.operand() instanceof Boolean) {
            likely.addAll(List.of(true, false));
        } else if (cell.operand() instanceof LocalDate day) {
            likely.add(day);
            likely.addAll(Near.days(day));
        } else if (cell.operand() instanceof BigDecimal n) {
            likely.add(n);
            likely.addAll(Near.numbers(n));
        } else {
            likely.add(cell.operand());
            likely.addAll(Near.times(String.valueOf(cell.operand())));
        }
    }
}
