package fr.optam.cli;

import fr.optam.compare.trend.Assumption;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.SpiralRound;
import java.util.Map;
import java.util.TreeMap;

/** The model of renewals as a part of {@code optam/trend/1}. */
final class TrendSpiralJson {
    private TrendSpiralJson() {}

    static Map<String, Object> of(SpiralResult spiral) {
        Map<String, Object> json = new TreeMap<>();
        json.put(
                "assumptions",
                spiral.assumptions().all().stream()
                        .map(TrendSpiralJson::assumption)
                        .toList());
        json.put("rounds", spiral.rounds().stream().map(TrendSpiralJson::round).toList());
        json.put("end", spiral.end().name());
        json.put("left", spiral.left());
        return json;
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", assumption.name());
        json.put("value", assumption.value());
        json.put("unit", assumption.unit());
        json.put("words", TrendJson.sentence(assumption.words()));
        json.put("at", assumption.at());
        json.put("givenWithTheCall", assumption.changed());
        json.put("confidence", assumption.confidence());
        return json;
    }

    private static Map<String, Object> round(SpiralRound round) {
        Map<String, Object> json = part(round.all());
        json.put("round", round.number());
        json.put("adapted", round.adapted());
        Map<String, Object> specialties = new TreeMap<>();
        round.specialties().forEach((code, part) -> specialties.put(code.isEmpty() ? "UNKNOWN" : code, part(part)));
        json.put("specialties", specialties);
        return json;
    }

    private static Map<String, Object> part(SpiralRound.Part part) {
        Map<String, Object> json = new TreeMap<>();
        json.put("members", part.members());
        json.put("leavers", part.leavers());
        json.put("withoutRate", part.withoutRate());
        json.put(
                "allowedMean",
                part.allowed().size() == 0 ? null : part.allowed().mean().toPlainString());
        json.put(
                "observedMean",
                part.observed().size() == 0 ? null : part.observed().mean().toPlainString());
        return json;
    }
}
