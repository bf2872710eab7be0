package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Shared;
import fr.optam.report.chart.Dumbbell;
import fr.optam.report.chart.Dumbbells;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each reading of the rules allows in the year ahead. */
final class TrendPageReadings {
    private final TrendPageParts parts;
    private final TrendWords words;

    TrendPageReadings(TrendPageParts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    Section section(Readings readings) {
        List<Picture> pictures = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (String rate : readings.rates()) {
            pictures.add(dumbbells(readings, rate));
            tables.add(table(readings, rate));
        }
        List<List<Span>> said = List.of(List.of(Span.text(say(
                "Pour chaque adhérent de la dernière année, le moteur calcule l’engagement de "
                        + readings.year()
                        + " comme s’il était à signer, puis le compare à la pratique de la dernière année, supposée"
                        + " constante. Une lecture est une variante du référentiel ; l’écart se lit à la base, en"
                        + " points par praticien et en euros aux honoraires de la dernière année.",
                "For each member of the last year the engine computes the commitment of " + readings.year()
                        + " as if it were to be signed, and holds it against the practice of the last year, taken"
                        + " as constant. A reading is an overlay of the rulebook; the difference is to the base, in"
                        + " points a practitioner and in euros at the fees of the last year."))));
        return new Section(
                        "lectures",
                        say("Lectures des règles pour ", "Readings of the rules for ") + readings.year(),
                        said,
                        List.of(),
                        tables)
                .with(pictures);
    }

    private Picture dumbbells(Readings readings, String rate) {
        List<Dumbbell> rows = new ArrayList<>();
        for (String name : readings.names()) {
            Optional<Readings.Counted> counted = readings.of(name, rate, Group.ALL);
            if (!name.equals(Readings.BASE)
                    && counted.filter(c -> parts.shows(c.difference().size())).isPresent()) {
                Readings.Counted c = counted.get();
                rows.add(new Dumbbell(
                        words.say(parts.result().readingWords().get(name)),
                        c.compared().mean(),
                        c.compared().mean().add(rounded(c.difference().mean()).movePointLeft(2))));
            }
        }
        return Dumbbells.of(
                        parts.heading(
                                "lectures-" + rate.toLowerCase(Locale.ROOT),
                                say("Taux autorisé moyen : ", "Mean allowed rate: ") + words.rate(rate),
                                say(
                                        "De la base à chaque lecture, sur les mêmes praticiens : ceux pour qui les deux se"
                                                + " calculent.",
                                        "From the base to each reading, over the same practitioners: those for whom both"
                                                + " are computed.")),
                        say("Lecture", "Reading"),
                        new Quantity(words.rate(rate), Measure.RATE),
                        say("base", "base"),
                        say("lecture", "reading"),
                        rows)
                .picture();
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP);
    }

    private DataTable table(Readings readings, String rate) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (String name : readings.names()) {
            readings.of(name, rate, Group.ALL).ifPresent(c -> rows.add(row(name, c)));
        }
        return DataTable.of(
                "lectures-table-" + rate.toLowerCase(Locale.ROOT),
                say("Lectures : ", "Readings: ") + words.rate(rate),
                "wide",
                List.of(
                        DataTable.Head.of(say("Lecture", "Reading")),
                        DataTable.Head.of(say("Calculés", "Computed"), "number"),
                        DataTable.Head.of(say("Médiane", "Median"), "number"),
                        DataTable.Head.of(say("Écart moyen", "Mean difference"), "number"),
                        DataTable.Head.of(say("En euros", "In euros"), "number"),
                        DataTable.Head.of(say("Manqueraient", "Would miss"), "number"),
                        DataTable.Head.of(say("dont nouveaux", "of them new"), "number"),
                        DataTable.Head.of(say("N’en manqueraient plus", "Would no longer miss"), "number")),
                rows);
    }

    private DataTable.Row row(String name, Readings.Counted counted) {
        boolean base = name.equals(Readings.BASE);
        boolean allowed = parts.shows(counted.allowed().size());
        boolean both = !base && parts.shows(counted.difference().size());
        List<List<Span>> cells = new ArrayList<>();
        cells.add(List.of(Span.text(words.say(parts.result().readingWords().get(name)))));
        Map<String, String> verdicts = counts(counted.verdicts());
        Map<String, String> respects = counts(counted.respects());
        for (String cell : List.of(
                computed(counted, verdicts),
                allowed ? words.percent(counted.allowed().quantile(1, 2)) : "·",
                both ? words.inPoints(counted.difference().mean()) : "·",
                both ? words.euros(counted.euros()) : "·",
                respects.getOrDefault("BREACHED", "0"),
                both ? parts.count(counted.newlyBreached()) : "·",
                both ? parts.count(counted.noLongerBreached()) : "·")) {
            cells.add(List.of(Span.text(cell)));
        }
        List<Span> note = new ArrayList<>();
        if (counted.provisional() > 0) {
            note.add(Span.text(parts.count(counted.provisional())
                    + say(
                            " taux provisoires, avant ce qui reste inconnu",
                            " provisional rates, before what is not known")));
        }
        verdicts.forEach((verdict, count) -> {
            int cut = verdict.indexOf(':');
            if (cut > 0) {
                note.add(Span.text((note.isEmpty() ? "" : " · ") + count + " "));
                note.add(Span.code(verdict.substring(cut + 1)));
            }
        });
        return new DataTable.Row("", "", cells, note);
    }

    /** Counts that add up to the members, as they may be shown. */
    private Map<String, String> counts(Map<String, Long> all) {
        List<String> names = List.copyOf(all.keySet());
        Set<Integer> hidden = Shared.hidden(names.stream().map(all::get).toList(), parts.smallest());
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            shown.put(names.get(i), hidden.contains(i) ? say("masqué", "hidden") : words.number(all.get(names.get(i))));
        }
        return shown;
    }

    /** How many rates there are; not where that would give away how many there are not. */
    private String computed(Readings.Counted counted, Map<String, String> verdicts) {
        boolean hides = verdicts.containsValue(say("masqué", "hidden"));
        return hides ? say("masqué", "hidden") : parts.count(counted.allowed().size());
    }
}
