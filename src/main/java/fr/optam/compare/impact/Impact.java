package fr.optam.compare.impact;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a change of rules does to a cohort, as it is told: whole, or with small groups hidden by {@link Suppression}.
 *
 * <p>Every list is in the order in which it is read; each {@link Figures} that is hidden is empty.
 *
 * @param before the rulebook that is changed
 * @param after what it is changed to
 * @param population whose practitioner-years were decided under both
 * @param totals figures over all of them; hidden if too few practitioners change
 * @param unrecorded practitioners of whom only letters change that both sides find payable, because a run records none of
 *     these; part of the totals
 * @param edits every edit between the rulebooks with what it does, in the order of files, sheets and rows
 * @param questions figures by question, in the order of the rulebook; {@code outcome} first
 * @param transitions figures by question and verdict before and after, the questions in the same order, then the most frequent
 *     first; answers whose verdict stays have the same verdict twice
 * @param breakdowns figures by specialty, department, sector and option
 * @param causes figures by the set of edits that cause a changed answer, the most frequent first; each changed answer has
 *     exactly one, so that answers and euros add up to the totals
 * @param findings findings gained and lost by code
 * @param balances how many practitioners gain or lose how much, from the greatest loss to the greatest gain
 * @param largest the cases of the greatest loss or gain, greatest first; personal data, none where groups are hidden
 * @param smallestGroup practitioners below which a group is hidden; empty if nothing is
 * @param gates limits that were asked for
 */
public record Impact(
        Side before,
        Side after,
        Population population,
        Shown totals,
        Shown unrecorded,
        List<EditEffect> edits,
        List<QuestionTotal> questions,
        List<Transition> transitions,
        List<Breakdown> breakdowns,
        List<CauseTotal> causes,
        List<FindingTotal> findings,
        List<Bin> balances,
        List<Case> largest,
        OptionalInt smallestGroup,
        List<Gate> gates) {

    /** Copies the lists. */
    public Impact {
        edits = List.copyOf(edits);
        questions = List.copyOf(questions);
        transitions = List.copyOf(transitions);
        breakdowns = List.copyOf(breakdowns);
        causes = List.copyOf(causes);
        findings = List.copyOf(findings);
        balances = List.copyOf(balances);
        largest = List.copyOf(largest);
        gates = List.copyOf(gates);
    }

    /** The same with limits that it was held against. */
    public Impact with(List<Gate> others) {
        return new Impact(
                before,
                after,
                population,
                totals,
                unrecorded,
                edits,
                questions,
                transitions,
                breakdowns,
                causes,
                findings,
                balances,
                largest,
                smallestGroup,
                others);
    }

    /** Whether no answer of anyone changes. */
    public boolean isEmpty() {
        return totals.figures().filter(f -> f.changed() == 0).isPresent();
    }
}
