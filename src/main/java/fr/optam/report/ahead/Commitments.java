package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commitments of now and of the year, side by side, and how the new ones come about. */
final class Commitments {
    private static final String COMMITMENT = "commitment.";

    private final Simulation simulation;
    private final Story story;
    private final Voice voice;

    Commitments(Story story) {
        this.story = story;
        this.simulation = story.simulation();
        this.voice = story.voice();
    }

    Chapter chapter() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(sideBySide());
        Way computed = computed();
        if (computed.kind() != Way.Kind.WITHOUT) {
            steps(computed).ifPresent(sheets::add);
            rises(computed).ifPresent(sheets::add);
        }
        List<String> said = new ArrayList<>();
        simulation.rates().forEach(rate -> computed.answer(COMMITMENT + rate.code())
                .filter(answer -> computed.kind() != Way.Kind.WITHOUT)
                .ifPresent(answer -> said.add(Voice.capital(voice.rateName(rate.code()))
                        + voice.colon("", "")
                        + said(rate, answer, computed))));
        return new Chapter(
                "engagements",
                voice.say("Vos engagements, avant et après", "Your commitments, before and after"),
                said,
                sheets);
    }

    /** What the rules say of it; where rises of tariffs have changed it, from which rate to which. */
    private String said(Simulation.Rate rate, Answer answer, Way computed) {
        if (rate.amount() != Amount.OVERRUNS
                || computed.steps().isEmpty()
                || answer.value().isEmpty()) {
            return voice.say(answer.sentence());
        }
        String before = voice.rate(computed.steps().get(0).before());
        String after = voice.committed(Optional.of(answer));
        return voice.say(
                "le taux de départ est de " + before
                        + "\u00A0; après les hausses de tarif et le partage des gains, l’engagement est de " + after
                        + ".",
                "the rate starts at " + before + "; after the rises of tariffs and gain sharing the commitment is "
                        + after + ".");
    }

    /** The way whose rates are computed for the year. */
    private Way computed() {
        return simulation.way(Way.Kind.RENEWED.name()).orElse(simulation.first());
    }

    private Sheet sideBySide() {
        boolean inProgress = simulation.facts().year() == simulation.year();
        Way after = computed();
        List<Line> rows = new ArrayList<>();
        for (Simulation.Rate rate : simulation.rates()) {
            String question = COMMITMENT + rate.code();
            Optional<Answer> before = simulation.now().answers().stream()
                    .filter(each -> each.question().equals(question))
                    .findFirst();
            rows.add(Line.of(
                    Voice.capital(voice.rateName(rate.code())),
                    voice.committed(before),
                    confidence(before),
                    after.kind() == Way.Kind.WITHOUT ? "–" : voice.committed(after.answer(question)),
                    after.kind() == Way.Kind.WITHOUT ? "–" : confidence(after.answer(question))));
        }
        return new Sheet(
                "engagements-table",
                voice.say("L’ancien engagement et le nouveau", "The old commitment and the new one"),
                List.of(
                        voice.say("Engagement", "Commitment"),
                        inProgress
                                ? voice.say("Aujourd’hui", "Today")
                                : voice.say("En ", "In ") + simulation.facts().year(),
                        voice.say("Confiance", "Confidence"),
                        voice.say("En ", "In ") + simulation.year() + ", " + story.name(after),
                        voice.say("Confiance", "Confidence")),
                4,
                rows);
    }

    private String confidence(Optional<Answer> answer) {
        return answer.filter(each -> each.value().isPresent())
                .map(each -> voice.confidence(each.confidence().name()))
                .orElse("–");
    }

    private Optional<Sheet> steps(Way computed) {
        List<Line> rows = new ArrayList<>();
        List<Map<?, ?>> all = new ArrayList<>();
        simulation
                .rates()
                .forEach(rate -> all.add(computed.answer(COMMITMENT + rate.code())
                        .map(Answer::details)
                        .map(details -> details.get("steps"))
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(Map.class::cast)
                        .orElse(Map.of())));
        for (String step : List.of("base", "corrected", "afterGainSharing", "cap")) {
            List<String> cells = new ArrayList<>(List.of(Voice.capital(voice.label("DETAIL", "steps." + step))));
            all.forEach(each -> cells.add(
                    each.get(step) == null ? "–" : voice.rate(new BigDecimal(String.valueOf(each.get(step))))));
            if (cells.stream().skip(1).anyMatch(cell -> !cell.equals("–"))) {
                rows.add(new Line("", cells));
            }
        }
        List<String> heads = new ArrayList<>(List.of(voice.say("Étape", "Step")));
        simulation.rates().forEach(rate -> heads.add(Voice.capital(voice.rateName(rate.code()))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "etapes-table",
                        voice.say(
                                "Comment le taux de " + simulation.year() + " est obtenu",
                                "How the rate of " + simulation.year() + " comes about"),
                        heads,
                        heads.size() - 1,
                        rows));
    }

    private Optional<Sheet> rises(Way computed) {
        List<Line> rows = new ArrayList<>();
        for (Way.Step step : computed.steps()) {
            BigDecimal base = step.rise().base();
            BigDecimal next = base.add(step.rise().rise());
            rows.add(Line.of(
                    voice.day(step.rise().on()),
                    voice.euros(base) + " + " + voice.euros(step.rise().rise()),
                    step.share().map(voice::rate).orElse("–"),
                    voice.euros(price(base, step.before())),
                    voice.euros(price(next, step.after())),
                    voice.rate(step.before()),
                    voice.rate(step.after())));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "partage-table",
                        voice.say(
                                "Le partage des gains de chaque hausse de tarif. Le prix moyen est le tarif augmenté du taux de dépassement autorisé.",
                                "Gain sharing of each rise of tariffs. The mean price is the tariff raised by the allowed overrun rate."),
                        List.of(
                                voice.say("Hausse du", "Rise of"),
                                voice.say("Tarif", "Tariff"),
                                voice.say("Part pour vous", "Your share"),
                                voice.say("Prix moyen avant", "Mean price before"),
                                voice.say("Prix moyen après", "Mean price after"),
                                voice.say("Taux avant", "Rate before"),
                                voice.say("Taux après", "Rate after")),
                        6,
                        rows));
    }

    /** The price at a tariff whose mean overrun is a rate of it. */
    private static BigDecimal price(BigDecimal tariff, BigDecimal rate) {
        return tariff.add(tariff.multiply(rate)).setScale(2, RoundingMode.HALF_UP);
    }
}
