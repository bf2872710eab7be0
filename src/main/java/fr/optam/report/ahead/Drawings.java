package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.chart.Dumbbell;
import fr.optam.report.chart.Dumbbells;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of a simulation. */
final class Drawings {
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
            Optional<BigDecimal> next = Surroundings.value(after, "commitment." + rate.code());
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

    /** The bonus and the balance over each amount. */
    List<Picture> curves() {
        List<Picture> all = new ArrayList<>();
        for (Amount amount : List.of(Amount.OVERRUNS, Amount.OPPOSABLE)) {
            new PrimePicture(story).picture(amount).ifPresent(all::add);
        }
        for (Amount amount : List.of(Amount.OVERRUNS, Amount.OPPOSABLE)) {
            new BalancePicture(story).picture(amount).ifPresent(all::add);
        }
        return all;
    }

    /** A year in progress, month by month. */
    List<Picture> pace() {
        return simulation
                .pace()
                .map(pace -> List.of(new PacePicture(story, pace).picture()))
                .orElse(List.of());
    }
}
