package fr.optam.explain.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.fact.PractitionerYear;
import java.util.List;
import java.util.Optional;

/**
 * The year ahead of one practitioner, decided under each option that is open, with what the plan can still change.
 *
 * @param facts what is known
 * @param year civil year that is looked at
 * @param now the year of the facts, decided as it is
 * @param practiceOf year whose practice goes on; empty if none is known
 * @param base that practice
 * @param planned the practice of the year that is looked at
 * @param pace where a year in progress is going; empty for a year that has not begun
 * @param rates codes of the commitments with the amount that moves each, in the order of the rulebook
 * @param doors whether each option is open to the practitioner on the first day of the year
 * @param ways ways to be in the year: as now, renewed, in each option, without one
 * @param main id of the way that is spoken of first
 * @param assumptions what is taken for granted
 */
public record Simulation(
        PractitionerYear facts,
        int year,
        Decision now,
        Optional<Integer> practiceOf,
        Practice base,
        Practice planned,
        Optional<Pace> pace,
        List<Rate> rates,
        List<Door> doors,
        List<Way> ways,
        String main,
        List<Assumption> assumptions) {
    /** Copies the lists. */
    public Simulation {
        rates = List.copyOf(rates);
        doors = List.copyOf(doors);
        ways = List.copyOf(ways);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether the year that is looked at is in progress. */
    public boolean inProgress() {
        return pace.isPresent() && year == facts.year();
    }

    /** The way that is spoken of first. */
    public Way first() {
        return way(main).orElseThrow();
    }

    /** The way of an id. */
    public Optional<Way> way(String id) {
        return ways.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * A rate that is committed to.
     *
     * @param code its code
     * @param amount the amount above the line of the rate
     */
    public record Rate(String code, Amount amount) {}

    /**
     * Whether an option is open.
     *
     * @param option its code
     * @param answer the answer of the rules
     * @param simulated whether it is among the ways
     */
    public record Door(String option, Answer answer, boolean simulated) {}
}
