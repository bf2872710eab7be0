package fr.optam.report.impact;

import fr.optam.compare.impact.Breakdown.Group;
import fr.optam.compare.impact.Figures;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Groups of practitioners with all their figures. */
final class GroupTable {
    private static final int FIGURES = 8;

    private final Terms terms;
    private final Function<Group, String> label;

    GroupTable(Terms terms, Function<Group, String> label) {
        this.terms = terms;
        this.label = label;
    }

    DataTable of(String id, String head, List<Group> groups) {
        return DataTable.of(
                id,
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
                rows(groups));
    }

    private List<Row> rows(List<Group> groups) {
        List<Row> rows = new ArrayList<>(groups.stream()
                .filter(group -> !group.shown().hidden())
                .map(this::row)
                .toList());
        long hidden = groups.size() - rows.size();
        if (hidden > 0) {
            rows.add(hidden(terms.count(hidden, "groupe masqué", "groupes masqués", "hidden group", "hidden groups")));
        }
        return rows;
    }

    private Row hidden(String words) {
        List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(words))));
        for (int i = 0; i < FIGURES; i++) {
            cells.add(List.of(Span.soft(terms.hidden())));
        }
        return Row.of(cells);
    }

    private Row row(Group group) {
        List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(label.apply(group)))));
        Figures f = group.shown().figures().orElseThrow();
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
