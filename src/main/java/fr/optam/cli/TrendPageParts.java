package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.Shared;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Heading;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the sections of the page of a trend have in common: its series, with what may not be shown left out. */
final class TrendPageParts {
    private final TrendResult result;
    private final Shared shared;
    private final List<Series> series;
    private final Lang lang;
    private final TrendWords words;

    TrendPageParts(TrendResult result, Shared shared, Lang lang) {
        this.result = result;
        this.shared = shared;
        this.series = Series.of(shared.shown());
        this.lang = lang;
        this.words = new TrendWords(result.rulebook(), lang == Lang.FR);
    }

    TrendResult result() {
        return result;
    }

    TrendWords words() {
        return words;
    }

    Lang lang() {
        return lang;
    }

    /** One of two texts; French marks stay on the line of their word. */
    String say(String fr, String en) {
        return lang.say(
                fr.replace(" ;", "\u00A0;")
                        .replace(" :", "\u00A0:")
                        .replace("« ", "«\u00A0")
                        .replace(" »", "\u00A0»"),
                en);
    }

    List<Integer> years() {
        return List.copyOf(result.count().years());
    }

    int smallest() {
        return shared.smallest();
    }

    boolean hides() {
        return shared.smallest() > 0;
    }

    /** What stands for a figure that is hidden. */
    String hidden() {
        return "< " + shared.smallest();
    }

    /** A count of practitioners as it may be shown. */
    String count(long practitioners) {
        return practitioners > 0 && practitioners < shared.smallest() ? hidden() : words.number(practitioners);
    }

    /** Whether a figure made of so many may be shown. */
    boolean shows(long size) {
        return size > 0 && size >= shared.smallest();
    }

    Optional<Series> series(String measure, Group group) {
        return series.stream()
                .filter(s -> s.measure().equals(measure) && s.group().equals(group))
                .findFirst();
    }

    /** Series of a measure by group, those with most practitioners behind them first. */
    List<Series> by(Group.By by, String measure) {
        return result.series().stream()
                .filter(s -> s.measure().equals(measure) && s.group().by() == by)
                .sorted(Comparator.comparing((Series s) ->
                                s.of().values().stream().max(Long::compare).orElse(0L))
                        .reversed()
                        .thenComparing(Series::group))
                .toList();
    }

    List<String> rates() {
        return Series.named(result.series(), "observed.", ".mean");
    }

    Heading heading(String id, String title, String finding) {
        return new Heading(id, title, finding, lang);
    }

    Axis yearAxis() {
        return Axis.names(
                say("Année", "Year"), years().stream().map(String::valueOf).toList());
    }

    /** A line of a picture. */
    fr.optam.report.chart.Series line(String name, String measure, Group group) {
        Optional<Series> found = series(measure, group);
        return fr.optam.report.chart.Series.known(
                name,
                years().stream().map(y -> found.map(s -> s.values().get(y))).toList());
    }

    /** What a series comes to in words, {@code de 60 % en 2021 à 70 % en 2025, +2,50 pt par an}. */
    String course(String measure, Group group) {
        return series(measure, group)
                .filter(s -> s.values().size() > 1 && s.slope().isPresent())
                .map(s -> {
                    int first = s.values().firstKey();
                    int last = s.values().lastKey();
                    BigDecimal slope = s.slope().get().robust();
                    return say("De ", "From ") + words.value(s, s.values().get(first)) + say(" en ", " in ") + first
                            + say(" à ", " to ") + words.value(s, s.values().get(last)) + say(" en ", " in ") + last
                            + ", " + words.change(s, slope) + say(" par an.", " a year.");
                })
                .orElse("");
    }

    /** A row of a table of years. */
    record Line(String name, String measure, Group group) {}

    /** A table with a column a year and the change a year. */
    DataTable table(String id, String caption, String head, List<Line> lines) {
        List<DataTable.Head> heads = new ArrayList<>(List.of(DataTable.Head.of(head)));
        years().forEach(y -> heads.add(DataTable.Head.of(String.valueOf(y), "number")));
        heads.add(DataTable.Head.of(say("Par an", "A year"), "number"));
        heads.add(DataTable.Head.of(say("Par an, médiane", "A year, median"), "number"));
        List<DataTable.Row> rows = new ArrayList<>();
        for (Line each : lines) {
            Optional<Series> all = result.series().stream()
                    .filter(s -> s.measure().equals(each.measure()) && s.group().equals(each.group()))
                    .findFirst();
            all.ifPresent(s -> rows.add(row(each, s)));
        }
        return DataTable.of(id, caption, "wide", heads, rows);
    }

    private DataTable.Row row(Line line, Series whole) {
        List<List<Span>> cells = new ArrayList<>();
        cells.add(List.of(Span.text(line.name())));
        boolean any = false;
        for (int year : years()) {
            BigDecimal value = whole.values().get(year);
            boolean hides = shared.hidden().contains(new Shared.Key(line.measure(), line.group(), year));
            any |= hides;
            cells.add(
                    value == null
                            ? List.of(Span.soft("·"), Span.hidden(say("aucun chiffre", "no figure")))
                            : List.of(
                                    hides ? Span.soft(say("masqué", "hidden")) : Span.text(words.value(whole, value))));
        }
        cells.add(List.of(Span.text(any ? "·" : words.plain(whole))));
        cells.add(List.of(Span.text(any ? "·" : words.robust(whole))));
        return DataTable.Row.of(cells);
    }
}
