package fr.optam.cli;

import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Population;
import fr.optam.compare.impact.Side;
import java.util.stream.Collectors;

/** The first lines of a comparison of effects: which rulebooks, whose facts, how many change and by how much. */
final class ImpactHead {
    private final Impact impact;
    private final ImpactWords words;
    private StringBuilder out = new StringBuilder();

    ImpactHead(Impact impact, ImpactWords words) {
        this.impact = impact;
        this.words = words;
    }

    /** Both rulebooks and the cohort. */
    String sides() {
        side(say("Avant  ", "Before "), impact.before());
        side(say("Après  ", "After  "), impact.after());
        Population cohort = impact.population();
        String from =
                switch (cohort.kind()) {
                    case SHIPPED ->
                        say("cohorte fictive livrée avec le programme, ", "the synthetic cohort that ships, ")
                                + cohort.name();
                    case INPUT -> cohort.name();
                    case RUN -> say("faits enregistrés par ", "facts recorded by ") + cohort.name();
                };
        line(say("Faits   ", "Facts   ") + from + say(", année ", ", year ") + cohort.year() + " · "
                + words.practitioners(cohort.practitioners())
                + (cohort.rejected() > 0
                        ? " · " + words.number(cohort.rejected())
                                + say(
                                        cohort.rejected() == 1 ? " ligne rejetée" : " lignes rejetées",
                                        cohort.rejected() == 1 ? " row rejected" : " rows rejected")
                        : ""));
        return text();
    }

    private void side(String label, Side side) {
        String id = side.id().version()
                + side.id().overlays().stream().map(o -> " + " + o).collect(Collectors.joining());
        String digest = side.id().digest();
        line(label + " " + words.bold(id) + "  " + words.dim(digest.substring(0, Math.min(19, digest.length())) + "…")
                + (side.name().equals(String.join(" + ", side.id().overlays()))
                                || side.name().equals(".")
                        ? ""
                        : "  " + side.name()));
    }

    /** How many change, gain and lose. */
    String totals() {
        Figures all = impact.totals().figures().orElse(Figures.NONE);
        line("");
        if (all.changed() == 0) {
            line(words.bold(say(
                    "Aucune décision ne change, sur " + words.practitioners(all.practitioners()) + ".",
                    "No decision changes, of " + words.practitioners(all.practitioners()) + ".")));
            return text();
        }
        line(words.bold(say(
                        words.practitioners(all.changed()) + " sur " + words.number(all.practitioners())
                                + (all.changed() == 1 ? " change de décision" : " changent de décision"),
                        "The decision of " + words.number(all.changed()) + " of "
                                + words.practitioners(all.practitioners()) + " changes"))
                + " · " + words.answers(all.answers())
                + (all.lines() > all.answers() ? say(", sur ", ", on ") + words.lines(all.lines()) : ""));
        money(say(all.gaining() < 2 ? "y gagne" : "y gagnent", "gain"), all.gaining(), all.gain());
        money(say(all.losing() < 2 ? "y perd" : "y perdent", "lose"), all.losing(), all.loss());
        money(say("ensemble ", "together"), all.changed(), all.balance());
        Figures quiet = impact.unrecorded().figures().orElse(Figures.NONE);
        if (quiet.changed() > 0) {
            line(words.dim(say(
                    "  dont " + words.number(quiet.changed())
                            + " seulement par des lettres facturables des deux côtés, qu’un dossier de run n’enregistre pas",
                    "  of them " + words.number(quiet.changed())
                            + " by letters alone that both find payable, which a run does not record")));
        }
        return text();
    }

    private void money(String what, long practitioners, long cents) {
        line("  " + words.right(words.number(practitioners), 9) + " " + words.left(what, 10)
                + words.right(words.euros(cents), 18));
    }

    private String text() {
        String text = out.toString();
        out = new StringBuilder();
        return text;
    }

    private String say(String fr, String en) {
        return words.say(fr, en);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
