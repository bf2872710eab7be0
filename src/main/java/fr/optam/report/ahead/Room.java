package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Practice;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far amounts can go before a commitment is missed. */
final class Room {
    private static final String RESPECT = "respect";

    private final Story story;
    private final Simulation simulation;
    private final Voice voice;

    Room(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    Chapter chapter() {
        List<Line> rows = new ArrayList<>();
        for (Way each : simulation.ways()) {
            for (Limit limit : each.limits()) {
                if (limit.at().isPresent() && limit.question().startsWith(RESPECT + ".")) {
                    rows.add(room(each, limit));
                }
            }
        }
        return new Chapter(
                "marges",
                voice.say("Jusqu’où aller", "How far you can go"),
                rows.isEmpty()
                        ? List.of()
                        : List.of(voice.say(
                                "Chaque limite a été vérifiée avec les règles elles-mêmes, au centime près, des deux côtés.",
                                "Each limit was checked with the rules themselves, to the cent, on both sides.")),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Sheet(
                                "marges-table",
                                voice.say("Distance à chaque engagement", "Distance to each commitment"),
                                List.of(
                                        voice.say("Situation", "Situation"),
                                        voice.say("Limite", "Limit"),
                                        voice.say("Montant", "Amount"),
                                        voice.say("Prévu", "Planned"),
                                        voice.say("Marge", "Room"),
                                        voice.say("Écart en points", "Difference in points")),
                                4,
                                rows)));
    }

    private Line room(Way each, Limit limit) {
        BigDecimal at = limit.at().orElseThrow();
        Practice planned = simulation.planned();
        BigDecimal here =
                switch (limit.amount()) {
                    case OVERRUNS -> planned.overruns().orElseThrow();
                    case OPPOSABLE -> planned.opposable().orElseThrow();
                    case EXTRA -> BigDecimal.ZERO.setScale(2);
                };
        BigDecimal room = limit.kind() == Limit.Kind.MOST ? at.subtract(here) : here.subtract(at);
        return new Line(
                room.signum() < 0 ? "bad" : "good",
                List.of(
                        story.name(each),
                        limit(limit),
                        voice.euros(at),
                        voice.euros(here),
                        voice.euros(room),
                        limit.amount() == Amount.EXTRA ? "–" : points(each, limit)));
    }

    private String points(Way each, Limit limit) {
        String code = limit.question().substring(RESPECT.length() + 1);
        Optional<BigDecimal> committed = number(each, "commitment." + code);
        Optional<BigDecimal> observed = number(each, "observed." + code);
        return committed.isPresent() && observed.isPresent()
                ? voice.points((limit.kind() == Limit.Kind.MOST
                                ? committed.get().subtract(observed.get())
                                : observed.get().subtract(committed.get()))
                        .movePointRight(2))
                : "–";
    }

    private static Optional<BigDecimal> number(Way each, String question) {
        return each.answer(question).flatMap(Answer::value).map(BigDecimal::new);
    }

    private String limit(Limit limit) {
        return switch (limit.amount()) {
            case OVERRUNS -> voice.say("dépassements, au plus", "overruns, at most");
            case OPPOSABLE ->
                limit.kind() == Limit.Kind.LEAST
                        ? voice.say("honoraires à tarifs opposables, au moins", "fees at opposable tariffs, at least")
                        : voice.say("honoraires à tarifs opposables, au plus", "fees at opposable tariffs, at most");
            case EXTRA ->
                voice.say(
                        "honoraires de plus, tous à tarifs opposables, au moins",
                        "further fees, all at opposable tariffs, at least");
        };
    }
}
