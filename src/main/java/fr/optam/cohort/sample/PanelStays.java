package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Memberships of the same practitioners in each year: as they stood at the end of that year, and consistent with it. */
final class PanelStays {
    private static final int STREAM = 8;
    private static final String USUAL = "OPTAM";

    private final SampleRequest request;
    private final PanelPlan plan;
    private final SampleTables tables;

    PanelStays(SampleRequest request, PanelPlan plan, SampleTables tables) {
        this.request = request;
        this.plan = plan;
        this.tables = tables;
    }

    /** Whether the practitioner is a member in one year at least, so that the rates are those of a member throughout. */
    boolean ever(Subject base) {
        return base.member() || plan.joins(base.number(), 0) > 0;
    }

    /** The practitioner as of a year. */
    Subject at(Subject base) {
        SplitMix64 random = new SplitMix64(request.seed(), base.number(), STREAM);
        boolean second = random.perMille(base.group().equals("ANAESTHESIA") ? 700 : 650);
        LocalDate first = LocalDate.of(plan.panel().first(), 1, 1);
        LocalDate from = tables.option(USUAL).map(SampleTables.Span::from).orElse(first);
        LocalDate open = from.isAfter(base.installed()) ? from : base.installed();
        LocalDate before = open.plusDays(random.below((int) Math.max(1, first.toEpochDay() - open.toEpochDay())));
        int joins = plan.joins(base.number(), 0);
        LocalDate since = joins > 0 ? LocalDate.of(joins, 1, 1) : before.isAfter(first) ? first : before;
        if (!ever(base) || since.getYear() > request.year()) {
            return base.with("", List.of());
        }
        List<Subject.Stay> stays = stays(base, second, since);
        Subject.Stay last = stays.get(stays.size() - 1);
        boolean member = request.year() < plan.leaves(base.number());
        return base.with(member ? last.option() : "", stays);
    }

    private List<Subject.Stay> stays(Subject base, boolean second, LocalDate since) {
        List<Subject.Stay> stays = new ArrayList<>();
        LocalDate from = since;
        String option = option(base, second, since.getYear());
        int end = Math.min(request.year(), plan.leaves(base.number()) - 1);
        for (int year = since.getYear() + 1; year <= end; year++) {
            String now = option(base, second, year);
            if (!now.equals(option)) {
                stays.add(new Subject.Stay(option, from, Optional.of(LocalDate.of(year - 1, 12, 31))));
                option = now;
                from = LocalDate.of(year, 1, 1);
            }
        }
        boolean left = end < request.year();
        stays.add(new Subject.Stay(option, from, left ? Optional.of(LocalDate.of(end, 12, 31)) : Optional.empty()));
        return stays;
    }

    private String option(Subject base, boolean second, int year) {
        String other = new StayDraw(year, tables).second(base.group());
        return second && !other.isEmpty() ? other : USUAL;
    }
}
