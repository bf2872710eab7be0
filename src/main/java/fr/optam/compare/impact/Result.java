package fr.optam.compare.impact;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What became of one practitioner-year.
 *
 * @param who whom it is about
 * @param touched edits that can touch it, from 0
 * @param one the case, if an answer changed
 * @param worths what each changed answer is worth, in the order of the case
 * @param undone what taking back single edits would undo
 * @param gained codes of findings that are there after and not before, sorted
 * @param lost codes of findings that are there before and not after, sorted
 */
record Result(
        Who who,
        BitSet touched,
        Optional<Case> one,
        List<Balance.Worth> worths,
        List<Undone> undone,
        List<String> gained,
        List<String> lost) {
    /** Of a practitioner-year that no edit can touch. */
    static Result untouched(Who who) {
        return new Result(who, new BitSet(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What taking back one edit undoes.
     *
     * @param edit the edit, from 0
     * @param answers answers that would be otherwise
     * @param lines lines these are about
     * @param balance by how much the edit changes the balance, cents
     */
    record Undone(int edit, long answers, long lines, long balance) {}
}
