package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same practice with each option and without. */
final class Options {
    private static final String COMPARISON = "comparison";

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;

    Options(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    Chapter chapter() {
        List<Sheet> sheets = new ArrayList<>(List.of(table()));
        List<Line> reasons = new ArrayList<>();
        for (Way way : simulation.ways()) {
            if (way.kind() != Way.Kind.WITHOUT) {
                for (String question : List.of("respect", "prime", COMPARISON)) {
                    way.answer(question)
                            .ifPresent(answer -> reasons.add(Line.of(
                                    Voice.capital(story.name(way)),
                                    voice.question(question),
                                    voice.say(answer.sentence()))));
                }
            }
        }
        if (!reasons.isEmpty()) {
            sheets.add(new Sheet(
                    "options-pourquoi",
                    voice.say("Ce que disent les règles dans chaque situation", "What the rules say in each situation"),
                    List.of(voice.say("Situation", "Situation"), "Question", voice.say("Explication", "Explanation")),
                    0,
                    reasons));
        }
        sheets.add(doors());
        return new Chapter(
                "options",
                voice.say("Avec ou sans option, et laquelle", "With or without an option, and which"),
                List.of(),
                sheets);
    }

    private Sheet table() {
        List<String> heads = new ArrayList<>();
        heads.add(voice.say("Situation en ", "Situation in ") + simulation.year());
        simulation.rates().forEach(rate -> heads.add(Voice.capital(voice.rateName(rate.code()))));
        heads.add(voice.say("Engagements", "Commitments"));
        heads.add(voice.say("Prime", "Bonus"));
        heads.add(voice.say("Revenu de l’année", "Income of the year"));
        heads.add(voice.say("L’option rapporte", "The option brings"));
        return new Sheet(
                "options-table",
                voice.say(
                        "La même pratique dans chaque situation. Le revenu compte honoraires, dépassements et prime.",
                        "The same practice in each situation. Income counts fees, overruns and bonus."),
                heads,
                heads.size() - 1,
                simulation.ways().stream().map(this::row).toList());
    }

    private Line row(Way way) {
        boolean without = way.kind() == Way.Kind.WITHOUT;
        List<String> cells = new ArrayList<>();
        cells.add(Voice.capital(story.name(way)));
        simulation
                .rates()
                .forEach(rate -> cells.add(without ? "–" : voice.committed(way.answer("commitment." + rate.code()))));
        cells.add(without ? "–" : way.answer("respect").map(voice::verdict).orElse("–"));
        cells.add(without ? "–" : story.brief(way.answer("prime")));
        cells.add(without ? income("without", simulation.ways()) : income("with", List.of(way)));
        cells.add(
                without
                        ? "–"
                        : way.answer(COMPARISON)
                                .flatMap(Answer::amount)
                                .map(amount -> voice.euros(new BigDecimal(amount)))
                                .orElse(voice.say("non évaluable", "cannot be evaluated")));
        String verdict = way.answer("respect").map(Answer::verdict).orElse("");
        String tone = verdict.equals("RESPECTED") ? "good" : verdict.equals("BREACHED") ? "bad" : "warn";
        return new Line(without ? "" : tone, cells);
    }

    private String income(String which, List<Way> ways) {
        return ways.stream()
                .flatMap(way -> way.answer(COMPARISON).stream())
                .flatMap(answer -> Optional.ofNullable(answer.details().get(which)).stream())
                .findFirst()
                .map(amount -> voice.of(String.valueOf(amount), "EUR"))
                .orElse(voice.say("non évaluable", "cannot be evaluated"));
    }

    private Sheet doors() {
        return new Sheet(
                "options-portes",
                voice.say(
                        "Les options qui vous sont ouvertes au 1er janvier " + simulation.year(),
                        "The options open to you on 1 January " + simulation.year()),
                List.of("Option", voice.say("Réponse", "Answer"), voice.say("Explication", "Explanation")),
                0,
                simulation.doors().stream()
                        .map(door -> Line.of(
                                voice.label("OPTION", door.option()),
                                voice.verdict(door.answer()),
                                voice.say(door.answer().sentence())))
                        .toList());
    }
}
