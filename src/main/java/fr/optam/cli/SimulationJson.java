package fr.optam.cli;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Source;
import fr.optam.explain.ahead.Assumption;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Pace;
import fr.optam.explain.ahead.Practice;
import fr.optam.explain.ahead.Simulation;
import fr.optam.rulebook.Rulebook;
import fr.optam.run.CanonicalJson;
import fr.optam.run.Sha256;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A simulation as canonical JSON, {@code optam/simulation/1}. */
final class SimulationJson {
    private static final String SCHEMA = "optam/simulation/1";

    private SimulationJson() {}

    /** The canonical bytes. */
    static byte[] write(Simulation simulation, ExplainSource source) {
        Rulebook rulebook = source.engine().rulebook();
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("practitioner", simulation.facts().practitioner().id());
        json.put("year", simulation.year());
        json.put("factsYear", simulation.facts().year());
        json.put("factsDigest", Sha256.of(source.document()));
        json.put(
                "rulebook",
                Map.of(
                        "version", rulebook.id().version(),
                        "digest", rulebook.id().digest(),
                        "overlays", rulebook.id().overlays()));
        json.put("now", commitments(simulation.now(), simulation));
        json.put("practiceOf", simulation.practiceOf().orElse(null));
        json.put("base", practice(simulation.base()));
        json.put("planned", practice(simulation.planned()));
        json.put("pace", simulation.pace().map(pace -> pace(pace, simulation)).orElse(null));
        json.put(
                "rates",
                simulation.rates().stream()
                        .map(rate -> Map.of(
                                "rate", rate.code(), "amount", rate.amount().name()))
                        .toList());
        json.put(
                "doors",
                simulation.doors().stream()
                        .map(door -> Map.of(
                                "option", door.option(),
                                "simulated", door.simulated(),
                                "answer", answer(door.answer())))
                        .toList());
        json.put("main", simulation.main());
        json.put("ways", simulation.ways().stream().map(WayJson::of).toList());
        json.put(
                "assumptions",
                simulation.assumptions().stream()
                        .map(SimulationJson::assumption)
                        .toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, Object> commitments(Decision decision, Simulation simulation) {
        Map<String, Object> json = new TreeMap<>();
        decision.answers().stream()
                .filter(each -> simulation.rates().stream()
                        .anyMatch(rate -> each.question().equals("commitment." + rate.code())))
                .forEach(each -> json.put(each.question(), proven(each, decision)));
        return json;
    }

    static Map<String, Object> practice(Practice practice) {
        Map<String, Object> json = new TreeMap<>();
        json.put("reimbursableFees", text(practice.fees()));
        json.put("overruns", text(practice.overruns()));
        json.put("opposableFees", text(practice.opposable()));
        Map<String, Object> counts = new TreeMap<>(practice.counts());
        json.put("actCounts", counts);
        return json;
    }

    static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }

    private static Map<String, Object> pace(Pace pace, Simulation simulation) {
        Map<String, Object> json = new TreeMap<>();
        json.put("until", pace.until().toString());
        json.put("daysKnown", pace.daysKnown());
        json.put("days", pace.days());
        json.put("soFar", practice(pace.soFar()));
        json.put("atPace", practice(pace.atPace()));
        json.put("withoutOverruns", practice(pace.withoutOverruns()));
        json.put(
                "months",
                pace.months().stream()
                        .map(month -> Map.of("month", month.number(), "practice", practice(month.practice())))
                        .toList());
        Map<String, Object> ends = new TreeMap<>();
        pace.ends().forEach((name, answers) -> ends.put(name, answers(answers)));
        json.put("ends", ends);
        Optional<BigDecimal> left = simulation
                .first()
                .limit("respect", fr.optam.explain.ahead.Amount.OVERRUNS)
                .filter(limit -> simulation.inProgress() && limit.kind() == Limit.Kind.MOST)
                .flatMap(Limit::at)
                .flatMap(at -> pace.soFar().overruns().map(at::subtract));
        json.put("overrunsLeft", text(left));
        json.put(
                "portions",
                left.filter(amount -> amount.signum() > 0).map(pace::portions).orElse(List.of()).stream()
                        .map(each -> Map.of(
                                "month", each.number(),
                                "days", each.days(),
                                "overruns", each.amount().toPlainString()))
                        .toList());
        return json;
    }

    static Map<String, Object> answers(Map<String, Answer> answers) {
        Map<String, Object> json = new TreeMap<>();
        answers.forEach((question, answer) -> json.put(question, brief(answer)));
        return json;
    }

    static Map<String, Object> brief(Answer answer) {
        Map<String, Object> json = new TreeMap<>();
        json.put("verdict", answer.verdict());
        json.put("reason", answer.reason());
        json.put("value", answer.value().orElse(null));
        json.put("unit", answer.unit().orElse(null));
        json.put("amount", answer.amount().orElse(null));
        return json;
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> json = brief(answer);
        json.put("question", answer.question());
        json.put("confidence", answer.confidence().name());
        json.put("details", answer.details());
        json.put("missing", answer.missing());
        json.put("sentence", ExplainJson.sentence(answer.sentence()));
        return json;
    }

    /** An answer with the rules that made it and what they cite. */
    static Map<String, Object> proven(Answer answer, Decision decision) {
        Map<String, Firing> firings = new HashMap<>();
        decision.firings().forEach(each -> firings.put(each.id(), each));
        Set<String> rules = new LinkedHashSet<>();
        Map<String, Object> sources = new TreeMap<>();
        for (String id : answer.proof()) {
            Firing firing = firings.get(id);
            if (firing != null) {
                rules.add(firing.rule());
                for (Source each : firing.sources()) {
                    sources.put(each.id(), each.confidence().name());
                }
            }
        }
        Map<String, Object> json = answer(answer);
        json.put("rules", List.copyOf(rules));
        json.put("sources", sources);
        return json;
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        Map<String, Object> json = new TreeMap<>();
        Map<String, Object> values = new TreeMap<>();
        assumption.values().forEach((name, value) -> values.put(name, value.text()));
        json.put("code", assumption.code());
        json.put("words", ExplainJson.sentence(assumption.words()));
        json.put("values", values);
        json.put("change", assumption.change().orElse(null));
        json.put("confidence", assumption.confidence().name());
        json.put("row", ExplainJson.orNull(assumption.row()));
        json.put("at", ExplainJson.orNull(assumption.at()));
        return json;
    }
}
