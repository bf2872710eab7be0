package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Curve;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where answers turn by a step as an amount goes up. */
final class Steps {
    private final Story story;
    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Steps(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.way = simulation.first();
    }

    Chapter chapter() {
        List<Sheet> sheets = new ArrayList<>();
        for (Curve curve : way.curves()) {
            List<Line> rows = new ArrayList<>();
            for (Curve.Turn turn : curve.turns()) {
                rows.add(Line.of(
                        voice.euros(turn.last()),
                        ratio(turn.last()),
                        gap(curve, turn),
                        said(turn.before()),
                        said(turn.after())));
            }
            if (!rows.isEmpty()) {
                sheets.add(new Sheet(
                        curve.amount() == Amount.OVERRUNS ? "marches-depassements" : "marches-opposables",
                        curve.amount() == Amount.OVERRUNS
                                ? voice.say(
                                        "Les marches au centime, quand les dépassements montent et que tout le reste est comme prévu",
                                        "The steps to the cent as overruns go up, all else as planned")
                                : voice.say(
                                        "Les marches au centime, quand les honoraires à tarifs opposables montent et que tout le reste est comme prévu",
                                        "The steps to the cent as fees at opposable tariffs go up, all else as planned"),
                        List.of(
                                voice.say("Jusqu’à", "Up to"),
                                voice.say("Soit", "That is"),
                                voice.say("Écart", "Gap"),
                                voice.say("Jusque-là", "Until there"),
                                voice.say("Un centime de plus", "One cent more")),
                        0,
                        rows));
            }
        }
        ChartSheet chart = new ChartSheet(story);
        Optional<Sheet> both = chart.sheet(story.name(way));
        both.ifPresent(sheets::add);
        return new Chapter(
                "marches",
                voice.say(
                        "Ce que vos dépassements et votre part opposable changent",
                        "What your overruns and your opposable share change"),
                both.map(sheet -> List.of(chart.legend())).orElse(List.of()),
                sheets);
    }

    /** Gap to the commitments at the last amount before a step. */
    private String gap(Curve curve, Curve.Turn turn) {
        return curve.points().stream()
                .filter(point -> point.at().compareTo(turn.last()) == 0)
                .findFirst()
                .map(point -> point.answers().get("respect"))
                .flatMap(Answer::value)
                .map(points -> voice.of(points, "points"))
                .orElse("–");
    }

    private String ratio(BigDecimal amount) {
        BigDecimal fees = simulation.planned().fees().orElseThrow();
        return voice.rate(amount.divide(fees, 6, RoundingMode.HALF_UP));
    }

    private String said(List<Answer> answers) {
        return String.join(
                "\u00A0; ",
                answers.stream()
                        .map(each -> Voice.lower(voice.question(each.question()))
                                + voice.colon("", "")
                                + story.brief(Optional.of(each)))
                        .toList());
    }
}
