package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import fr.optam.engine.Detail;
import fr.optam.engine.Engine;
import fr.optam.engine.Observer;
import fr.optam.rulebook.RulebookInvalid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Tries the mutants of one row, one after the other: only scenarios of which a question to the row is answered otherwise
 * are decided again, those that failed for the mutant before first.
 */
final class MutationRun {
    private static final Observer NOBODY = (table, fact) -> {};
    private static final Sentence UNASKED = new Sentence(
            "aucun scénario ne pose de question à laquelle la mutation répond autrement",
            "no scenario asks anything that the mutation answers otherwise");

    private final List<Variant> variants;
    private final List<Trial> trials;
    private final Deque<Integer> killers = new ArrayDeque<>();

    MutationRun(List<Variant> variants, List<Trial> trials) {
        this.variants = variants;
        this.trials = trials;
    }

    Result of(Mutant mutant) {
        List<Sentence> proofs = new ArrayList<>();
        int holders = 0;
        int tried = 0;
        try {
            for (Variant variant : variants) {
                if (variant.holds(mutant.change())) {
                    holders++;
                    BitSet affected = variant.affected(mutant.change());
                    tried += affected.cardinality();
                    Optional<String> killer = killer(variant, mutant, affected);
                    if (killer.isPresent()) {
                        return Result.killed(mutant, killer.get());
                    }
                    variant.equivalence().of(mutant.change()).ifPresent(proofs::add);
                }
            }
        } catch (RulebookInvalid refused) {
            return Result.refused(mutant);
        }
        return proofs.size() == holders
                ? Result.equivalent(mutant, proofs.get(0))
                : Result.survived(mutant, tried == 0 ? UNASKED : unfailing(tried));
    }

    private static Sentence unfailing(int tried) {
        return tried == 1
                ? new Sentence("un scénario y passe sans échouer", "one scenario meets it and does not fail")
                : new Sentence(
                        tried + " scénarios y passent sans échouer", tried + " scenarios meet it and none fails");
    }

    private Optional<String> killer(Variant variant, Mutant mutant, BitSet affected) throws RulebookInvalid {
        if (affected.isEmpty()) {
            return Optional.empty();
        }
        Engine engine = variant.engine(mutant.change());
        for (int trial : nearest(mutant, affected)) {
            if (!passes(engine, trials.get(trial))) {
                killers.remove(trial);
                killers.addFirst(trial);
                return Optional.of(trials.get(trial).name());
            }
        }
        return Optional.empty();
    }

    private static boolean passes(Engine engine, Trial trial) {
        try {
            return trial.passes().test(engine.observe(trial.facts(), NOBODY, Detail.RULES));
        } catch (RuntimeException undecidable) {
            return false;
        }
    }

    /** Those that failed before, those named after the row, then all others. */
    private List<Integer> nearest(Mutant mutant, BitSet affected) {
        List<Integer> order = new ArrayList<>();
        killers.stream().filter(affected::get).forEach(order::add);
        affected.stream()
                .filter(i -> !killers.contains(i))
                .boxed()
                .sorted(Comparator.comparing(i -> !trials.get(i).name().contains(mutant.row())))
                .forEach(order::add);
        return order;
    }
}
