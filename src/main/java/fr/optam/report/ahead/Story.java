package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Assumption;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told of a simulation, chapter by chapter; the same on a terminal and on a page. */
final class Story {
    /** Id of the chapter that a terminal leaves out: a page and JSON have it. */
    static final String ANSWERS = "reponses";

    private static final String RESPECT = "respect";

    private static final String PRIME = "prime";

    private final Simulation simulation;

    private final Voice voice;

    private final Way way;

    Story(Simulation simulation, Rulebook rulebook, Lang lang) {
        this.simulation = simulation;
        this.voice = new Voice(rulebook, lang);
        this.way = simulation.first();
    }

    Voice voice() {
        return voice;
    }

    Simulation simulation() {
        return simulation;
    }

    List<Chapter> chapters() {
        boolean open =
                way.answer(RESPECT).stream().anyMatch(each -> each.verdict().equals("NOT_EVALUABLE"));
        Chapter none = new Chapter("", "", List.of(), List.of());
        return Stream.of(
                        commitments(),
                        open ? lacking() : none,
                        pace(),
                        new Practices(this).chapter(),
                        new Room(this).chapter(),
                        new Steps(this).chapter(),
                        options(),
                        new Stake(this).chapter(),
                        open ? none : lacking(),
                        new Answers(this).chapter(),
                        assumptions())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    List<String> essentials() {
        return new Essentials(simulation, voice).sentences();
    }

    private Chapter commitments() {
        return new Commitments(this).chapter();
    }

    /** What a way is called. */
    String name(Way each) {
        return switch (each.kind()) {
            case KEPT -> voice.option(each.option()) + voice.say(", taux signés", ", signed rates");
            case RENEWED ->
                voice.option(each.option())
                        + (simulation.way(Way.Kind.KEPT.name()).isPresent()
                                ? voice.say(", nouveaux taux", ", new rates")
                                : "");
            case JOINED ->
                voice.option(each.option())
                        + simulation.doors().stream()
                                .filter(door -> each.option()
                                                .filter(door.option()::equals)
                                                .isPresent()
                                        && !door.answer().verdict().equals("ELIGIBLE"))
                                .findFirst()
                                .map(door -> " (" + voice.verdict(door.answer()) + ")")
                                .orElse("");
            case WITHOUT -> voice.say("sans option", "no option");
        };
    }

    /** A row of an answer: question, verdict with figures, sentence. */
    Line answer(Optional<Answer> answer) {
        return answer.map(each -> new Line(
                        tone(each),
                        List.of(
                                voice.question(each.question()),
                                each.value().isPresent() || each.amount().isPresent()
                                        ? voice.verdict(each) + " · " + voice.figure(each)
                                        : voice.verdict(each),
                                voice.say(each.sentence()))))
                .orElse(Line.of("", "", ""));
    }

    private static String tone(Answer answer) {
        return switch (answer.verdict()) {
            case "RESPECTED", "DUE" -> answer.question().equals("clawback") ? "bad" : "good";
            case "BREACHED" -> "bad";
            case "REVIEW", "NOT_EVALUABLE", "REDUCED", "WARNING", "PROCEDURE" -> "warn";
            default -> answer.question().equals(PRIME) && answer.verdict().equals("NONE") ? "bad" : "";
        };
    }

    private Chapter pace() {
        if (simulation.pace().isEmpty()) {
            return new Chapter("cadence", "", List.of(), List.of());
        }
        return new PaceChapter(this, simulation.pace().get()).chapter();
    }

    private Chapter options() {
        return new Options(this).chapter();
    }

    /** Verdict and figures of an answer. */
    String brief(Optional<Answer> answer) {
        return answer.map(each -> {
                    List<String> parts = new ArrayList<>(List.of(voice.verdict(each)));
                    if (each.question().equals(PRIME) && each.amount().isEmpty()) {
                        each.value()
                                .ifPresent(value ->
                                        parts.add(voice.of(value, each.unit().orElse(""))));
                    }
                    if (!each.verdict().startsWith("NOT_")) {
                        each.amount().ifPresent(amount -> parts.add(voice.euros(new BigDecimal(amount))));
                    }
                    return String.join(" · ", parts);
                })
                .orElse("–");
    }

    private Chapter lacking() {
        return new Lacking(this).chapter();
    }

    private Chapter assumptions() {
        List<Line> rows = new ArrayList<>();
        for (Assumption each : simulation.assumptions()) {
            rows.add(Line.of(
                    voice.said(each),
                    each.change().orElse("–"),
                    voice.confidence(each.confidence().name()),
                    each.row()));
        }
        return new Chapter(
                "hypotheses",
                voice.say("Ce qui est supposé", "What is supposed"),
                List.of(),
                List.of(new Sheet(
                        "hypotheses-table",
                        voice.say("Hypothèses de la simulation", "Assumptions of the simulation"),
                        List.of(
                                voice.say("Hypothèse", "Assumption"),
                                voice.say("Se change par", "Changed by"),
                                voice.say("Confiance", "Confidence"),
                                voice.say("Ligne", "Row")),
                        0,
                        rows)));
    }
}
