package fr.optam.report.impact;

import fr.optam.compare.impact.Breakdown;
import fr.optam.compare.impact.Breakdown.Group;
import fr.optam.compare.impact.Figures;
import fr.optam.report.chart.Balance;
import fr.optam.report.chart.Balances;
import fr.optam.report.chart.Bar;
import fr.optam.report.chart.Bars;
import fr.optam.report.chart.Heading;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Who gains and who loses, by one property of the practitioners. */
final class BreakdownPart {
    private static final int DRAWN = 12;

    private final Terms terms;
    private final Breakdown breakdown;
    private final String id;
    private final String name;
    private final String head;

    BreakdownPart(Terms terms, Breakdown breakdown) {
        this.terms = terms;
        this.breakdown = breakdown;
        this.id = breakdown.dimension().name().toLowerCase(Locale.ROOT);
        this.name = name(breakdown.dimension());
        this.head = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String name(Breakdown.Dimension dimension) {
        return switch (dimension) {
            case SPECIALTY -> terms.say("spécialité", "specialty");
            case DEPARTMENT -> terms.say("département", "department");
            case SECTOR -> terms.say("secteur", "sector");
            case OPTION -> terms.say("option", "option");
        };
    }

    Section section() {
        List<Group> touched = breakdown.groups().stream()
                .filter(group -> figures(group).changed() > 0)
                .toList();
        List<Picture> pictures = new ArrayList<>();
        boolean euros = touched.stream()
                .flatMap(group -> group.shown().figures().stream())
                .anyMatch(f -> f.gain() != 0 || f.loss() != 0);
        if (euros) {
            pictures.add(euros(sorted(touched, group -> figures(group).balance())));
        }
        if (!touched.isEmpty()) {
            pictures.add(shares(sorted(
                    touched,
                    group -> Terms.share(figures(group)).movePointRight(4).longValueExact())));
        }
        return new Section(
                        "par-" + id,
                        terms.say("Par ", "By ") + name,
                        List.of(),
                        List.of(),
                        List.of(new GroupTable(terms, this::label)
                                .of("par-" + id + "-table", head, breakdown.groups())))
                .with(pictures);
    }

    private Picture euros(List<Group> groups) {
        return Balances.of(
                        new Heading(
                                "euros-" + id,
                                terms.say("Euros gagnés et perdus par ", "Euros gained and lost by ") + name,
                                extremes(groups),
                                terms.lang()),
                        head,
                        Measure.EUR,
                        groups.stream()
                                .map(group -> group.shown()
                                        .figures()
                                        .map(f ->
                                                Balance.of(label(group), Terms.euros(f.gain()), Terms.euros(f.loss())))
                                        .orElse(Balance.hidden(label(group), terms.hidden())))
                                .toList())
                .most(DRAWN)
                .picture()
                .showing(List.of());
    }

    /** The greatest first. */
    private static List<Group> sorted(List<Group> groups, ToLongFunction<Group> by) {
        return groups.stream().sorted(Comparator.comparingLong(by).reversed()).toList();
    }

    /** Who gains most and who loses most, in words. */
    private String extremes(List<Group> groups) {
        List<Group> shown =
                groups.stream().filter(group -> !group.shown().hidden()).toList();
        Optional<Group> gains = shown.stream()
                .max(Comparator.comparingLong(group -> figures(group).balance()))
                .filter(group -> figures(group).balance() > 0);
        Optional<Group> loses = shown.stream()
                .min(Comparator.comparingLong(group -> figures(group).balance()))
                .filter(group -> figures(group).balance() < 0);
        String words = gains.map(group -> terms.say("Le plus grand gain\u00A0: ", "The greatest gain: ")
                        + label(group)
                        + ", "
                        + terms.signed(figures(group).balance())
                        + ". ")
                .orElse("");
        return (words
                        + loses.map(group -> terms.say("La plus grande perte\u00A0: ", "The greatest loss: ")
                                        + label(group)
                                        + ", "
                                        + terms.signed(figures(group).balance())
                                        + ".")
                                .orElse(""))
                .strip();
    }

    private static Figures figures(Group group) {
        return group.shown().figures().orElse(Figures.NONE);
    }

    private Picture shares(List<Group> groups) {
        String most = groups.stream()
                .filter(group -> !group.shown().hidden())
                .max(Comparator.comparing(group -> Terms.share(figures(group))))
                .map(group -> terms.say("La plus grande part\u00A0: ", "The greatest share: ")
                        + label(group)
                        + ", "
                        + terms.percent(Terms.share(figures(group)))
                        + ".")
                .orElse("");
        return Bars.of(
                        new Heading(
                                "part-" + id,
                                terms.say("Part des praticiens changés par ", "Share of practitioners changed by ")
                                        + name,
                                most,
                                terms.lang()),
                        head,
                        new Quantity(terms.say("Part des praticiens", "Share of practitioners"), Measure.RATE),
                        groups.stream()
                                .map(group -> group.shown()
                                        .figures()
                                        .map(f -> Bar.of(label(group), Terms.share(f)))
                                        .orElse(Bar.hidden(label(group), terms.hidden())))
                                .toList())
                .most(DRAWN)
                .picture()
                .showing(List.of());
    }

    private String label(Group group) {
        if (group.code().isEmpty()) {
            return terms.say("non renseigné", "not given");
        }
        String label = terms.say(group.label());
        boolean shared = breakdown.groups().stream()
                        .filter(other -> terms.say(other.label()).equals(label))
                        .count()
                > 1;
        return label.isEmpty() ? group.code() : shared ? group.code() + " · " + label : label;
    }
}
