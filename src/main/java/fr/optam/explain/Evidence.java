package fr.optam.explain;

import java.util.List;
import java.util.Optional;

/**
 * What shows that a decision is the one that was made.
 *
 * @param engine version of the program that explains
 * @param factsDigest digest of the canonical facts, {@code sha256:…}
 * @param decisionDigest digest of the canonical bytes of the decision that is explained, {@code sha256:…}
 * @param recorded where it stands in a run; empty if it was decided for this explanation
 */
public record Evidence(String engine, String factsDigest, String decisionDigest, Optional<InRun> recorded) {

    /**
     * Its place in a run.
     *
     * @param engine version of the program that decided
     * @param root root of the run's tree, {@code sha256:…}
     * @param index place of the decision, first is 0
     * @param size decisions of the run
     * @param path hashes from the leaf's side to the root's, {@code sha256:…}
     * @param holds whether the proof holds against the root
     * @param same whether deciding again gave the recorded answers
     */
    public record InRun(
            String engine, String root, long index, long size, List<String> path, boolean holds, boolean same) {}
}
