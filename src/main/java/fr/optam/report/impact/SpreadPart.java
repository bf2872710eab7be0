package fr.optam.report.impact;

import fr.optam.compare.impact.Bin;
import fr.optam.report.chart.Bar;
import fr.optam.report.chart.Bars;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How much each practitioner gains or loses. */
final class SpreadPart {
    private final Terms terms;

    SpreadPart(Terms terms) {
        this.terms = terms;
    }

    Optional<Section> section() {
        boolean any = terms.impact().balances().stream()
                .anyMatch(bin ->
                        bin.practitioners().isEmpty() || bin.practitioners().getAsLong() > 0);
        return any
                ? Optional.of(new Section(
                                "euros",
                                terms.say("Combien par praticien", "How much each"),
                                List.of(),
                                List.of(),
                                List.of())
                        .with(List.of(spread())))
                : Optional.empty();
    }

    private Picture spread() {
        List<Bar> bars = terms.impact().balances().stream()
                .map(bin -> bin.practitioners().isPresent()
                        ? Bar.of(
                                stretch(bin),
                                BigDecimal.valueOf(bin.practitioners().getAsLong()))
                        : Bar.hidden(stretch(bin), terms.hidden()))
                .toList();
        String most = terms.impact().balances().stream()
                .filter(bin -> bin.practitioners().isPresent())
                .max(Comparator.comparingLong(bin -> bin.practitioners().getAsLong()))
                .filter(bin -> bin.practitioners().getAsLong() > 0)
                .map(bin -> terms.say("Le groupe le plus nombreux\u00A0: ", "The largest group: ")
                        + stretch(bin)
                        + ", "
                        + terms.practitioners(bin.practitioners().getAsLong())
                        + ".")
                .orElse("");
        return Bars.of(
                        new Heading(
                                "euros-repartition",
                                terms.say(
                                        "Praticiens changés, selon ce qu’ils gagnent ou perdent",
                                        "Practitioners changed, by what they gain or lose"),
                                most,
                                terms.lang()),
                        terms.say("Solde du praticien", "Balance of the practitioner"),
                        new Quantity(terms.say("Praticiens", "Practitioners"), Measure.COUNT),
                        bars)
                .picture();
    }

    private String stretch(Bin bin) {
        if (bin.from() == 0 && bin.to() == 0) {
            return terms.say("ni gain ni perte", "neither gain nor loss");
        }
        boolean loss = bin.to() < 0;
        long near = loss ? -bin.to() - 1 : bin.from() - 1;
        boolean open = bin.from() == Long.MIN_VALUE || bin.to() == Long.MAX_VALUE;
        String verb = loss ? terms.say("perd ", "loses ") : terms.say("gagne ", "gains ");
        if (open) {
            return verb + terms.say("plus de ", "more than ") + brief(near);
        }
        long far = loss ? -bin.from() : bin.to();
        return near == 0
                ? verb + terms.say("jusqu’à ", "up to ") + brief(far)
                : verb + terms.say("de " + brief(near) + " à " + brief(far), brief(near) + " to " + brief(far));
    }

    private String brief(long cents) {
        return Measure.EUR.brief(Terms.euros(cents), terms.lang());
    }
}
