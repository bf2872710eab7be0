package fr.optam.analysis.mutation;

import fr.optam.decision.Sentence;
import java.util.Optional;

/**
 * A mutant and what became of it.
 *
 * @param mutant the mutant
 * @param fate what became of it
 * @param by name of the scenario that killed it; empty if none did
 * @param why why it is equivalent, or what is known of a survivor
 * @param killer a scenario that would kill a survivor, if one was found
 */
public record Result(Mutant mutant, Fate fate, String by, Sentence why, Optional<Killer> killer) {
    static final Sentence NOTHING = new Sentence("", "");

    static Result killed(Mutant mutant, String by) {
        return new Result(mutant, Fate.KILLED, by, NOTHING, Optional.empty());
    }

    static Result refused(Mutant mutant) {
        return new Result(
                mutant,
                Fate.KILLED,
                "",
                new Sentence("la vérification du règlement la refuse", "the check of the rulebook refuses it"),
                Optional.empty());
    }

    static Result survived(Mutant mutant, Sentence why) {
        return new Result(mutant, Fate.SURVIVED, "", why, Optional.empty());
    }

    static Result equivalent(Mutant mutant, Sentence why) {
        return new Result(mutant, Fate.EQUIVALENT, "", why, Optional.empty());
    }

    Result with(Optional<Killer> found) {
        return new Result(mutant, fate, by, why, found);
    }
}
