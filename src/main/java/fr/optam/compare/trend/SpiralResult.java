package fr.optam.compare.trend;

import java.util.List;

/**
 * Where the renewals lead.
 *
 * @param assumptions what was assumed
 * @param rounds renewals in order
 * @param end why it ended
 * @param left members after the last renewal
 */
public record SpiralResult(Assumptions assumptions, List<SpiralRound> rounds, End end, long left) {
    /** Copies. */
    public SpiralResult {
        rounds = List.copyOf(rounds);
    }

    /** Why a model ends. */
    public enum End {
        /** Nothing changes any more: nobody leaves, so the mean stays. */
        STABLE,
        /** Nobody is left. */
        EMPTY,
        /** The number of renewals is reached, and people still leave or practice still changes. */
        ROUNDS
    }
}
