package fr.optam.report.ahead;

import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.chart.Series;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Income with the option minus income without it, as an amount goes up. */
final class BalancePicture {
    private static final String PRIME = "prime";
    private static final String COMPARISON = "comparison";

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;
    private final Surroundings around;

    BalancePicture(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.around = new Surroundings(story);
    }

    /** What the option brings over an amount; none if that does not change, or if it is the bonus alone. */
    Optional<Picture> picture(Amount amount) {
        List<Way> ways = simulation.ways().stream()
                .filter(way -> around.near(way, amount).stream()
                                .map(point -> Surroundings.euros(point, COMPARISON))
                                .distinct()
                                .count()
                        > 1)
                .filter(way -> around.near(way, amount).stream()
                        .anyMatch(point -> Surroundings.euros(point, COMPARISON).isPresent()
                                && !Surroundings.euros(point, COMPARISON)
                                        .equals(Surroundings.euros(point, PRIME)
                                                .or(() -> Optional.of(new BigDecimal("0.00"))))))
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                "solde-" + Surroundings.id(amount),
                amount == Amount.OVERRUNS
                        ? voice.say(
                                "Ce que l’option vous rapporte, selon vos dépassements",
                                "What the option brings you, by your overruns")
                        : voice.say(
                                "Ce que l’option vous rapporte, selon votre part à tarifs opposables",
                                "What the option brings you, by your share at opposable tariffs"),
                ways.stream()
                        .flatMap(way -> way.answer(COMPARISON).stream()
                                .map(answer -> story.name(way) + voice.colon("", "") + voice.say(answer.sentence())))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""),
                voice.lang());
        return Optional.of(around.marked(
                        Curves.of(
                                heading,
                                around.axis(amount),
                                new Quantity(
                                        voice.say(
                                                "Revenu avec l’option moins sans",
                                                "Income with the option minus without"),
                                        Measure.EUR),
                                ways.stream()
                                        .map(way -> Series.of(
                                                story.name(way),
                                                around.near(way, amount).stream()
                                                        .map(point -> new Series.Point(
                                                                point.rate(), Surroundings.euros(point, COMPARISON)))
                                                        .toList()))
                                        .toList()),
                        amount,
                        ways)
                .picture());
    }
}
