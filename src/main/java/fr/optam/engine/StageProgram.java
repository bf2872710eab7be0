package fr.optam.engine;

import fr.optam.decision.Confidence;
import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.fact.flat.Layout;
import fr.optam.rulebook.Dictionary;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.formula.FieldRef;
import fr.optam.rulebook.formula.Formula;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The rules of one stage for one kind of fact. Facts that are alike in everything that the conditions look at are decided
 * once; of counts, values that follow from codes and dates alone are computed once too.
 */
final class StageProgram {
    private static final int MAX_PROFILES = 200_000;
    private static final Set<Kind> MANY = Set.of(Kind.COUNT);

    private final List<Rule> rules;
    private final List<Feature> features;
    private final List<Watched> watched;
    private final List<FieldRef> inputs;
    private final List<FieldRef> graded;
    private final Map<String, RuleCode> codes = new HashMap<>();
    private final Set<RuleCode.Put> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Layout layout;
    private final Supplier<RowOutcomes> indexed;
    private RowOutcomes ofRows;
    private final Map<Key, Outcome> memo = new ConcurrentHashMap<>();

    StageProgram(
            Kind kind,
            List<Rule> rules,
            Map<String, RuleRow> rows,
            Dictionary dictionary,
            Map<String, Template> templates,
            boolean remember) {
        this.rules = rules;
        Map<String, FieldRef> refs = new TreeMap<>();
        this.features = Features.of(rules, rows, refs);
        this.watched = UnitKinds.has(kind)
                ? rules.stream().map(r -> Watched.of(r, rows.get(r.id()), refs)).toList()
                : List.of();
        this.layout = dictionary.layout(kind);
        List<String> ids = rules.stream().map(Rule::id).sorted().toList();
        Set<String> read = new TreeSet<>();
        for (Rule rule : rules) {
            RuleCode code = new RuleCode(rule, Collections.binarySearch(ids, rule.id()), layout, templates);
            codes.put(rule.id(), code);
            for (RuleCode.Put put : code.puts()) {
                boolean once = put.formula() != null
                        && remember
                        && MANY.contains(kind)
                        && put.formula().local()
                        && codesOnly(put.formula(), dictionary);
                if (once || put.formula() == null) {
                    settled.add(put);
                }
                if (once) {
                    read.addAll(put.formula().fields());
                }
            }
        }
        this.inputs = read.stream().map(FieldRef::new).toList();
        Set<String> all = new TreeSet<>(read);
        rules.forEach(r -> all.addAll(r.reads()));
        this.graded = all.stream().map(FieldRef::new).toList();
        this.indexed = RowOutcomes.has(rules, rows, codes) ? () -> RowOutcomes.of(rules, rows, codes) : null;
    }

    /** The rules that it was made of. */
    List<Rule> rules() {
        return rules;
    }

    /** Whether it was made of these very rules. */
    boolean isOf(List<Rule> others) {
        if (rules.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean codesOnly(Formula formula, Dictionary dictionary) {
        return formula.fields().stream()
                .allMatch(
                        f -> dictionary.field(f).map(x -> x.unit() != Unit.EUR).orElse(false));
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
     * @param by the rule, as weak as the weakest of its conditions and of the values computed once
     * @param conditions weakest of its conditions alone
     * @param values its values, in the order of the rule; {@link #OPEN} where one is computed for each fact
     * @param open whether one is
     */
    record Applied(Origin by, Confidence conditions, Object[] values, boolean open) {}

    /** A field that a table leaves unknown, by its place. */
    record Lacking(int slot, Object unknown) {}

    /** Stands for a value that must be computed for each fact. */
    static final Object OPEN = new Object();

    Key profile(Fact fact) {
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
            grades = grades * 31
                    + (origin == null ? 0 : ((Origin) origin).confidence().ordinal() + 1);
        }
        values[n] = grades;
        return new Key(values);
    }

    /** What conditions look at. */
    List<Feature> features() {
        return features;
    }

    /** Fields of which it matters how weak what stated them is. */
    List<FieldRef> graded() {
        return graded;
    }

    /** What each rule looks at. */
    List<Watched> watched() {
        return watched;
    }

    /** The rules of the stage, ready to run. */
    Iterable<RuleCode> codes() {
        return codes.values();
    }

    /** What follows for a fact, if that can be told without its profile; else null. */
    Outcome atOnce(Fact fact) {
        if (indexed == null) {
            return null;
        }
        RowOutcomes known = ofRows;
        if (known == null) {
            known = indexed.get();
            ofRows = known;
        }
        return known.of(fact);
    }

    Outcome known(Key profile) {
        return memo.get(profile);
    }

    /**
     * Remembers what a profile met.
     *
     * @param ids rules that apply, in order
     * @param lacks unknown by field that a table leaves open
     */
    Outcome learn(Key profile, Fact fact, List<String> ids, Map<String, Object> lacks) {
        List<Applied> applied = new ArrayList<>();
        for (String id : ids) {
            applied.add(apply(codes.get(id), fact));
        }
        List<Lacking> lacking = new ArrayList<>();
        lacks.forEach((field, unknown) -> {
            if (layout.indexOf(field) >= 0) {
                lacking.add(new Lacking(layout.indexOf(field), unknown));
            }
        });
        Outcome outcome = new Outcome(applied, lacking);
        if (memo.size() >= MAX_PROFILES) {
            memo.clear();
        }
        memo.put(profile, outcome);
        return outcome;
    }

    private Applied apply(RuleCode code, Fact fact) {
        Weakest weakest = new Weakest().from(code.rule().citation().confidence());
        for (String field : code.rule().reads()) {
            weakest.field(null, field, null, fact.origin(field));
        }
        Confidence conditions = weakest.confidence();
        Object[] values = new Object[code.puts().size()];
        boolean open = false;
        for (int i = 0; i < values.length; i++) {
            RuleCode.Put put = code.puts().get(i);
            boolean once = settled.contains(put);
            values[i] = !once
                    ? OPEN
                    : put.formula() == null ? put.constant() : put.formula().eval(fact, weakest);
            open |= !once;
        }
        return new Applied(code.origin(weakest.confidence()), conditions, values, open);
    }
}
