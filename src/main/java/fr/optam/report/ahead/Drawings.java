package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Curve;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Dumbbell;
import fr.optam.report.chart.Dumbbells;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Mark;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.chart.Series;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of a simulation. */
final class Drawings {
    private static final String PRIME = "prime";
    private static final String COMPARISON = "comparison";
    private static final BigDecimal AROUND = new BigDecimal("0.12");

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;

    Drawings(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    /** The commitments of now and those of the year. */
    List<Picture> commitments() {
        Way after = simulation.way(Way.Kind.RENEWED.name()).orElse(simulation.first());
        List<Dumbbell> rows = new ArrayList<>();
        for (Simulation.Rate rate : simulation.rates()) {
            Optional<BigDecimal> now = simulation.now().answers().stream()
                    .filter(each -> each.question().equals("commitment." + rate.code()))
                    .findFirst()
                    .flatMap(Answer::value)
                    .map(BigDecimal::new);
            Optional<BigDecimal> next = value(after, "commitment." + rate.code());
            if (now.isPresent() && next.isPresent()) {
                rows.add(new Dumbbell(Voice.capital(voice.rateName(rate.code())), now.get(), next.get()));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Heading heading = new Heading(
                "image-engagements",
                voice.say("D’un engagement à l’autre", "From one commitment to the other"),
                story.essentials().get(0),
                voice.lang());
        boolean inProgress = simulation.facts().year() == simulation.year();
        Picture drawn = Dumbbells.of(
                        heading,
                        voice.say("Engagement", "Commitment"),
                        new Quantity(voice.say("Taux", "Rate"), Measure.RATE),
                        inProgress
                                ? voice.say("aujourd’hui", "today")
                                : String.valueOf(simulation.facts().year()),
                        inProgress
                                ? voice.say("au renouvellement", "at the renewal")
                                : String.valueOf(simulation.year()),
                        rows)
                .picture();
        return List.of(new Picture(drawn.id(), drawn.title(), drawn.svg(), drawn.words(), List.of()));
    }

    private static Optional<BigDecimal> value(Way way, String question) {
        return way.answer(question).flatMap(Answer::value).map(BigDecimal::new);
    }

    /** Points around where the practitioner stands and where the commitments lie. */
    private List<Curve.Point> near(Way way, Amount amount) {
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

    /** The bonus and the balance over each amount. */
    List<Picture> curves() {
        List<Picture> all = new ArrayList<>();
        for (Amount amount : List.of(Amount.OVERRUNS, Amount.OPPOSABLE)) {
            prime(amount).ifPresent(all::add);
        }
        for (Amount amount : List.of(Amount.OVERRUNS, Amount.OPPOSABLE)) {
            balance(amount).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Picture> prime(Amount amount) {
        List<Way> ways = simulation.ways().stream()
                .filter(way -> near(way, amount).stream()
                                .map(Drawings::share)
                                .flatMap(Optional::stream)
                                .distinct()
                                .count()
                        > 1)
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        boolean euros = ways.stream()
                .flatMap(way -> near(way, amount).stream())
                .allMatch(point -> share(point).isEmpty() || euros(point, PRIME).isPresent());
        Heading heading = new Heading(
                "prime-" + id(amount),
                amount == Amount.OVERRUNS
                        ? voice.say("La prime, selon vos dépassements", "The bonus, by your overruns")
                        : voice.say(
                                "La prime, selon votre part à tarifs opposables",
                                "The bonus, by your share at opposable tariffs"),
                finding(amount, ways, euros),
                voice.lang());
        return Optional.of(marked(
                        Curves.of(
                                heading,
                                axis(amount),
                                euros
                                        ? new Quantity(voice.say("Prime", "Bonus"), Measure.EUR)
                                        : new Quantity(
                                                voice.say("Part de la prime", "Share of the bonus"), Measure.RATE),
                                ways.stream()
                                        .map(way -> Series.of(
                                                story.name(way),
                                                near(way, amount).stream()
                                                        .map(point -> new Series.Point(
                                                                point.rate(),
                                                                euros ? euros(point, PRIME) : share(point)))
                                                        .toList()))
                                        .toList()),
                        amount,
                        ways)
                .picture());
    }

    private static String id(Amount amount) {
        return amount == Amount.OVERRUNS ? "depassements" : "opposables";
    }

    private Axis axis(Amount amount) {
        return Axis.values(new Quantity(
                amount == Amount.OVERRUNS
                        ? voice.say("Taux de dépassement", "Overrun rate")
                        : voice.say("Part à tarifs opposables", "Share at opposable tariffs"),
                Measure.RATE));
    }

    /** Where the practitioner stands, and the commitments. */
    private Curves marked(Curves curves, Amount amount, List<Way> ways) {
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

    private static Optional<BigDecimal> share(Curve.Point point) {
        return Optional.ofNullable(point.answers().get(PRIME))
                .filter(answer -> answer.unit().filter("share"::equals).isPresent()
                        || answer.verdict().equals("NONE"))
                .map(answer -> answer.value().map(BigDecimal::new).orElse(BigDecimal.ZERO));
    }

    private static Optional<BigDecimal> euros(Curve.Point point, String question) {
        return Optional.ofNullable(point.answers().get(question))
                .flatMap(Answer::amount)
                .map(BigDecimal::new);
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

    private Optional<Picture> balance(Amount amount) {
        List<Way> ways = simulation.ways().stream()
                .filter(way -> near(way, amount).stream()
                                .map(point -> euros(point, COMPARISON))
                                .distinct()
                                .count()
                        > 1)
                .filter(way -> near(way, amount).stream()
                        .anyMatch(point -> euros(point, COMPARISON).isPresent()
                                && !euros(point, COMPARISON)
                                        .equals(euros(point, PRIME).or(() -> Optional.of(new BigDecimal("0.00"))))))
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                "solde-" + id(amount),
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
        return Optional.of(marked(
                        Curves.of(
                                heading,
                                axis(amount),
                                new Quantity(
                                        voice.say(
                                                "Revenu avec l’option moins sans",
                                                "Income with the option minus without"),
                                        Measure.EUR),
                                ways.stream()
                                        .map(way -> Series.of(
                                                story.name(way),
                                                near(way, amount).stream()
                                                        .map(point -> new Series.Point(
                                                                point.rate(), euros(point, COMPARISON)))
                                                        .toList()))
                                        .toList()),
                        amount,
                        ways)
                .picture());
    }

    /** A year in progress, month by month. */
    List<Picture> pace() {
        return simulation
                .pace()
                .map(pace -> List.of(new PacePicture(story, pace).picture()))
                .orElse(List.of());
    }
}
