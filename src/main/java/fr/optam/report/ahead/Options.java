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
    private static final String NONE = "–";

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;

    Options(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    Chapter chapter() {
        List<Sheet> sheets = new ArrayList<>(List.of(commitments(), money()));
        List<Line> reasons = reasons();
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

    private List<Line> reasons() {
        List<Line> reasons = new ArrayList<>();
        for (Way way : simulation.ways()) {
            for (String question : List.of("respect", "prime", "modifiers", COMPARISON)) {
                way.answer(question)
                        .filter(answer -> !answer.verdict().equals("NOT_APPLICABLE") || question.equals("prime"))
                        .filter(answer -> way.kind() != Way.Kind.WITHOUT || question.equals("modifiers"))
                        .ifPresent(answer -> reasons.add(Line.of(
                                Voice.capital(story.name(way)),
                                voice.question(question),
                                voice.say(answer.sentence()))));
            }
        }
        return reasons;
    }

    private Sheet commitments() {
        List<String> heads = new ArrayList<>();
        heads.add(voice.say("Situation en ", "Situation in ") + simulation.year());
        simulation.rates().forEach(rate -> heads.add(Voice.capital(voice.rateName(rate.code()))));
        heads.add(voice.say("Avec la pratique prévue", "With the practice planned"));
        heads.add(voice.say("Écart", "Gap"));
        return new Sheet(
                "options-table",
                voice.say("La même pratique dans chaque situation", "The same practice in each situation"),
                heads,
                heads.size() - 1,
                simulation.ways().stream().map(this::commitments).toList());
    }

    private Line commitments(Way way) {
        boolean without = way.kind() == Way.Kind.WITHOUT;
        Optional<Answer> respect = way.answer("respect").filter(each -> !without);
        List<String> cells = new ArrayList<>(List.of(Voice.capital(story.name(way))));
        simulation
                .rates()
                .forEach(rate -> cells.add(without ? NONE : voice.committed(way.answer("commitment." + rate.code()))));
        cells.add(respect.map(voice::verdict).orElse(NONE));
        cells.add(respect.flatMap(Answer::value)
                .map(points -> voice.of(points, "points"))
                .orElse(NONE));
        String verdict = respect.map(Answer::verdict).orElse("");
        String tone = verdict.equals("RESPECTED") ? "good" : verdict.equals("BREACHED") ? "bad" : "";
        return new Line(tone, cells);
    }

    private Sheet money() {
        return new Sheet(
                "options-revenus",
                voice.say(
                        "Les mêmes actes, honoraires et dépassements, en euros. Le revenu compte honoraires, dépassements et prime.",
                        "The same acts, fees and overruns, in euros. Income counts fees, overruns and bonus."),
                List.of(
                        voice.say("Situation en ", "Situation in ") + simulation.year(),
                        voice.say("Prime", "Bonus"),
                        voice.say("Revenu avec l’option", "Income with the option"),
                        voice.say("Revenu sans elle", "Income without it"),
                        voice.say("Elle rapporte", "It brings"),
                        voice.say("À rembourser", "To pay back")),
                5,
                simulation.ways().stream().map(this::money).toList());
    }

    private Line money(Way way) {
        boolean without = way.kind() == Way.Kind.WITHOUT;
        return Line.of(
                Voice.capital(story.name(way)),
                without ? NONE : amount(way.answer("prime")),
                without ? NONE : income(way, "with"),
                without ? NONE : income(way, "without"),
                without ? NONE : amount(way.answer(COMPARISON)),
                amount(way.answer("clawback")));
    }

    private String amount(Optional<Answer> answer) {
        return answer.map(each -> each.verdict().equals("NOT_EVALUABLE")
                        ? voice.verdict(each)
                        : each.amount()
                                .map(amount -> voice.euros(new BigDecimal(amount)))
                                .orElse(voice.verdict(each)))
                .orElse(NONE);
    }

    private String income(Way way, String which) {
        return way.answer(COMPARISON)
                .flatMap(answer -> Optional.ofNullable(answer.details().get(which)))
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
