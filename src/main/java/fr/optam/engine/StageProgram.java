package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of one stage for one kind of fact. Facts that are alike in everything that the conditions look at are decided
 * once; of acts and letters, values that follow from codes and dates alone are computed once too. Amounts never are: they
 * are computed for each act.
 */
final class StageProgram {
    private static final int MAX_PROFILES = 200_000;
    private static final Set<Kind> MANY = Set.of(Kind.ACT, Kind.LETTER, Kind.COUNT);

    private final List<Feature> features;
    private final List<FieldRef> inputs;
    private final List<FieldRef> graded;
    private final Set<Statement> settled = new LinkedHashSet<>();
    private final Map<Profile, Outcome> memo = new ConcurrentHashMap<>();

    StageProgram(Kind kind, List<Rule> rules, Map<String, RuleRow> rows, Dictionary dictionary) {
        this.features = Features.of(rules, rows);
        Set<String> read = new TreeSet<>();
        if (MANY.contains(kind)) {
            for (Rule rule : rules) {
                for (Statement statement : rule.statements()) {
                    if (statement instanceof Statement.Let let && let.formula().local() && codesOnly(let, dictionary)) {
                        settled.add(statement);
                        read.addAll(let.formula().fields());
                    }
                }
            }
        }
        this.inputs = read.stream().map(FieldRef::new).toList();
        Set<String> all = new TreeSet<>(read);
        rules.forEach(r -> all.addAll(r.reads()));
        this.graded = all.stream().map(FieldRef::new).toList();
    }

    private static boolean codesOnly(Statement.Let let, Dictionary dictionary) {
        return let.formula().fields().stream().allMatch(f -> dictionary.field(f).map(x -> x.unit() != Unit.EUR).orElse(false));
    }

    /** What the stage can tell of a fact. */
    record Profile(Object[] values, int hash) {
        static Profile of(Object[] values) {
            return new Profile(values, Arrays.hashCode(values));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Profile p && p.hash == hash && Arrays.equals(values, p.values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * What a stage concludes of a profile.
     *
     * @param rules rules that apply, in the order of ids
     * @param lacking fields that stay unknown for want of facts, with that unknown
     */
    record Outcome(List<Applied> rules, List<Lacking> lacking) {}

    /**
     * A rule that applies.
     *
     * @param rule the rule
     * @param confidence weakest of its conditions and of the values computed once
     * @param values value of each statement that was computed once; {@link #OPEN} where it is computed for each fact
     */
    record Applied(Rule rule, Confidence confidence, Object[] values) {}

    /** A field that a table leaves unknown. */
    record Lacking(String field, Object unknown) {}

    /** Stands for a value that must be computed for each fact. */
    static final Object OPEN = new Object();

    Profile profile(Fact fact) {
        Object[] values = new Object[features.size() + inputs.size() + 1];
        int n = 0;
        for (Feature feature : features) {
            values[n++] = feature.of(fact);
        }
        for (FieldRef input : inputs) {
            values[n++] = input.value(fact);
        }
        long grades = 1;
        for (FieldRef field : graded) {
            Fact holder = field.holder(fact);
            Object origin = holder == null ? null : holder.ownOrigin(field.place(holder));
            grades = grades * 31 + (origin == null ? 0 : ((Fired) origin).confidence().ordinal() + 1);
        }
        values[n] = grades;
        return Profile.of(values);
    }

    Outcome known(Profile profile) {
        return memo.get(profile);
    }

    /** Remembers what a profile met; the rules are in the order of ids. */
    Outcome learn(Profile profile, Fact fact, List<Rule> rules, List<Lacking> lacking) {
        List<Applied> applied = new ArrayList<>();
        for (Rule rule : rules) {
            Weakest weakest = new Weakest().from(rule.citation().confidence());
            for (String field : rule.reads()) {
                weakest.field(null, field, null, fact.origin(field));
            }
            Object[] values = new Object[rule.statements().size()];
            Arrays.fill(values, OPEN);
            for (int i = 0; i < values.length; i++) {
                if (settled.contains(rule.statements().get(i))) {
                    values[i] = ((Statement.Let) rule.statements().get(i)).formula().eval(fact, weakest);
                }
            }
            applied.add(new Applied(rule, weakest.confidence(), values));
        }
        Outcome outcome = new Outcome(applied, lacking);
        if (memo.size() >= MAX_PROFILES) {
            memo.clear();
        }
        memo.put(profile, outcome);
        return outcome;
    }
}
