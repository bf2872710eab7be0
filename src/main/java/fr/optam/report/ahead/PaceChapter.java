package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.explain.ahead.Amount;
import fr.optam.explain.ahead.Limit;
import fr.optam.explain.ahead.Pace;
import fr.optam.explain.ahead.Practice;
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

/** Where a year in progress is going, month by month. */
final class PaceChapter {
    private final Simulation simulation;
    private final Voice voice;
    private final Pace pace;

    PaceChapter(Story story, Pace pace) {
        this.simulation = story.simulation();
        this.voice = story.voice();
        this.pace = pace;
    }

    Chapter chapter() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(ends());
        months().ifPresent(sheets::add);
        left().flatMap(this::portions).ifPresent(sheets::add);
        return new Chapter(
                "cadence",
                voice.say("La fin de l’année, à la cadence actuelle", "The end of the year at the present pace"),
                List.of(voice.say(
                        pace.daysKnown() + " jours sur " + pace.days() + " sont connus, jusqu’au "
                                + voice.day(pace.until()) + ".",
                        pace.daysKnown() + " days of " + pace.days() + " are known, until " + voice.day(pace.until())
                                + ".")),
                sheets);
    }

    private Sheet ends() {
        List<Line> rows = new ArrayList<>();
        rows.add(row(voice.say("Jusqu’au ", "Until ") + voice.day(pace.until()), pace.soFar(), Map.of()));
        rows.add(row(
                voice.say("Au 31 décembre, même cadence", "On 31 December, same pace"),
                pace.atPace(),
                pace.ends().getOrDefault(Pace.AT_PACE, Map.of())));
        rows.add(row(
                voice.say("Au 31 décembre, plus aucun dépassement", "On 31 December, no further overrun"),
                pace.withoutOverruns(),
                pace.ends().getOrDefault(Pace.WITHOUT_OVERRUNS, Map.of())));
        return new Sheet(
                "cadence-table",
                voice.say("Où l’année finirait", "Where the year would end"),
                List.of(
                        voice.say("Situation", "Situation"),
                        voice.say("Honoraires", "Fees"),
                        voice.say("Dépassements", "Overruns"),
                        voice.say("Taux", "Rate"),
                        voice.say("Part opposable", "Opposable share"),
                        voice.say("Engagements", "Commitments")),
                5,
                rows);
    }

    private Line row(String name, Practice practice, Map<String, Answer> answers) {
        return Line.of(
                name,
                practice.fees().map(voice::euros).orElse("?"),
                practice.overruns().map(voice::euros).orElse("?"),
                practice.overrunRate().map(voice::rate).orElse("–"),
                practice.opposableShare().map(voice::rate).orElse("–"),
                Optional.ofNullable(answers.get("respect")).map(voice::verdict).orElse("–"));
    }

    private Optional<Sheet> months() {
        if (pace.months().isEmpty()) {
            return Optional.empty();
        }
        List<Line> rows = new ArrayList<>();
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal overruns = BigDecimal.ZERO;
        for (Pace.Month month : pace.months()) {
            fees = fees.add(month.practice().fees().orElseThrow());
            overruns = overruns.add(month.practice().overruns().orElseThrow());
            rows.add(Line.of(
                    Voice.capital(voice.month(month.number())),
                    voice.euros(month.practice().fees().orElseThrow()),
                    voice.euros(month.practice().overruns().orElseThrow()),
                    month.practice().overrunRate().map(voice::rate).orElse("–"),
                    voice.euros(overruns),
                    fees.signum() > 0 ? voice.rate(overruns.divide(fees, 6, RoundingMode.HALF_UP)) : "–"));
        }
        return Optional.of(new Sheet(
                "mois-table",
                voice.say("Mois par mois, selon les actes transmis", "Month by month, according to the acts given"),
                List.of(
                        voice.say("Mois", "Month"),
                        voice.say("Honoraires", "Fees"),
                        voice.say("Dépassements", "Overruns"),
                        voice.say("Taux du mois", "Rate of the month"),
                        voice.say("Dépassements depuis janvier", "Overruns since January"),
                        voice.say("Taux depuis janvier", "Rate since January")),
                5,
                rows));
    }

    private Optional<BigDecimal> left() {
        Way way = simulation.first();
        return !simulation.inProgress()
                ? Optional.empty()
                : way.limit("respect", Amount.OVERRUNS)
                        .filter(limit -> limit.kind() == Limit.Kind.MOST)
                        .flatMap(Limit::at)
                        .flatMap(at -> pace.soFar().overruns().map(at::subtract))
                        .filter(left -> left.signum() > 0);
    }

    private Optional<Sheet> portions(BigDecimal left) {
        List<Line> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Pace.Portion portion : pace.portions(left)) {
            sum = sum.add(portion.amount());
            rows.add(Line.of(
                    Voice.capital(voice.month(portion.number())),
                    String.valueOf(portion.days()),
                    voice.euros(portion.amount()),
                    voice.euros(sum)));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet(
                        "reste-table",
                        voice.say(
                                "Les dépassements qui restent, répartis par jour sur les mois à venir",
                                "The overruns that are left, by day over the months to come"),
                        List.of(
                                voice.say("Mois", "Month"),
                                voice.say("Jours", "Days"),
                                voice.say("Dépassements", "Overruns"),
                                voice.say("Somme", "Sum")),
                        3,
                        rows));
    }
}
