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
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Who gains and who loses: by how much each, and in which groups. */
final class GroupsPart {
    private static final int DRAWN = 12;

    private final Terms terms;

    GroupsPart(Terms terms) {
        this.terms = terms;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        new SpreadPart(terms).section().ifPresent(sections::add);
        terms.impact().breakdowns().stream()
                .filter(breakdown -> !breakdown.groups().isEmpty())
                .map(this::section)
                .forEach(sections::add);
        if (!terms.impact().findings().isEmpty()) {
            sections.add(new FindingsPart(terms).section());
        }
        return sections;
    }

    private String name(Breakdown.Dimension dimension) {
        return switch (dimension) {
            case SPECIALTY -> terms.say("spécialité", "specialty");
            case DEPARTMENT -> terms.say("département", "department");
            case SECTOR -> terms.say("secteur", "sector");
            case OPTION -> terms.say("option", "option");
        };
    }

    private Section section(Breakdown breakdown) {
        String id = breakdown.dimension().name().toLowerCase(Locale.ROOT);
        String name = name(breakdown.dimension());
        String head = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        List<Group> touched = breakdown.groups().stream()
                .filter(group -> group.shown().hidden()
                        || group.shown().figures().orElseThrow().changed() > 0)
                .toList();
        List<Picture> pictures = new ArrayList<>();
        boolean euros = touched.stream()
                .flatMap(group -> group.shown().figures().stream())
                .anyMatch(f -> f.gain() != 0 || f.loss() != 0);
        if (euros) {
            pictures.add(euros(
                    id, name, head, sorted(touched, group -> figures(group).balance())));
        }
        if (!touched.isEmpty()) {
            pictures.add(shares(id, name, head, sorted(touched, group -> Terms.share(figures(group))
                    .movePointRight(4)
                    .longValueExact())));
        }
        return new Section(
                        "par-" + id,
                        terms.say("Par ", "By ") + name,
                        List.of(),
                        List.of(),
                        List.of(table(id, head, breakdown.groups())))
                .with(pictures);
    }

    private Picture euros(String id, String name, String head, List<Group> groups) {
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

    /** The greatest first; those that are hidden last. */
    private static List<Group> sorted(List<Group> groups, ToLongFunction<Group> by) {
        return groups.stream()
                .sorted(Comparator.comparing((Group group) -> group.shown().hidden())
                        .thenComparing(Comparator.comparingLong(by).reversed()))
                .toList();
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

    private Picture shares(String id, String name, String head, List<Group> groups) {
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
            return terms.say("non connu", "unknown");
        }
        String label = terms.say(group.label());
        return label.isEmpty() ? group.code() : label;
    }

    private DataTable table(String id, String head, List<Group> groups) {
        return DataTable.of(
                "par-" + id + "-table",
                terms.say("Par ", "By ")
                        + head.toLowerCase(Locale.ROOT)
                        + terms.say(", tous les groupes", ", all groups"),
                "plain",
                List.of(
                        Head.of(head),
                        Head.of(terms.say("Praticiens", "Practitioners"), "number"),
                        Head.of(terms.say("Changés", "Changed"), "number"),
                        Head.of(terms.say("Part", "Share"), "number"),
                        Head.of(terms.say("Gagnants", "Gaining"), "number"),
                        Head.of(terms.say("Perdants", "Losing"), "number"),
                        Head.of(terms.say("Gagné", "Gained"), "number"),
                        Head.of(terms.say("Perdu", "Lost"), "number"),
                        Head.of(terms.say("Solde", "Balance"), "number")),
                groups.stream().map(this::row).toList());
    }

    private Row row(Group group) {
        List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(label(group)))));
        if (group.shown().hidden()) {
            for (int i = 0; i < 8; i++) {
                cells.add(List.of(Span.soft(terms.hidden())));
            }
            return Row.of(cells);
        }
        Figures f = figures(group);
        List.of(
                        terms.number(f.practitioners()),
                        terms.number(f.changed()),
                        terms.percent(Terms.share(f)),
                        terms.number(f.gaining()),
                        terms.number(f.losing()),
                        terms.signed(f.gain()),
                        terms.signed(f.loss()),
                        terms.signed(f.balance()))
                .forEach(cell -> cells.add(List.of(Span.text(cell))));
        return Row.of(cells);
    }
}
