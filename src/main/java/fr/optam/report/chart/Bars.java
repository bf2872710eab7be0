package fr.optam.report.chart;

import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars that lie below each other, to the left of zero if they are negative, in the order given.
 *
 * @param heading what stands around them
 * @param category what the labels are, {@code Spécialité}
 * @param quantity what the lengths are
 * @param bars bars
 * @param target a value that all are held against, a line across
 * @param most how many are drawn: the longest, the others stand in the table only
 */
public record Bars(
        Heading heading, String category, Quantity quantity, List<Bar> bars, Optional<Bar> target, int most) {
    private static final int SIDE = 96;

    /** Copies the list. */
    public Bars {
        bars = List.copyOf(bars);
    }

    /** All bars, held against nothing. */
    public static Bars of(Heading heading, String category, Quantity quantity, List<Bar> bars) {
        return new Bars(heading, category, quantity, bars, Optional.empty(), Integer.MAX_VALUE);
    }

    /** The same against a value. */
    public Bars against(String label, BigDecimal value) {
        return new Bars(heading, category, quantity, bars, Optional.of(Bar.of(label, value)), most);
    }

    /** The same with so many bars drawn at the most. */
    public Bars most(int drawn) {
        return new Bars(heading, category, quantity, bars, target, drawn);
    }

    /** The picture. */
    public Picture picture() {
        return bars.isEmpty() ? Tables.none(heading) : Tables.picture(heading, svg(), table());
    }

    private Svg svg() {
        List<Bar> drawn = Longest.of(bars, most, bar -> bar.value().orElse(BigDecimal.ZERO));
        Optional<String> rest = Longest.rest(bars.size() - drawn.size(), heading.lang());
        int side = drawn.stream()
                .mapToInt(bar -> Lettering.width(bar.label()))
                .max()
                .orElse(0);
        Rows rows = new Rows(side <= SIDE ? side + 10 : 0);
        int head = target.isPresent() ? 22 : 4;
        int foot = head + drawn.size() * rows.step();
        Svg svg = new Svg(
                heading.id(), Rows.WIDTH, foot + (rest.isPresent() ? 22 : 6), heading.title(), heading.finding());
        Scale scale = scale(drawn, rows);
        int zero = scale.at(BigDecimal.ZERO);
        target.ifPresent(line -> target(svg, scale.at(line.value().orElseThrow()), head, foot));
        int y = head;
        for (Bar bar : drawn) {
            rows.label(svg, y, bar.label());
            int end = bar.value().map(scale::at).orElse(zero);
            if (end != zero) {
                svg.box(
                        end > zero ? "fill" : "fill lost",
                        Math.min(zero, end),
                        rows.bar(y),
                        Math.abs(end - zero),
                        Rows.BAR);
            }
            boolean left = bar.value().map(BigDecimal::signum).orElse(0) < 0;
            svg.text("value halo" + (left ? " end" : ""), left ? end - 5 : end + 5, rows.bar(y) + 12, shown(bar));
            svg.line("axis", zero, rows.bar(y) - 1, zero, rows.bar(y) + Rows.BAR + 4);
            y += rows.step();
        }
        rest.ifPresent(words -> svg.text("tick", 2, foot + 15, words));
        return svg;
    }

    private void target(Svg svg, int at, int head, int foot) {
        Bar line = target.orElseThrow();
        svg.line("level", at, head - 4, at, foot);
        String words = Lettering.cut(
                line.label()
                        + heading.lang().say("\u00A0", " ")
                        + brief(line.value().orElseThrow()),
                Rows.WIDTH - 8);
        svg.text("tick middle", Lettering.middle(words, at), 13, words);
    }

    private Scale scale(List<Bar> drawn, Rows rows) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = target.flatMap(Bar::value).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        int left = 0;
        int right = 0;
        for (Bar bar : drawn) {
            BigDecimal value = bar.value().orElse(BigDecimal.ZERO);
            low = low.min(value);
            high = high.max(value);
            int wide = Lettering.bold(shown(bar)) + 6;
            left = value.signum() < 0 ? Math.max(left, wide) : left;
            right = value.signum() < 0 ? right : Math.max(right, wide);
        }
        int from = rows.left() + left + 2;
        int to = Math.max(Rows.WIDTH - right - 2, from + 40);
        return new Scale(low, high, from, to);
    }

    private String shown(Bar bar) {
        return bar.value().map(this::brief).orElse(bar.instead());
    }

    private String brief(BigDecimal value) {
        return quantity.measure().brief(value, heading.lang());
    }

    private DataTable table() {
        Lang lang = heading.lang();
        List<DataTable.Row> rows = new ArrayList<>();
        bars.forEach(bar -> rows.add(Tables.row(
                bar.label(),
                List.of(bar.value().map(v -> quantity.measure().full(v, lang)).orElse(bar.instead())))));
        target.ifPresent(line -> rows.add(Tables.row(
                line.label(), List.of(quantity.measure().full(line.value().orElseThrow(), lang)))));
        return Tables.of(heading, category, List.of(quantity.name()), rows);
    }
}
