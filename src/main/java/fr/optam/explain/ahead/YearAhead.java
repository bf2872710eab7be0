package fr.optam.explain.ahead;

import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.Membership;
import fr.optam.fact.Paid;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.Request;
import fr.optam.fact.TariffRise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Facts of a year that is not there yet, or not whole, made of those of another. */
final class YearAhead {
    private final PractitionerYear facts;

    private final int year;

    private final LocalDate start;

    private final Optional<List<Membership>> memberships;

    private final Optional<Request> request;

    private final Optional<List<Activity>> activity;

    private final Optional<List<Act>> acts;

    private final Optional<List<TariffRise>> rises;

    private final Optional<Paid> paid;

    private YearAhead(
            PractitionerYear facts,
            int year,
            Optional<List<Membership>> memberships,
            Optional<Request> request,
            Optional<List<Activity>> activity,
            Optional<List<Act>> acts,
            Optional<List<TariffRise>> rises,
            Optional<Paid> paid) {
        this.facts = facts;
        this.year = year;
        this.start = LocalDate.of(year, 1, 1);
        this.memberships = memberships;
        this.request = request;
        this.activity = activity;
        this.acts = acts;
        this.rises = rises;
        this.paid = paid;
    }

    /**
     * The year ahead with the memberships as they are.
     *
     * @param year which year
     * @param activity activity of other years
     * @param acts acts of the year itself
     * @param rises rises of tariffs; empty if unknown
     */
    static YearAhead of(
            PractitionerYear facts,
            int year,
            Optional<List<Activity>> activity,
            Optional<List<Act>> acts,
            Optional<List<TariffRise>> rises) {
        boolean same = facts.year() == year;
        Request first = new Request(Optional.empty(), Optional.of(LocalDate.of(year, 1, 1)));
        return new YearAhead(
                facts,
                year,
                facts.memberships().map(YearAhead::goingOn),
                same ? facts.request().or(() -> Optional.of(first)) : Optional.of(first),
                activity,
                acts,
                rises.map(list -> list.stream()
                        .sorted(Comparator.comparing(TariffRise::on))
                        .toList()),
                same ? facts.paid() : Optional.empty());
    }

    /** The same without an act, for whoever asks what does not depend on acts; the figures of the year are given anyway. */
    YearAhead withoutActs() {
        return new YearAhead(facts, year, memberships, request, activity, acts.map(all -> List.of()), rises, paid);
    }

    /** Number of act lines, those that are alike counted once. */
    int lines() {
        return acts.map(List::size).orElse(0);
    }

    /** Whether nothing is said of the end of the last membership. */
    static boolean endUnknown(PractitionerYear facts) {
        List<Membership> all = facts.memberships().orElse(List.of());
        return !all.isEmpty() && all.get(all.size() - 1).end() instanceof Membership.End.Unknown;
    }

    private static List<Membership> goingOn(List<Membership> all) {
        List<Membership> open = new ArrayList<>(all);
        if (!all.isEmpty() && all.get(all.size() - 1).end() instanceof Membership.End.Unknown) {
            Membership last = open.remove(all.size() - 1);
            open.add(new Membership(
                    last.option(), last.from(), new Membership.End.Open(), last.overrunRate(), last.opposableShare()));
        }
        return open;
    }

    /** The same whose memberships of the year carry no signed rate any more. */
    YearAhead renewed() {
        return with(memberships.map(list -> list.stream()
                .map(each -> ends(each).isBefore(start)
                        ? each
                        : new Membership(each.option(), each.from(), each.end(), Optional.empty(), Optional.empty()))
                .toList()));
    }

    /** Whether a membership of the year carries a signed rate. */
    boolean signed() {
        return memberships.orElse(List.of()).stream()
                .anyMatch(each -> !ends(each).isBefore(start)
                        && (each.overrunRate().isPresent()
                                || each.opposableShare().isPresent()));
    }

    /** The same without an option from the first day of the year on. */
    YearAhead without() {
        return with(Optional.of(memberships.orElse(List.of()).stream()
                .filter(each -> each.from().isBefore(start))
                .map(each -> ends(each).isBefore(start)
                        ? each
                        : new Membership(
                                each.option(),
                                each.from(),
                                new Membership.End.On(start.minusDays(1)),
                                each.overrunRate(),
                                each.opposableShare()))
                .toList()));
    }

    /** The same in an option from the first day of the year on. */
    YearAhead joined(String option) {
        List<Membership> all = new ArrayList<>(without().memberships.orElseThrow());
        all.add(new Membership(option, start, new Membership.End.Open(), Optional.empty(), Optional.empty()));
        return with(Optional.of(all));
    }

    /** The same with rates of a membership that no practice can miss: everything of the year is then as if kept. */
    YearAhead kept() {
        return with(memberships.map(list -> list.stream()
                .map(each -> ends(each).isBefore(start)
                        ? each
                        : new Membership(
                                each.option(),
                                each.from(),
                                each.end(),
                                Optional.of(BigDecimal.ONE),
                                Optional.of(BigDecimal.ZERO)))
                .toList()));
    }

    /** The same with a prime paid before. */
    YearAhead paid(BigDecimal prime) {
        return new YearAhead(
                facts,
                year,
                memberships,
                request,
                activity,
                acts,
                rises,
                Optional.of(new Paid(Optional.of(prime), Optional.empty())));
    }

    /** The same with other rises of tariffs. */
    YearAhead rises(List<TariffRise> others) {
        return new YearAhead(facts, year, memberships, request, activity, acts, Optional.of(others), paid);
    }

    Optional<List<TariffRise>> rises() {
        return rises;
    }

    boolean knowsPaid() {
        return paid.flatMap(Paid::prime).isPresent();
    }

    private YearAhead with(Optional<List<Membership>> others) {
        return new YearAhead(facts, year, others, request, activity, acts, rises, paid);
    }

    private static LocalDate ends(Membership membership) {
        return membership.end() instanceof Membership.End.On on ? on.day() : LocalDate.MAX;
    }

    /** The practitioner-year with a practice in it. */
    PractitionerYear with(Practice practice) {
        return new PractitionerYear(
                year,
                facts.practitioner(),
                request,
                memberships,
                activity(practice),
                acts,
                rises,
                Optional.of(facts.events().orElse(List.of())),
                paid,
                facts.year() == year ? facts.notes() : List.of());
    }

    private Optional<List<Activity>> activity(Practice practice) {
        boolean nothing = practice.fees().isEmpty()
                && practice.overruns().isEmpty()
                && practice.opposable().isEmpty()
                && practice.counts().isEmpty();
        if (nothing) {
            return activity;
        }
        List<Activity> all = new ArrayList<>(activity.orElse(List.of()));
        all.removeIf(each -> each.year() == year);
        all.add(new Activity(year, practice.counts(), practice.fees(), practice.overruns(), practice.opposable()));
        all.sort(Comparator.comparingInt(Activity::year));
        return Optional.of(all);
    }
}
