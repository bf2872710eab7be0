package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one rule looks at, and conditions on one field that alone can tell that it does not apply.
 *
 * @param guards conditions on one field
 * @param features all that it looks at
 */
record Watched(List<Guard> guards, List<Feature> features) {
    private static final Pattern ATOM = Pattern.compile("\\s*(yes|no|known|missing|none)\\(\\s*\"(\\w+)\"\\s*\\)\\s*");
    private static final Pattern IS = Pattern.compile("\\s*is\\(\\s*\"(\\w+)\"\\s*,\\s*\"([^\"\\\\]*)\"\\s*\\)\\s*");

    /**
     * A condition on one field.
     *
     * @param field the field
     * @param holds whether it holds for a fact
     */
    record Guard(FieldRef field, Predicate<Fact> holds) {
        /** Whether it keeps the rule from applying. */
        boolean fails(Fact fact) {
            return !holds.test(fact);
        }
    }

    static Watched of(Rule rule, RuleRow row, Map<String, FieldRef> refs) {
        List<Guard> guards = new ArrayList<>();
        if (row == null) {
            rule.conditions().forEach(c -> condition(c, refs, guards));
            return new Watched(guards, Features.of(List.of(rule), Map.of(), refs));
        }
        for (ConditionCell cell : row.conditions()) {
            FieldRef field = refs.computeIfAbsent(cell.column().field(), FieldRef::new);
            guards.add(new Guard(field, f -> cell.holds(f) || field.value(f) instanceof Unknown));
        }
        return new Watched(guards, Features.of(List.of(rule), Map.of(rule.id(), row), refs));
    }

    private static void condition(String condition, Map<String, FieldRef> refs, List<Guard> guards) {
        Matcher atom = ATOM.matcher(condition);
        Matcher is = IS.matcher(condition);
        if (atom.matches()) {
            String field = atom.group(2);
            Predicate<Fact> holds =
                    switch (atom.group(1)) {
                        case "yes" -> f -> f.yes(field);
                        case "no" -> f -> f.no(field);
                        case "known" -> f -> f.known(field);
                        case "missing" -> f -> f.missing(field);
                        default -> f -> f.none(field);
                    };
            guards.add(new Guard(refs.computeIfAbsent(field, FieldRef::new), holds));
        } else if (is.matches()) {
            String field = is.group(1);
            String code = is.group(2);
            guards.add(new Guard(refs.computeIfAbsent(field, FieldRef::new), f -> f.is(field, code)));
        }
    }
}
