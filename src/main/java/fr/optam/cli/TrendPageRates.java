package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Shared;
import fr.optam.compare.trend.Spread;
import fr.optam.report.chart.Bin;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Distribution;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Observed and committed rates of the members, and whether they keep what they signed. */
final class TrendPageRates {
    private static final int CLASSES = 10;

    private final TrendPageParts parts;
    private final TrendWords words;

    TrendPageRates(TrendPageParts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        parts.rates().forEach(rate -> sections.add(rate(rate)));
        sections.add(respect());
        return sections;
    }

    private Section rate(String rate) {
        String name = words.rate(rate);
        return new Section(
                        "taux-" + rate.toLowerCase(Locale.ROOT),
                        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                        List.of(),
                        List.of(),
                        List.of(parts.table(
                                "table-" + rate.toLowerCase(Locale.ROOT),
                                name + say(" des adhérents, par année", " of the members, by year"),
                                say("Mesure", "Measure"),
                                lines(rate))))
                .with(List.of(course(rate), distribution(rate)));
    }

    private List<TrendPageParts.Line> lines(String rate) {
        List<TrendPageParts.Line> lines = new ArrayList<>();
        for (String kind : List.of("observed", "committed")) {
            String name = kind.equals("observed") ? say("observé", "observed") : say("engagé", "committed");
            lines.add(line(name + say(", moyenne", ", mean"), kind + "." + rate + ".mean"));
            lines.add(line(name + say(", premier décile", ", lowest tenth"), kind + "." + rate + ".p10"));
            lines.add(line(name + say(", premier quartile", ", lower quarter"), kind + "." + rate + ".p25"));
            lines.add(line(name + say(", médiane", ", median"), kind + "." + rate + ".median"));
            lines.add(line(name + say(", troisième quartile", ", upper quarter"), kind + "." + rate + ".p75"));
            lines.add(line(name + say(", dernier décile", ", highest tenth"), kind + "." + rate + ".p90"));
        }
        lines.add(line(
                say(
                        "même praticien, écart médian d’une année à l’autre",
                        "same practitioner, median change from a year to the next"),
                "changeObserved." + rate + ".median"));
        return lines;
    }

    private static TrendPageParts.Line line(String name, String measure) {
        return new TrendPageParts.Line(name, measure, Group.ALL);
    }

    private Picture course(String rate) {
        return Curves.of(
                        parts.heading(
                                "cours-" + rate.toLowerCase(Locale.ROOT),
                                say("Observé et engagé", "Observed and committed"),
                                say("Observé, médiane : ", "Observed, median: ")
                                        + parts.course("observed." + rate + ".median", Group.ALL)),
                        parts.yearAxis(),
                        new Quantity(words.rate(rate), Measure.RATE),
                        List.of(
                                parts.line(
                                        say("observé, médiane", "observed, median"),
                                        "observed." + rate + ".median",
                                        Group.ALL),
                                parts.line(
                                        say("engagé, médiane", "committed, median"),
                                        "committed." + rate + ".median",
                                        Group.ALL),
                                parts.line(
                                        say("observé, 1er quartile", "observed, lower quarter"),
                                        "observed." + rate + ".p25",
                                        Group.ALL),
                                parts.line(
                                        say("observé, 3e quartile", "observed, upper quarter"),
                                        "observed." + rate + ".p75",
                                        Group.ALL)))
                .picture()
                .showing(List.of());
    }

    private Picture distribution(String rate) {
        List<Integer> years = parts.years();
        List<Integer> shown = years.size() == 1 ? years : List.of(years.get(0), years.get(years.size() - 1));
        List<Spread> spreads = shown.stream()
                .map(y -> parts.result()
                        .count()
                        .spread(Group.ALL, y, "observed." + rate)
                        .orElseGet(Spread::new))
                .toList();
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i <= CLASSES; i++) {
            BigDecimal from = BigDecimal.valueOf(i, 1);
            BigDecimal to = BigDecimal.valueOf(i + 1L, 1);
            boolean open = i == CLASSES;
            bins.add(new Bin(
                    Optional.of(from),
                    open ? Optional.empty() : Optional.of(to),
                    spreads.stream()
                            .map(s -> Optional.of(BigDecimal.valueOf(open ? s.from(from) : s.between(from, to))))
                            .toList()));
        }
        return Distribution.of(
                        parts.heading(
                                "repartition-" + rate.toLowerCase(Locale.ROOT),
                                say("Répartition du taux observé", "How the observed rate is spread"),
                                say("Adhérents, par classe de dix points.", "Members, in classes of ten points.")),
                        new Quantity(words.rate(rate), Measure.RATE),
                        say("Adhérents", "Members"),
                        shown.stream().map(String::valueOf).toList(),
                        shared(bins, shown.size()))
                .picture();
    }

    /** Classes with too few members are hidden, and never one alone. */
    private List<Bin> shared(List<Bin> bins, int distributions) {
        if (!parts.hides()) {
            return bins;
        }
        List<List<Optional<BigDecimal>>> counts = new ArrayList<>();
        bins.forEach(bin -> counts.add(new ArrayList<>(bin.counts())));
        for (int d = 0; d < distributions; d++) {
            hide(counts, d);
        }
        List<Bin> shared = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            shared.add(new Bin(bins.get(i).from(), bins.get(i).to(), counts.get(i)));
        }
        return shared;
    }

    private void hide(List<List<Optional<BigDecimal>>> counts, int distribution) {
        List<Long> own = counts.stream()
                .map(c -> c.get(distribution).orElseThrow().longValue())
                .toList();
        Shared.hidden(own, parts.smallest()).forEach(i -> counts.get(i).set(distribution, Optional.empty()));
    }

    private Section respect() {
        List<TrendPageParts.Line> lines = new ArrayList<>();
        lines.add(line(say("tiennent les deux engagements", "keep both commitments"), "respectShare"));
        parts.rates()
                .forEach(rate ->
                        lines.add(line(say("tiennent : ", "keep: ") + words.rate(rate), "respect." + rate + "Share")));
        lines.add(line(say("prime due", "bonus due"), "prime"));
        lines.add(line(say("prime non chiffrée, praticiens", "bonus not known, practitioners"), "primeUnknown"));
        lines.add(line(say("à récupérer", "to recover"), "clawback"));
        lines.add(line(
                say("récupération non chiffrée, praticiens", "recovery not known, practitioners"), "clawbackUnknown"));
        List<fr.optam.report.chart.Series> curves = new ArrayList<>();
        curves.add(parts.line(say("les deux", "both"), "respectShare", Group.ALL));
        parts.rates().forEach(rate -> curves.add(parts.line(words.rate(rate), "respect." + rate + "Share", Group.ALL)));
        return new Section(
                        "respect",
                        say("Respect et montants", "Respect and amounts"),
                        List.of(),
                        List.of(),
                        List.of(parts.table(
                                "respect-table",
                                say("Respect et montants, par année", "Respect and amounts, by year"),
                                say("Mesure", "Measure"),
                                lines)))
                .with(List.of(Curves.of(
                                parts.heading(
                                        "respect-cours",
                                        say(
                                                "Part des adhérents qui tiennent leur engagement",
                                                "Share of members who keep their commitment"),
                                        parts.course("respectShare", Group.ALL)),
                                parts.yearAxis(),
                                new Quantity(say("Part", "Share"), Measure.RATE),
                                curves)
                        .picture()
                        .showing(List.of())));
    }
}
