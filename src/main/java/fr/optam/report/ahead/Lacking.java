package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be answered, why, and which fact would help. */
final class Lacking {
    private static final String COMMITMENT = "commitment.";
    private static final String ACTIVITY = "activity.";
    private static final List<String> OPEN = List.of("REVIEW", "NOT_EVALUABLE");

    private final Simulation simulation;
    private final Voice voice;

    Lacking(Story story) {
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    Chapter chapter() {
        List<Line> rows = open().stream()
                .map(each -> new Line(
                        "warn",
                        List.of(
                                voice.question(each.question()),
                                voice.verdict(each),
                                voice.say(each.sentence()),
                                String.join("\u00A0; ", hints(each)))))
                .toList();
        return new Chapter(
                "manque",
                voice.say("Ce qui manque pour répondre", "What is missing for an answer"),
                List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Sheet(
                                "manque-table",
                                voice.say("Questions ouvertes", "Open questions"),
                                List.of(
                                        "Question",
                                        voice.say("Réponse", "Answer"),
                                        voice.say("Pourquoi", "Why"),
                                        voice.say("Ce qui aiderait", "What would help")),
                                0,
                                rows)));
    }

    /** Open questions; of those that only wait for a commitment, the commitment alone. */
    private List<Answer> open() {
        if (simulation.first().kind() == Way.Kind.WITHOUT) {
            return List.of();
        }
        List<Answer> all = simulation.first().decision().answers().stream()
                .filter(each -> each.question().indexOf(':') < 0
                        && OPEN.contains(each.verdict())
                        && !each.question().startsWith("eligibility."))
                .toList();
        boolean waiting = all.stream().anyMatch(each -> each.question().startsWith(COMMITMENT));
        return all.stream()
                .filter(each -> !waiting
                        || each.missing().isEmpty()
                        || each.missing().stream().anyMatch(path -> !path.contains("." + COMMITMENT)))
                .toList();
    }

    private Set<String> hints(Answer answer) {
        Set<String> hints = new LinkedHashSet<>();
        boolean rises = answer.question().startsWith(COMMITMENT)
                && answer.missing().isEmpty()
                && simulation.first().facts().tariffRises().isEmpty();
        if (rises) {
            hints.add(voice.say(
                    "--rise DATE:TARIF:HAUSSE, ou --rise none s’il n’y en a pas eu",
                    "--rise DATE:TARIFF:RISE, or --rise none if there was none"));
        }
        for (String path : answer.missing()) {
            String[] parts = path.split("\\.");
            hints.add(
                    path.startsWith(ACTIVITY) && parts.length == 2
                            ? "--activity " + parts[1]
                                    + voice.say(":HONORAIRES:DÉPASSEMENTS:OPPOSABLES", ":FEES:OVERRUNS:OPPOSABLE")
                            : voice.say("dans les faits, ", "in the facts, ") + path);
        }
        if (hints.isEmpty()) {
            hints.add(voice.say(
                    "une variante du référentiel qui suppose la valeur, --overlay",
                    "a variant of the rulebook that supposes the value, --overlay"));
        }
        return hints;
    }
}
