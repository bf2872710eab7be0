package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Curve;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Mark;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What curves over an amount have in common: the stretch that is drawn, its axis, and what they are held against. */
final class Surroundings {
    private static final BigDecimal AROUND = new BigDecimal("0.12");

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;

    Surroundings(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    static Optional<BigDecimal> value(Way way, String question) {
        return way.answer(question).flatMap(Answer::value).map(BigDecimal::new);
    }

    /** Points around where the practitioner stands and where the commitments lie. */
    List<Curve.Point> near(Way way, Amount amount) {
        BigDecimal low = here(amount).orElse(BigDecimal.ZERO);
        BigDecimal high = low;
        for (Way each : simulation.ways()) {
            for (Simulation.Rate rate : simulation.rates()) {
                Optional<BigDecimal> level = value(each, "commitment." + rate.code());
                if (rate.amount() == amount && level.isPresent()) {
                    low = low.min(level.get());
                    high = high.max(level.get());
                }
            }
        }
        BigDecimal from = low.subtract(AROUND);
        BigDecimal to = high.add(AROUND);
        return way.curve(amount).stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point ->
                        point.rate().compareTo(from) >= 0 && point.rate().compareTo(to) <= 0)
                .toList();
    }

    private Optional<BigDecimal> here(Amount amount) {
        return amount == Amount.OVERRUNS
                ? simulation.planned().overrunRate()
                : simulation.planned().opposableShare();
    }

    static String id(Amount amount) {
        return amount == Amount.OVERRUNS ? "depassements" : "opposables";
    }

    Axis axis(Amount amount) {
        return Axis.values(new Quantity(
                amount == Amount.OVERRUNS
                        ? voice.say("Taux de dépassement", "Overrun rate")
                        : voice.say("Part à tarifs opposables", "Share at opposable tariffs"),
                Measure.RATE));
    }

    /** Where the practitioner stands, and the commitments. */
    Curves marked(Curves curves, Amount amount, List<Way> ways) {
        Curves all = curves;
        Optional<BigDecimal> here = here(amount);
        if (here.isPresent()) {
            all = all.with(Mark.moment(voice.say("vous", "you"), here.get()));
        }
        for (Simulation.Rate rate : simulation.rates()) {
            if (rate.amount() == amount) {
                List<BigDecimal> levels = ways.stream()
                        .flatMap(way -> value(way, "commitment." + rate.code()).stream())
                        .distinct()
                        .toList();
                for (BigDecimal level : levels) {
                    all = all.with(Mark.moment(voice.say("engagement ", "commitment ") + voice.rate(level), level));
                }
            }
        }
        return all;
    }

    static Optional<BigDecimal> euros(Curve.Point point, String question) {
        return Optional.ofNullable(point.answers().get(question))
                .flatMap(Answer::amount)
                .map(BigDecimal::new);
    }
}
