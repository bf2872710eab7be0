package fr.optam.cli;

import static fr.optam.cli.TrendText.COLUMN;
import static fr.optam.cli.TrendText.FIRST;
import static fr.optam.cli.TrendText.left;
import static fr.optam.cli.TrendText.pad;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.SpiralRound;

/** The year ahead as a person reads it in a terminal: readings of the rules, and the model of renewals. */
final class TrendTextAhead {
    private final TrendResult result;
    private final TrendWords words;
    private final StringBuilder text;

    TrendTextAhead(TrendResult result, TrendWords words, StringBuilder text) {
        this.result = result;
        this.words = words;
        this.text = text;
    }

    void write() {
        result.readings().ifPresent(this::readings);
        result.spiral().ifPresent(this::spiral);
    }

    private String say(String fr, String en) {
        return words.say(fr, en);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void readings(Readings readings) {
        for (String rate : readings.rates()) {
            title(say("Lectures des règles pour ", "Readings of the rules for ")
                    + readings.year()
                    + say(" : ", ": ")
                    + words.rate(rate)
                    + say(" autorisé, à pratique constante", " allowed, at constant practice"));
            line(pad("", FIRST)
                    + left(say("calculés", "computed"))
                    + left(say("médiane", "median"))
                    + left(say("écart moyen", "mean diff."))
                    + left(say("en euros", "in euros"), COLUMN + 4)
                    + left(say("manqué", "missed"))
                    + left(say("+ / −", "+ / -")));
            for (String name : readings.names()) {
                readings.of(name, rate, Group.ALL).ifPresent(c -> reading(name, c));
            }
        }
    }

    private void reading(String name, Readings.Counted counted) {
        boolean base = name.equals(Readings.BASE);
        boolean some = counted.allowed().size() > 0;
        boolean both = !base && counted.difference().size() > 0;
        line(pad("  " + words.say(result.readingWords().get(name)), FIRST)
                + left(words.number(counted.allowed().size()))
                + left(some ? words.percent(counted.allowed().quantile(1, 2)) : "·")
                + left(both ? words.inPoints(counted.difference().mean()) : "·")
                + left(both ? words.euros(counted.euros()) : "·", COLUMN + 4)
                + left(words.number(counted.respects().getOrDefault("BREACHED", 0L)))
                + left(
                        both
                                ? words.number(counted.newlyBreached()) + " / "
                                        + words.number(counted.noLongerBreached())
                                : "·"));
        if (counted.provisional() > 0) {
            line("      " + words.number(counted.provisional())
                    + say(
                            " taux provisoires, avant ce qui reste inconnu",
                            " provisional rates, before what is not known"));
        }
        counted.verdicts().forEach((verdict, count) -> {
            int cut = verdict.indexOf(':');
            if (cut > 0) {
                line("      " + words.number(count) + " " + verdict.replace(':', ' '));
            }
        });
    }

    private void spiral(SpiralResult spiral) {
        title(say("Modèle des renouvellements (c’est un modèle)", "Model of renewals (it is a model)"));
        TrendSpiralWords said = new TrendSpiralWords(words, result);
        said.assumptions(spiral).forEach(each -> line("  " + each));
        line(pad("", FIRST)
                + left(say("adhérents", "members"))
                + left(say("taux moyen", "mean rate"))
                + left(say("pratique", "practice"))
                + left(say("partent", "leave"))
                + left(say("s’alignent", "come down"))
                + left(say("sans taux", "without rate")));
        for (SpiralRound round : spiral.rounds()) {
            SpiralRound.Part all = round.all();
            line(pad("  " + say("renouvellement ", "renewal ") + round.number(), FIRST)
                    + left(words.number(all.members()))
                    + left(
                            all.allowed().size() == 0
                                    ? "·"
                                    : words.percent(all.allowed().mean()))
                    + left(words.percent(all.observed().mean()))
                    + left(words.number(all.leavers()))
                    + left(words.number(round.adapted()))
                    + left(words.number(all.withoutRate())));
        }
        line("  " + said.end(spiral));
        title(say("Ce qui réfuterait le modèle", "What would prove the model wrong"));
        said.refutations().forEach(each -> line("  - " + each));
    }
}
