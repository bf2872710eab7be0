package fr.optam.cli;

import fr.optam.cohort.FactsJson;
import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Chart;
import fr.optam.explain.ahead.Curve;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Way;
import fr.optam.run.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way to be in the year, as a part of {@code optam/simulation/1}. */
final class WayJson {
    private WayJson() {}

    /** The way as members of an object. */
    static Map<String, Object> of(Way way) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", way.id());
        json.put("kind", way.kind().name());
        json.put("option", way.option().orElse(null));
        json.put("factsDigest", Sha256.of(FactsJson.write(way.facts())));
        json.put("outcome", way.decision().outcome());
        json.put("confidence", way.decision().confidence().name());
        json.put(
                "answers",
                way.decision().answers().stream()
                        .filter(each -> each.question().indexOf(':') < 0)
                        .map(each -> SimulationJson.proven(each, way.decision()))
                        .toList());
        json.put("missing", way.decision().missing());
        json.put(
                "findings",
                way.decision().problems().stream()
                        .map(each -> Map.of("code", each.code(), "sentence", ExplainJson.sentence(each.sentence())))
                        .toList());
        json.put("gainSharing", way.steps().stream().map(WayJson::step).toList());
        json.put("limits", way.limits().stream().map(WayJson::limit).toList());
        json.put("together", way.together().map(SimulationJson::practice).orElse(null));
        json.put("curves", way.curves().stream().map(WayJson::curve).toList());
        json.put(
                "chart",
                way.chart()
                        .map(chart -> chart.spots().stream().map(WayJson::spot).toList())
                        .orElse(List.of()));
        return json;
    }

    private static Map<String, Object> step(Way.Step step) {
        Map<String, Object> json = new TreeMap<>();
        json.put("on", step.rise().on().toString());
        json.put("base", step.rise().base().toPlainString());
        json.put("rise", step.rise().rise().toPlainString());
        json.put("share", SimulationJson.text(step.share()));
        json.put("before", step.before().toPlainString());
        json.put("after", step.after().toPlainString());
        return json;
    }

    private static Map<String, Object> limit(Limit limit) {
        Map<String, Object> json = new TreeMap<>();
        json.put("question", limit.question());
        json.put("best", limit.best());
        json.put("amount", limit.amount().name());
        json.put("kind", limit.kind().name());
        json.put("at", SimulationJson.text(limit.at()));
        json.put("held", limit.held().map(SimulationJson::brief).orElse(null));
        json.put("lost", limit.lost().map(SimulationJson::brief).orElse(null));
        return json;
    }

    private static Map<String, Object> curve(Curve curve) {
        Map<String, Object> json = new TreeMap<>();
        json.put("amount", curve.amount().name());
        json.put(
                "points",
                curve.points().stream()
                        .map(point -> Map.of(
                                "at", point.at().toPlainString(),
                                "rate", point.rate().toPlainString(),
                                "planned", point.planned(),
                                "answers", drawn(point.answers())))
                        .toList());
        List<Object> turns = new ArrayList<>();
        curve.turns()
                .forEach(turn -> turns.add(Map.of(
                        "last", turn.last().toPlainString(),
                        "next", turn.next().toPlainString(),
                        "before", turn.before().stream().map(WayJson::named).toList(),
                        "after", turn.after().stream().map(WayJson::named).toList())));
        json.put("turns", turns);
        return json;
    }

    /** Answers that a curve can turn. */
    private static Map<String, Object> drawn(Map<String, Answer> answers) {
        Map<String, Answer> some = new TreeMap<>();
        answers.forEach((question, answer) -> {
            if (!question.startsWith("eligibility.") && !question.startsWith("commitment.")) {
                some.put(question, answer);
            }
        });
        return SimulationJson.answers(some);
    }

    private static Map<String, Object> named(Answer answer) {
        Map<String, Object> json = SimulationJson.brief(answer);
        json.put("question", answer.question());
        return json;
    }

    private static Map<String, Object> spot(Chart.Spot spot) {
        return Map.of(
                "rate",
                spot.overrunRate().toPlainString(),
                "share",
                spot.opposableShare().toPlainString(),
                "answers",
                drawn(spot.answers()));
    }
}
