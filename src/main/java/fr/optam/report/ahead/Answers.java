package fr.optam.report.ahead;

import fr.optam.decision.Firing;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Every answer for the year, with what it cites. */
final class Answers {
    private final Story story;
    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Answers(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.way = simulation.first();
    }

    /** Every answer for the year, with what it cites. */
    Chapter chapter() {
        Map<String, Firing> firings = new HashMap<>();
        way.decision().firings().forEach(each -> firings.put(each.id(), each));
        List<Line> rows = new ArrayList<>();
        way.decision().answers().stream()
                .filter(each -> each.question().indexOf(':') < 0)
                .forEach(each -> {
                    Set<String> cited = new LinkedHashSet<>();
                    each.proof().stream()
                            .map(firings::get)
                            .filter(Objects::nonNull)
                            .flatMap(firing -> firing.sources().stream())
                            .forEach(source -> cited.add(voice.source(source.id())));
                    rows.add(Line.of(
                            voice.question(each.question()),
                            story.brief(Optional.of(each)),
                            voice.say(each.sentence()),
                            voice.confidence(each.confidence().name()),
                            String.join("\u00A0; ", cited)));
                });
        return new Chapter(
                Story.ANSWERS,
                voice.say("Toutes les réponses, et d’où elles viennent", "All answers, and where they come from"),
                List.of(),
                List.of(new Sheet(
                        "reponses-table",
                        voice.say(
                                        "Réponses pour " + simulation.year() + ", ",
                                        "Answers for " + simulation.year() + ", ")
                                + story.name(way),
                        List.of(
                                "Question",
                                voice.say("Réponse", "Answer"),
                                voice.say("Explication", "Explanation"),
                                voice.say("Confiance", "Confidence"),
                                "Sources"),
                        0,
                        rows)));
    }
}
