package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Steps 19 and 20 of the recipe: events of the procedure, and the bonus paid. */
final class FollowUp {

    private static final int FIRST_RATE_YEAR = 2017;

    /** What happened to a member. */
    private enum Story {
        TWO_BAD_QUARTERS,
        AMENDMENT_NOT_SIGNED,
        NOTICE_ANSWERED_ON_LAST_DAY,
        NOTICE_WITHOUT_ANSWER,
        RESIGNATION,
        OPPOSITION_ONE_DAY_LATE
    }

    private final int year;
    private final SampleTables tables;
    private final Tally tally;
    private final Map<String, Long> primeRates = new TreeMap<>();

    FollowUp(int year, SampleTables tables, Tally tally) {
        this.year = year;
        this.tables = tables;
        this.tally = tally;
    }

    /** Events of 5 % of the members, in order of date. */
    List<Drawn.EventRow> events(Subject subject, SplitMix64 random) {
        if (!subject.member() || !random.perMille(50)) {
            return List.of();
        }
        Story story = Story.values()[random.below(Story.values().length)];
        List<Drawn.EventRow> events =
                switch (story) {
                    case TWO_BAD_QUARTERS ->
                        List.of(
                                new Drawn.EventRow("QUARTER_BREACHED", LocalDate.of(year, 4, 25), year + "-Q1"),
                                new Drawn.EventRow("QUARTER_BREACHED", LocalDate.of(year, 7, 25), year + "-Q2"));
                    case AMENDMENT_NOT_SIGNED ->
                        List.of(
                                event("AMENDMENT_SENT", LocalDate.of(year, 9, 2)),
                                event("AMENDMENT_NOT_SIGNED", LocalDate.of(year, 11, 3)));
                    case NOTICE_ANSWERED_ON_LAST_DAY -> notice(day(subject, 10, random), true);
                    case NOTICE_WITHOUT_ANSWER -> notice(day(subject, 10, random), false);
                    case RESIGNATION -> List.of(event("RESIGNATION_RECEIVED", day(subject, 12, random)));
                    case OPPOSITION_ONE_DAY_LATE -> opposition(subject);
                };
        if (!events.isEmpty()) {
            tally.add("events." + story.name().toLowerCase(Locale.ROOT), 1);
        }
        return events;
    }

    /** The 15th of a month from April to the last one, not before the membership. */
    private LocalDate day(Subject subject, int lastMonth, SplitMix64 random) {
        LocalDate from = subject.stays().get(subject.stays().size() - 1).from();
        int first = from.getYear() < year ? 4 : Math.min(lastMonth, Math.max(4, from.getMonthValue()));
        return LocalDate.of(year, random.between(first, lastMonth), 15);
    }

    private List<Drawn.EventRow> notice(LocalDate on, boolean answered) {
        Drawn.EventRow notice = event("FORMAL_NOTICE_RECEIVED", on);
        if (!answered) {
            return List.of(notice);
        }
        return tables.delayMonths("OBSERVATIONS", on)
                .map(months -> List.of(notice, event("OBSERVATIONS", on.plusMonths(months))))
                .orElse(List.of());
    }

    private List<Drawn.EventRow> opposition(Subject subject) {
        LocalDate from = subject.stays().get(subject.stays().size() - 1).from();
        Optional<Integer> months = tables.delayMonths("RENEWAL_OPPOSITION", LocalDate.of(year, 12, 31));
        if (months.isEmpty()) {
            return List.of();
        }
        LocalDate late = LocalDate.MIN;
        for (int years = 1; late.getYear() < year; years++) {
            late = from.plusYears(years).minusMonths(months.get()).plusDays(1);
        }
        return List.of(event("RENEWAL_OPPOSED", late));
    }

    private static Drawn.EventRow event(String type, LocalDate on) {
        return new Drawn.EventRow(type, on, "");
    }

    /** The full bonus of an OPTAM member at the last rate known, 10 % of them overpaid; none without a rate. */
    Optional<Drawn.PaidRow> paid(Subject subject, long opposable, SplitMix64 random) {
        boolean overpaid = random.perMille(100);
        int percent = 100 + (overpaid ? random.between(5, 50) : 0);
        LocalDate on = LocalDate.of(year + 1, random.between(6, 9), random.between(1, 28));
        long rate = subject.optam() ? rate(subject.specialty()) : 0;
        if (rate == 0) {
            return Optional.empty();
        }
        tally.add(overpaid ? "paid.overpaid" : "paid.full", 1);
        long prime = (opposable * rate + 5_000) / 10_000;
        return Optional.of(new Drawn.PaidRow(prime * percent / 100, on));
    }

    private long rate(SampleTables.Specialty specialty) {
        return primeRates.computeIfAbsent(specialty.code(), code -> {
            for (int of = year; of >= FIRST_RATE_YEAR; of--) {
                var found = tables.primeRate(code, specialty.optionGroup(), LocalDate.of(of, 12, 31));
                if (found.isPresent()) {
                    return found.get().movePointRight(4).longValueExact();
                }
            }
            return 0L;
        });
    }
}
