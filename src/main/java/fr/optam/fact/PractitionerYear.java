package fr.optam.fact;

import java.util.List;
import java.util.Optional;

/**
 * Everything known about one practitioner in one civil year: the unit of decision.
 *
 * <p>An empty {@code Optional} is an unknown, never zero, never false and never "none"; a list that is present is
 * complete.
 *
 * @param year civil year that is decided
 * @param practitioner the physician, counted over all practices
 * @param request option asked for and the date of the request
 * @param memberships intervals under a tariff option, in order of their first day
 * @param activity one entry a civil year, in order of year
 * @param acts acts billed; lines equal in everything but their id share one entry
 * @param tariffRises rises of tariffs since the reference years, in order of date
 * @param events dated facts of the procedure, in order of date and type
 * @param paid what was already paid for the year
 * @param notes what the reading of the input found, to be carried as findings of the decision
 */
public record PractitionerYear(
        int year,
        Practitioner practitioner,
        Optional<Request> request,
        Optional<List<Membership>> memberships,
        Optional<List<Activity>> activity,
        Optional<List<Act>> acts,
        Optional<List<TariffRise>> tariffRises,
        Optional<List<Event>> events,
        Optional<Paid> paid,
        List<InputNote> notes) {

    /** Copies the lists, so that a practitioner-year never changes. */
    public PractitionerYear {
        memberships = memberships.map(List::copyOf);
        activity = activity.map(List::copyOf);
        acts = acts.map(List::copyOf);
        tariffRises = tariffRises.map(List::copyOf);
        events = events.map(List::copyOf);
        notes = List.copyOf(notes);
    }

    /** The same with an id for each line of each act. */
    public PractitionerYear apart() {
        return acts.isEmpty() ? this : with(acts.get().stream().map(Act::apart).toList());
    }

    /** The same with other acts. */
    public PractitionerYear with(List<Act> others) {
        return new PractitionerYear(
                year,
                practitioner,
                request,
                memberships,
                activity,
                Optional.of(others),
                tariffRises,
                events,
                paid,
                notes);
    }
}
