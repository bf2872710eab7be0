package fr.optam.report.ahead;

import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Pace;
import fr.optam.explain.ahead.Simulation;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Mark;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.chart.Series;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Overruns since January: billed, at the same pace, without any more, and the most that the commitment allows. */
final class PacePicture {
    private static final int MONTHS = 12;

    private final Simulation simulation;
    private final Voice voice;
    private final Pace pace;
    private final String essential;

    PacePicture(Story story, Pace pace) {
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.pace = pace;
        this.essential = story.simulation().inProgress() ? story.essentials().get(1) : "";
    }

    Picture picture() {
        List<String> names = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            names.add(voice.shortMonth(month));
        }
        List<Series> series = new ArrayList<>();
        if (!pace.months().isEmpty()) {
            series.add(Series.of(voice.say("facturés", "billed"), billed()));
        }
        series.add(Series.of(voice.say("à cette cadence", "at this pace"), ahead(true)));
        series.add(Series.of(voice.say("plus aucun", "no more"), ahead(false)));
        Curves curves = Curves.of(
                new Heading(
                        "image-cadence",
                        voice.say("Vos dépassements depuis janvier", "Your overruns since January"),
                        essential,
                        voice.lang()),
                Axis.names(voice.say("Fin du mois", "End of the month"), names),
                new Quantity(voice.say("Dépassements depuis janvier", "Overruns since January"), Measure.EUR),
                series);
        return most().map(limit -> curves.with(Mark.above(voice.say("engagement dépassé", "commitment missed"), limit)))
                .orElse(curves)
                .picture();
    }

    private Optional<BigDecimal> most() {
        return !simulation.inProgress()
                ? Optional.empty()
                : simulation
                        .first()
                        .limit("respect", Amount.OVERRUNS)
                        .filter(limit -> limit.kind() == Limit.Kind.MOST)
                        .flatMap(Limit::at);
    }

    private List<Series.Point> billed() {
        List<Series.Point> points = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Pace.Month month : pace.months()) {
            sum = sum.add(month.practice().overruns().orElseThrow());
            points.add(Series.Point.of(BigDecimal.valueOf(month.number() - 1L), sum));
        }
        return points;
    }

    /** From the month that is known last to the end of the year. */
    private List<Series.Point> ahead(boolean going) {
        List<Series.Point> points = new ArrayList<>();
        BigDecimal now = pace.soFar().overruns().orElse(BigDecimal.ZERO);
        BigDecimal rest = pace.atPace().overruns().orElse(now).subtract(now);
        int open = Math.max(1, pace.days() - pace.daysKnown());
        for (int month = pace.until().getMonthValue(); month <= MONTHS; month++) {
            int day = YearMonth.of(pace.until().getYear(), month).atEndOfMonth().getDayOfYear();
            BigDecimal more = rest.multiply(BigDecimal.valueOf(Math.max(0, day - pace.daysKnown())))
                    .divide(BigDecimal.valueOf(open), 2, RoundingMode.HALF_UP);
            points.add(Series.Point.of(BigDecimal.valueOf(month - 1L), going ? now.add(more) : now));
        }
        return points;
    }
}
