package fr.optam.explain.ahead;

import fr.optam.decision.Sentence;
import fr.optam.engine.Engine;
import fr.optam.fact.Act;
import fr.optam.fact.Activity;
import fr.optam.fact.PractitionerYear;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The facts as far as they go: which year is looked at, what is known of others, where a year in progress stands. */
final class Clipped {
    private final PractitionerYear facts;
    private final int year;
    private final Reading reading;
    private final Optional<Pace> pace;
    private final List<Activity> planned;

    private Clipped(PractitionerYear facts, int year, Reading reading, Optional<Pace> pace, List<Activity> planned) {
        this.facts = facts;
        this.year = year;
        this.reading = reading;
        this.pace = pace;
        this.planned = planned;
    }

    static Clipped of(Engine engine, PractitionerYear facts, Plan plan, Supposed supposed) throws PlanRefused {
        int own = facts.year();
        int year = plan.year().orElse(plan.until().isPresent() ? own : own + 1);
        if (year < own) {
            throw new PlanRefused(
                    "--year",
                    new Sentence(
                            year + " vient avant l’année des faits, " + own, year + " is before the facts, " + own),
                    new Sentence("Peut-être " + (own + 1) + ".", "Maybe " + (own + 1) + "."));
        }
        boolean given = facts.activity().orElse(List.of()).stream().anyMatch(each -> each.year() == own);
        Optional<LocalDate> last = lastAct(facts);
        Optional<LocalDate> until = plan.until();
        if (until.isEmpty() && year == own && !given) {
            until = last.filter(day -> day.getMonth() != Month.DECEMBER);
        }
        if (until.isEmpty()) {
            return new Clipped(facts, year, Reading.of(engine, facts), Optional.empty(), plan.activity());
        }
        LocalDate day = until.get();
        if (day.getYear() != own) {
            throw new PlanRefused(
                    "--until",
                    new Sentence(
                            day + " n’est pas de l’année des faits, " + own,
                            day + " is not of the facts' year, " + own),
                    new Sentence("Peut-être " + own + "-06-30.", "Maybe " + own + "-06-30."));
        }
        if (given && last.filter(day::isBefore).isPresent()) {
            throw new PlanRefused(
                    "--until",
                    new Sentence(
                            day + " vient avant le dernier acte, " + last.get(),
                            day + " is before the last act, " + last.get()),
                    new Sentence("Peut-être " + last.get() + ".", "Maybe " + last.get() + "."));
        }
        PractitionerYear known = given ? facts : before(facts, day);
        Reading reading = Reading.of(engine, known);
        Practice soFar = reading.practice(own);
        if (soFar.fees().isEmpty()) {
            throw new PlanRefused(
                    "--until",
                    new Sentence(
                            "aucun honoraire connu de " + own + " jusqu’au " + day,
                            "no fees known of " + own + " until " + day),
                    new Sentence(
                            "Peut-être activity." + own + " ou des actes dans les faits.",
                            "Maybe activity." + own + " or acts in the facts."));
        }
        supposed.that(plan.until().isPresent() ? "PACE_UNTIL" : "PACE_UNTIL_LAST_ACT", "until", day, "year", own);
        return new Clipped(known, year, reading, Optional.of(Pace.of(day, soFar, reading)), plan.activity());
    }

    private static Optional<LocalDate> lastAct(PractitionerYear facts) {
        return facts.acts().orElse(List.of()).stream()
                .map(act -> act.until().orElse(act.on()))
                .filter(day -> day.getYear() == facts.year())
                .max(Comparator.naturalOrder());
    }

    private static PractitionerYear before(PractitionerYear facts, LocalDate day) {
        List<Act> acts = facts.acts().orElse(List.of()).stream()
                .filter(act -> !act.on().isAfter(day))
                .toList();
        return facts.acts().isPresent() ? facts.with(acts) : facts;
    }

    PractitionerYear facts() {
        return facts;
    }

    int year() {
        return year;
    }

    Optional<Pace> pace() {
        return pace;
    }

    /** The year whose practice goes on: the last one of which fees are known. */
    Optional<Integer> practiceOf() {
        List<Integer> years = new ArrayList<>(reading.years());
        planned.forEach(each -> years.add(each.year()));
        return years.stream()
                .filter(each -> each <= year && practice(each).fees().isPresent())
                .max(Comparator.naturalOrder());
    }

    /** The practice of a year; of one in progress at its pace. */
    Practice practice(int of) {
        Optional<Activity> instead =
                planned.stream().filter(each -> each.year() == of).findFirst();
        if (instead.isPresent()) {
            return practice(instead.get());
        }
        return pace.filter(each -> of == facts.year()).map(Pace::atPace).orElseGet(() -> reading.practice(of));
    }

    private static Practice practice(Activity activity) {
        return new Practice(
                activity.reimbursableFees(),
                activity.overruns(),
                activity.opposableFees(),
                new TreeMap<>(activity.actCounts()));
    }

    /** Activity of all years that are known. */
    Optional<List<Activity>> activity() {
        List<Activity> all = new ArrayList<>(planned);
        for (int of : reading.years()) {
            if (planned.stream().noneMatch(each -> each.year() == of)) {
                Practice practice = practice(of);
                all.add(new Activity(
                        of, practice.counts(), practice.fees(), practice.overruns(), practice.opposable()));
            }
        }
        all.sort(Comparator.comparingInt(Activity::year));
        return facts.activity().isEmpty() && all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
