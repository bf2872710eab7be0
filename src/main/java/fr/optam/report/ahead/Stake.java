package fr.optam.report.ahead;

import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bonus, procedure and recovery, component by component. */
final class Stake {
    private static final String PRIME = "prime";

    private final Story story;
    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    Stake(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.way = simulation.first();
    }

    Chapter chapter() {
        List<Line> rows = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        if (way.kind() != Way.Kind.WITHOUT) {
            for (String question : List.of(PRIME, "termination", "clawback")) {
                way.answer(question).ifPresent(answer -> rows.add(story.answer(Optional.of(answer))));
            }
            way.answer("clawback").ifPresent(answer -> {
                Optional.ofNullable(answer.details().get("atStake"))
                        .ifPresent(sum -> rows.add(Line.of(
                                Voice.capital(voice.label("DETAIL", "atStake")),
                                voice.of(String.valueOf(sum), "EUR"),
                                "")));
                if (answer.details().get("components") instanceof Map<?, ?> components) {
                    components.forEach((code, value) -> component(rows, String.valueOf(code), value));
                }
            });
        }
        return new Chapter(
                "enjeu",
                voice.say("Ce qui est en jeu", "What is at stake"),
                List.copyOf(said),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Sheet(
                                "enjeu-table",
                                voice.say("Prime, procédure, récupération", "Bonus, procedure, recovery"),
                                List.of(
                                        "Question",
                                        voice.say("Réponse", "Answer"),
                                        voice.say("Explication", "Explanation")),
                                0,
                                rows)));
    }

    private void component(List<Line> rows, String code, Object value) {
        if (value instanceof Map<?, ?> one) {
            Object amount = one.get("amount");
            String reason = one.get("reason") == null
                    ? ""
                    : voice.say(voice.rulebook().words().reason(String.valueOf(one.get("reason"))));
            rows.add(Line.of(
                    voice.colon("Dont", "Of which") + Voice.lower(voice.label("COMPONENT", code)),
                    voice.verdict("clawback", String.valueOf(one.get("verdict")))
                            + (amount == null ? "" : " · " + voice.of(String.valueOf(amount), "EUR")),
                    reason.contains("{") ? "" : reason));
        }
    }
}
