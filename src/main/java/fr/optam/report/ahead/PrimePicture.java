package fr.optam.report.ahead;

import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Curve;
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

/** The bonus, or its share, as an amount goes up. */
final class PrimePicture {
    private static final String PRIME = "prime";

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;
    private final Surroundings around;

    PrimePicture(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.around = new Surroundings(story);
    }

    /** The bonus over an amount; none if it does not change. */
    Optional<Picture> picture(Amount amount) {
        List<Way> ways = simulation.ways().stream()
                .filter(way -> around.near(way, amount).stream()
                                .map(PrimePicture::share)
                                .flatMap(Optional::stream)
                                .distinct()
                                .count()
                        > 1)
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        boolean euros = ways.stream()
                .flatMap(way -> around.near(way, amount).stream())
                .allMatch(point -> share(point).isEmpty()
                        || Surroundings.euros(point, PRIME).isPresent());
        Heading heading = new Heading(
                "prime-" + Surroundings.id(amount),
                amount == Amount.OVERRUNS
                        ? voice.say("La prime, selon vos dépassements", "The bonus, by your overruns")
                        : voice.say(
                                "La prime, selon votre part à tarifs opposables",
                                "The bonus, by your share at opposable tariffs"),
                finding(amount, ways, euros),
                voice.lang());
        return Optional.of(around.marked(
                        Curves.of(
                                heading,
                                around.axis(amount),
                                euros
                                        ? new Quantity(voice.say("Prime", "Bonus"), Measure.EUR)
                                        : new Quantity(
                                                voice.say("Part de la prime", "Share of the bonus"), Measure.RATE),
                                ways.stream()
                                        .map(way -> Series.of(
                                                story.name(way),
                                                around.near(way, amount).stream()
                                                        .map(point -> new Series.Point(
                                                                point.rate(),
                                                                euros
                                                                        ? Surroundings.euros(point, PRIME)
                                                                        : share(point)))
                                                        .toList()))
                                        .toList()),
                        amount,
                        ways)
                .picture());
    }

    private static Optional<BigDecimal> share(Curve.Point point) {
        return Optional.ofNullable(point.answers().get(PRIME))
                .filter(answer -> answer.unit().filter("share"::equals).isPresent()
                        || answer.verdict().equals("NONE"))
                .map(answer -> answer.value().map(BigDecimal::new).orElse(BigDecimal.ZERO));
    }

    /** What the curve of the way spoken of first does, or of the first one that is drawn. */
    private String finding(Amount amount, List<Way> ways, boolean euros) {
        Way way = ways.stream()
                .filter(each -> each.id().equals(simulation.main()))
                .findFirst()
                .orElse(ways.get(0));
        List<Curve.Turn> turns = way.curve(amount).orElseThrow().turns().stream()
                .filter(turn -> turn.after().stream()
                        .anyMatch(answer -> answer.question().equals(PRIME)))
                .toList();
        String unknown = euros
                ? ""
                : voice.say(
                        " Le montant n’est pas connu pour " + simulation.year() + "\u00A0: l’image montre la part.",
                        " The amount is not known for " + simulation.year() + ": the picture shows the share.");
        if (turns.isEmpty()) {
            return voice.say("La prime ne change pas.", "The bonus does not change.") + unknown;
        }
        String first = ratio(turns.get(0).last());
        String last = ratio(turns.get(turns.size() - 1).last());
        return story.name(way)
                + (amount == Amount.OVERRUNS
                        ? voice.say(
                                "\u00A0: la prime reste entière jusqu’à " + first
                                        + " de dépassements, baisse par marches, et il n’y en a plus au-delà de " + last
                                        + ".",
                                ": the bonus is whole up to " + first
                                        + " of overruns, falls by steps, and is gone beyond " + last + ".")
                        : voice.say(
                                "\u00A0: il n’y a pas de prime jusqu’à " + first
                                        + " à tarifs opposables, elle monte par marches et devient entière au-delà de "
                                        + last + ".",
                                ": there is no bonus up to " + first
                                        + " at opposable tariffs, it rises by steps and is whole beyond " + last + "."))
                + unknown;
    }

    private String ratio(BigDecimal amount) {
        BigDecimal fees = simulation.planned().fees().orElseThrow();
        return voice.rate(amount.divide(fees, 6, java.math.RoundingMode.HALF_UP));
    }
}
