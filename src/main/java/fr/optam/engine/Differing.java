package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules of one stage, for one kind of fact, that a variant of a rulebook has otherwise than the base, and what both
 * conclude of a fact: as long as they conclude the same of all facts, what comes after is the same too.
 */
final class Differing {
    private final int stage;
    private final Kind kind;
    private final StageRules base;
    private final StageRules variant;
    private final Map<String, RulePair> pairs = new HashMap<>();

    /**
     * @param stage place of the stage
     * @param base rules of the base, of their stage; null if it has none
     * @param variant rules of the variant, likewise
     */
    Differing(int stage, Kind kind, StageRules base, StageRules variant) {
        this.stage = stage;
        this.kind = kind;
        this.base = base;
        this.variant = variant;
        Map<String, Rule> others = new HashMap<>();
        rules(variant).forEach(r -> others.put(r.id(), r));
        Set<String> written = written();
        for (Rule rule : rules(base)) {
            Rule other = others.get(rule.id());
            if (other != null && other != rule) {
                pairs.put(rule.id(), RulePair.of(rule, other, written));
            }
        }
    }

    private static List<Rule> of(StageRules rules, Kind kind) {
        return rules == null || rules.programs().get(kind) == null
                ? List.of()
                : rules.programs().get(kind).rules();
    }

    private List<Rule> rules(StageRules of) {
        return of(of, kind);
    }

    /** Fields that the stage itself gives values: what stands beside an answer is computed after that. */
    private Set<String> written() {
        Set<String> written = new HashSet<>();
        for (StageRules side : new StageRules[] {base, variant}) {
            rules(side).forEach(r -> r.statements().forEach(s -> {
                if (s instanceof Statement.Let let) {
                    written.add(let.field());
                } else if (s instanceof Statement.Set set) {
                    written.add(set.field());
                }
            }));
        }
        return written;
    }

    int stage() {
        return stage;
    }

    Kind kind() {
        return kind;
    }

    /** The rules of both, as readers of what the comparison reads. */
    List<Rule> readers() {
        List<Rule> readers = new ArrayList<>();
        for (StageRules side : new StageRules[] {base, variant}) {
            for (Rule rule : rules(side)) {
                Set<String> reads = new HashSet<>(rule.reads());
                RulePair pair = pairs.get(rule.id());
                if (pair != null) {
                    pair.formulas().forEach(f -> {
                        reads.addAll(f.base().fields());
                        reads.addAll(f.variant().fields());
                    });
                }
                readers.add(new Rule(
                        rule.id(),
                        rule.at(),
                        rule.stage(),
                        rule.kind(),
                        rule.citation(),
                        reads,
                        rule.conditions(),
                        List.of()));
            }
        }
        return readers;
    }

    /** Kinds of facts that formulas sum. */
    Set<Kind> summed() {
        Set<Kind> kinds = new HashSet<>();
        pairs.values().forEach(p -> p.formulas().forEach(f -> {
            kinds.addAll(f.base().kinds());
            kinds.addAll(f.variant().kinds());
        }));
        return kinds;
    }

    /** Programs of base and variant. */
    List<StageProgram> programs() {
        List<StageProgram> programs = new ArrayList<>();
        for (StageRules side : new StageRules[] {base, variant}) {
            if (!rules(side).isEmpty()) {
                programs.add(side.programs().get(kind));
            }
        }
        return programs;
    }

    /** Whether both conclude otherwise of a fact. */
    boolean differ(Fact fact) {
        List<RulePair.Formulas> open = open(fact);
        if (open == null) {
            return true;
        }
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).differ(fact)) {
                return true;
            }
        }
        return false;
    }

    /** Formulas on which it depends whether both conclude otherwise of a fact; null if they do in any case. */
    List<RulePair.Formulas> open(Fact fact) {
        StageProgram.Outcome one = outcome(base, fact);
        StageProgram.Outcome other = outcome(variant, fact);
        if (one.rules().size() != other.rules().size() || !one.lacking().equals(other.lacking())) {
            return null;
        }
        List<RulePair.Formulas> open = List.of();
        for (int i = 0; i < one.rules().size(); i++) {
            StageProgram.Applied a = one.rules().get(i);
            StageProgram.Applied b = other.rules().get(i);
            Rule rule = a.by().code().rule();
            if (a.conditions() != b.conditions()
                    || !rule.id().equals(b.by().code().rule().id())) {
                return null;
            }
            if (rule != b.by().code().rule()) {
                RulePair pair = pairs.get(rule.id());
                if (!pair.same()) {
                    return null;
                }
                if (!pair.formulas().isEmpty()) {
                    open = new ArrayList<>(open);
                    open.addAll(pair.formulas());
                }
            }
        }
        return open;
    }

    private static final StageProgram.Outcome NOTHING = new StageProgram.Outcome(List.of(), List.of());

    private StageProgram.Outcome outcome(StageRules side, Fact fact) {
        if (rules(side).isEmpty()) {
            return NOTHING;
        }
        StageProgram program = side.programs().get(kind);
        StageProgram.Outcome known = side.atOnce(program, fact);
        return known != null ? known : side.outcome(program, fact);
    }
}
