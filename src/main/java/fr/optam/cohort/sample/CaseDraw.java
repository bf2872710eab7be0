package fr.optam.cohort.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Draws one practitioner with everything known of them; the acts stay in a table that is used again. */
final class CaseDraw {

    private static final int WHO = 1;
    private static final int ACTS = 2;
    private static final int CHARGES = 3;
    private static final int REST = 4;
    private static final int HABITS = 7;
    private static final int RISES = 9;

    private final SampleRequest request;
    private final Days days;
    private final Spread spread;
    private final Tally tally;
    private final SubjectDraw subjects;
    private final AimDraw aims;
    private final ActDraw actDraw;
    private final YearDraw years;
    private final FollowUp followUp;
    private final Optional<PanelStays> panel;
    private final ActTable acts = new ActTable();

    CaseDraw(Recipe recipe, Tally tally) {
        request = recipe.request();
        days = recipe.days();
        spread = recipe.spread();
        this.tally = tally;
        Quantiles quantiles = recipe.quantiles();
        SampleTables tables = recipe.tables();
        panel = recipe.panel().map(plan -> new PanelStays(request, plan, tables));
        subjects = new SubjectDraw(
                request,
                tables,
                quantiles,
                request.panel().map(p -> new Days(p.first())).orElse(days));
        aims = new AimDraw(quantiles);
        actDraw = new ActDraw(recipe.codes(), recipe.prices(), quantiles, days, tally);
        years = new YearDraw(request, tables.referenceYears(request.year()), quantiles, aims, tally);
        followUp = new FollowUp(request.year(), tables, tally);
    }

    /** The acts of the practitioner drawn last. */
    ActTable acts() {
        return acts;
    }

    Drawn draw(int number) {
        SplitMix64 random = new SplitMix64(request.seed(), number, WHO);
        Subject drawn = subjects.draw(number, random);
        Subject subject = panel.map(p -> p.at(drawn)).orElse(drawn);
        Aim aim = panel.map(p -> aim(drawn, subject, p.ever(drawn), random)).orElseGet(() -> aims.draw(drawn, random));
        actDraw.fill(
                acts,
                spread.lines(number),
                subject,
                new Rights(subject, days),
                stream(number, HABITS),
                stream(number, ACTS));
        Books.Totals totals = Books.close(acts, aim, stream(number, CHARGES));
        return rest(subject, aim, totals, stream(number, REST));
    }

    /** The aim of the first year, whether or not a member by then, and what the years since have added to it. */
    private Aim aim(Subject drawn, Subject subject, boolean ever, SplitMix64 random) {
        boolean joins = ever && !drawn.member();
        Aim first = aims.draw(joins ? drawn.with("OPTAM", List.of()) : drawn, random);
        request.panel().ifPresent(of -> tally.add("panel.members", subject.member() ? 1 : 0));
        int above = request.panel().map(of -> of.overrun(request.year())).orElse(0);
        return first.above(subject.freeFees() ? above : 0, subject.member());
    }

    private SplitMix64 stream(int number, int stream) {
        return new SplitMix64(request.seed(), number, stream);
    }

    private Drawn rest(Subject subject, Aim aim, Books.Totals totals, SplitMix64 random) {
        boolean disagrees = random.perMille(5);
        Set<Fact> unknown = unknown(random);
        if (disagrees) {
            unknown.clear();
            tally.add("activity.disagrees_with_acts", 1);
        }
        unknown.forEach(fact -> tally.add("unknown." + fact.name().toLowerCase(Locale.ROOT), 1));
        List<Drawn.YearRow> rows = new ArrayList<>(years.draw(subject, aim, random));
        rows.add(year(totals, disagrees));
        OptionalInt rate = OptionalInt.empty();
        OptionalInt share = OptionalInt.empty();
        if (aim.signed()) {
            rate = OptionalInt.of(Math.max(0, totals.overrunRate() - aim.overrunGap()));
            share = OptionalInt.of(Math.max(0, Math.min(10_000, totals.opposableShare() + aim.shareGap())));
            respect(totals.overrunRate() - rate.getAsInt(), share.getAsInt() - totals.opposableShare());
        } else if (subject.member()) {
            tally.add("respect.without_signed_rate", 1);
        }
        return new Drawn(
                subject,
                rows,
                rate,
                share,
                followUp.events(subject, random),
                followUp.paid(subject, totals.opposable(), random),
                rises(subject, aim, random),
                unknown,
                disagrees);
    }

    private void respect(int overrunGap, int shareGap) {
        boolean rate = overrunGap > 0;
        boolean share = shareGap > 0;
        tally.add(
                "respect." + (rate && share ? "both_missed" : rate ? "rate_missed" : share ? "share_missed" : "met"),
                1);
        int gap = Math.max(overrunGap, shareGap);
        if (gap >= 0 && gap % 100 == 0) {
            tally.add("respect.gap_exactly_" + gap / 100, 1);
        }
    }

    private Drawn.YearRow year(Books.Totals totals, boolean disagrees) {
        long[] counts = totals.counts().clone();
        if (disagrees) {
            int most = 0;
            for (int category = 1; category < counts.length; category++) {
                most = counts[category] > counts[most] ? category : most;
            }
            counts[most]++;
        }
        return new Drawn.YearRow(request.year(), counts, totals.fees(), totals.overruns(), totals.opposable());
    }

    private static Set<Fact> unknown(SplitMix64 random) {
        Set<Fact> unknown = EnumSet.noneOf(Fact.class);
        for (Fact fact : Fact.values()) {
            if (random.perMille(Fact.PER_MILLE)) {
                unknown.add(fact);
            }
        }
        return unknown;
    }

    /** In a panel, half of those with free fees see a rise in the middle of the last year. */
    private List<Drawn.RiseRow> rises(Subject subject, Panel of) {
        SplitMix64 random = stream(subject.number(), RISES);
        boolean risen = random.perMille(500);
        long base = random.between(2_300, 6_000);
        long rise = random.between(100, 500);
        return risen && subject.freeFees() && request.year() == of.last()
                ? List.of(new Drawn.RiseRow(LocalDate.of(of.last(), 7, 1), base, rise))
                : List.of();
    }

    private List<Drawn.RiseRow> rises(Subject subject, Aim aim, SplitMix64 random) {
        if (request.panel().isPresent()) {
            return rises(subject, request.panel().get());
        }
        boolean risen = random.perMille(500);
        long base = random.between(2_300, 6_000);
        long rise = random.between(100, 500);
        return risen && subject.member() && !aim.signed()
                ? List.of(new Drawn.RiseRow(LocalDate.of(request.year() - 1, 12, 22), base, rise))
                : List.of();
    }
}
