package fr.optam.report.ahead;

import fr.optam.explain.ahead.Practice;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The practice planned, and what the rules say of it. */
final class Practices {
    private static final String RESPECT = "respect";

    private final Story story;
    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Practices(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.way = simulation.first();
    }

    Chapter chapter() {
        Practice planned = simulation.planned();
        List<Line> rows = new ArrayList<>();
        boolean goesOn = simulation.base().equals(planned);
        rows.add(amounts(
                simulation.inProgress() && goesOn
                        ? voice.say("À la cadence actuelle", "At the present pace")
                        : voice.say("Prévu en ", "Planned in ") + simulation.year(),
                planned));
        simulation
                .practiceOf()
                .filter(of -> !goesOn)
                .ifPresent(of -> rows.add(amounts(
                        simulation.pace().isPresent()
                                        && of == simulation.facts().year()
                                ? voice.say("À la cadence de ", "At the pace of ") + of
                                : voice.say("Constaté en ", "Observed in ") + of,
                        simulation.base())));
        List<Line> answers = new ArrayList<>();
        if (way.kind() != Way.Kind.WITHOUT) {
            for (Simulation.Rate rate : simulation.rates()) {
                answers.add(story.answer(way.answer(RESPECT + "." + rate.code())));
            }
            answers.add(story.answer(way.answer(RESPECT)));
        }
        return new Chapter(
                "pratique",
                voice.say("La pratique prévue face aux engagements", "The practice planned against the commitments"),
                List.of(),
                Stream.of(
                                new Sheet(
                                        "pratique-table",
                                        voice.say("Montants de l’année", "Amounts of the year"),
                                        List.of(
                                                voice.say("Pratique", "Practice"),
                                                voice.say("Honoraires", "Fees"),
                                                voice.say("Dépassements", "Overruns"),
                                                voice.say("Taux", "Rate"),
                                                voice.say("À tarifs opposables", "At opposable tariffs"),
                                                voice.say("Part", "Share")),
                                        5,
                                        rows),
                                new Sheet(
                                        "respect-table",
                                        voice.say("Ce que disent les règles", "What the rules say"),
                                        List.of(
                                                "Question",
                                                voice.say("Réponse", "Answer"),
                                                voice.say("Explication", "Explanation")),
                                        0,
                                        answers))
                        .filter(sheet -> !sheet.rows().isEmpty())
                        .toList());
    }

    private Line amounts(String name, Practice practice) {
        return Line.of(
                name,
                practice.fees().map(voice::euros).orElse("?"),
                practice.overruns().map(voice::euros).orElse("?"),
                practice.overrunRate().map(voice::rate).orElse("–"),
                practice.opposable().map(voice::euros).orElse("?"),
                practice.opposableShare().map(voice::rate).orElse("–"));
    }
}
