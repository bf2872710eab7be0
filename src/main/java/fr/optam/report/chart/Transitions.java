package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many went from which state to which: a table of figures on grounds that are the darker the more there are.
 *
 * @param heading what stands around it
 * @param from what the states before are, {@code Avant}, head of the column of rows
 * @param to what the states after are, {@code Après}, head above the columns
 * @param states names of states, rows and columns alike
 * @param counts rows of counts; none where it may not be shown
 * @param instead what stands in place of what may not be shown, {@code < 11}
 */
public record Transitions(
        Heading heading,
        String from,
        String to,
        List<String> states,
        List<List<Optional<BigDecimal>>> counts,
        String instead) {
    private static final int GROUNDS = 5;

    /** Copies the lists; throws {@link IllegalArgumentException} if the counts are no square of the states. */
    public Transitions {
        states = List.copyOf(states);
        counts = counts.stream().map(List::copyOf).toList();
        for (List<Optional<BigDecimal>> row : counts) {
            if (row.size() != states.size() || counts.size() != states.size()) {
                throw new IllegalArgumentException("transitions: " + counts + " for states " + states);
            }
        }
    }

    /** Counts that all may be shown. */
    public static Transitions of(
            Heading heading, String from, String to, List<String> states, List<List<BigDecimal>> counts) {
        return new Transitions(
                heading,
                from,
                to,
                states,
                counts.stream()
                        .map(row -> row.stream().map(Optional::of).toList())
                        .toList(),
                "");
    }

    /** The picture, which is a table. */
    public Picture picture() {
        return states.isEmpty()
                ? Tables.none(heading)
                : new Picture(heading.id(), heading.title(), "", heading.finding(), List.of(table()));
    }

    private DataTable table() {
        BigDecimal most = BigDecimal.ONE;
        for (int i = 0; i < states.size(); i++) {
            for (int j = 0; j < states.size(); j++) {
                most = i == j ? most : most.max(counts.get(i).get(j).orElse(BigDecimal.ZERO));
            }
        }
        List<Head> heads = new ArrayList<>(List.of(Head.of(from)));
        states.forEach(state -> heads.add(Head.of(state, "number")));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<List<Span>> cells = new ArrayList<>(List.of(List.of(Span.text(states.get(i)))));
            for (int j = 0; j < states.size(); j++) {
                cells.add(List.of(cell(counts.get(i).get(j), i == j, most)));
            }
            rows.add(Row.of(cells));
        }
        return new DataTable(
                heading.id() + "-table",
                heading.title() + ". "
                        + heading.lang()
                                .say(
                                        "En gras\u00A0: ce qui passe d’un état à l’autre. Encadré\u00A0: même état avant et après.",
                                        "Bold: what goes from one state to another. Framed: the same before and after."),
                "plain",
                List.of(new DataTable.Group("", 1), new DataTable.Group(to, states.size())),
                heads,
                rows);
    }

    private Span cell(Optional<BigDecimal> count, boolean stays, BigDecimal most) {
        Lang lang = heading.lang();
        if (count.isEmpty()) {
            return Span.heat(instead, stays ? "stays" : "h0");
        }
        String words = count.get().signum() == 0 ? "–" : Measure.COUNT.full(count.get(), lang);
        if (stays) {
            return Span.heat(words, "stays");
        }
        int ground = count.get()
                .multiply(BigDecimal.valueOf(GROUNDS))
                .divide(most, 0, java.math.RoundingMode.UP)
                .intValue();
        return Span.heat(words, "h" + ground);
    }
}
