package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Chart;
import fr.optam.explain.ahead.Simulation;
import fr.optam.explain.ahead.Way;
import fr.optam.report.ahead.Chapter.Line;
import fr.optam.report.ahead.Chapter.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both rates together, as a table: the share down, the overruns across. */
final class ChartSheet {
    /** Id of the table, which scrolls on a small screen. */
    static final String ID = "carte-table";

    private final Simulation simulation;
    private final Voice voice;
    private final Way way;

    ChartSheet(Story story) {
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.way = simulation.first();
    }

    Optional<Sheet> sheet(String name) {
        return way.chart().filter(chart -> !chart.spots().isEmpty()).map(chart -> sheet(chart, name));
    }

    private Sheet sheet(Chart chart, String name) {
        Map<BigDecimal, List<String>> rows = new LinkedHashMap<>();
        List<String> heads = new ArrayList<>(List.of(voice.say("Part opposable", "Opposable share")));
        for (Chart.Spot spot : chart.spots()) {
            if (spot.opposableShare().equals(chart.spots().get(0).opposableShare())) {
                heads.add(voice.percent(spot.overrunRate()));
            }
            rows.computeIfAbsent(spot.opposableShare(), share -> new ArrayList<>(List.of(voice.percent(share))))
                    .add(cell(spot));
        }
        return new Sheet(
                ID,
                voice.say(
                        "Les deux taux ensemble, " + name
                                + "\u00A0: dépassements en colonnes, part opposable en lignes",
                        "Both rates together, " + name + ": overruns across, opposable share down"),
                heads,
                heads.size() - 1,
                rows.values().stream().map(cells -> new Line("", cells)).toList());
    }

    /** What the signs of the table mean. */
    String legend() {
        return voice.say(
                "Dans la table des deux taux, ✓ veut dire respecté, un taux est la part de la prime qui reste, et ✕ veut dire non respecté et sans prime.",
                "In the table of both rates, ✓ means respected, a rate is the share of the bonus that is left, and ✕ means missed and without bonus.");
    }

    private String cell(Chart.Spot spot) {
        Answer respect = spot.answers().get("respect");
        if (respect == null || respect.verdict().startsWith("NOT_")) {
            return "?";
        }
        if (respect.verdict().equals("RESPECTED")) {
            return "✓";
        }
        Answer prime = spot.answers().get("prime");
        return Optional.ofNullable(prime)
                .flatMap(Answer::value)
                .map(BigDecimal::new)
                .filter(share -> share.signum() > 0)
                .map(voice::percent)
                .orElse("✕");
    }
}
