package fr.optam.cli;

import fr.optam.compare.trend.Assumption;
import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Readings;
import fr.optam.compare.trend.Shared;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.SpiralRound;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Dumbbell;
import fr.optam.report.chart.Dumbbells;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.chart.Series;
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

/** The year ahead: what each reading allows, and the model of renewals. */
final class TrendPageAhead {
    private final TrendPageParts parts;
    private final TrendWords words;

    TrendPageAhead(TrendPageParts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        parts.result().readings().ifPresent(r -> sections.add(readings(r)));
        parts.result().spiral().ifPresent(s -> sections.add(spiral(s)));
        return sections;
    }

    // ---- readings ----------------------------------------------------------------------------------------------

    private Section readings(Readings readings) {
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
                    && counted.filter(c -> shows(c.difference().size())).isPresent()) {
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

    private boolean shows(long size) {
        return size > 0 && size >= parts.smallest();
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
        boolean allowed = shows(counted.allowed().size());
        boolean both = !base && shows(counted.difference().size());
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

    // ---- the model ---------------------------------------------------------------------------------------------

    private Section spiral(SpiralResult spiral) {
        TrendSpiralWords said = new TrendSpiralWords(words, parts.result());
        List<List<Span>> lines = new ArrayList<>();
        lines.add(List.of(
                Span.strong(say("C’est un modèle, pas une prévision. ", "It is a model, no forecast. ")),
                Span.text(said.rule())));
        lines.add(List.of(Span.strong(end(spiral))));
        lines.add(List.of(Span.strong(say("Ce qui le réfuterait", "What would prove it wrong"))));
        said.refutations(parts.smallest()).forEach(each -> lines.add(List.of(Span.text("– " + each))));
        return new Section(
                        "modele",
                        say("Modèle des renouvellements", "Model of renewals"),
                        lines,
                        List.of(),
                        List.of(assumptions(spiral), rounds(spiral), specialties(spiral)))
                .with(List.of(curve(spiral), members(spiral)));
    }

    private String end(SpiralResult spiral) {
        boolean shows = spiral.left() >= parts.smallest()
                && spiral.rounds().stream().allMatch(r -> r.leavers() == 0 || r.leavers() >= parts.smallest());
        return new TrendSpiralWords(words, parts.result()).end(spiral, shows);
    }

    private Axis renewals(SpiralResult spiral) {
        return Axis.names(
                say("Renouvellement", "Renewal"),
                spiral.rounds().stream().map(r -> String.valueOf(r.number())).toList());
    }

    private Picture curve(SpiralResult spiral) {
        return Curves.of(
                        parts.heading(
                                "modele-taux",
                                say(
                                        "Taux autorisé et pratique, moyennes par renouvellement",
                                        "Allowed rate and practice, means by renewal"),
                                end(spiral)),
                        renewals(spiral),
                        new Quantity(words.rate(spiral.assumptions().rate()), Measure.RATE),
                        List.of(
                                Series.known(
                                        say("autorisé", "allowed"),
                                        spiral.rounds().stream()
                                                .map(r -> Optional.of(r.all().allowed())
                                                        .filter(a -> shows(a.size()))
                                                        .map(a -> a.mean()))
                                                .toList()),
                                Series.known(
                                        say("pratique", "practice"),
                                        spiral.rounds().stream()
                                                .map(r -> Optional.of(r.all().observed())
                                                        .filter(a -> shows(a.size()))
                                                        .map(a -> a.mean()))
                                                .toList())))
                .picture()
                .showing(List.of());
    }

    private Picture members(SpiralResult spiral) {
        return Curves.of(
                        parts.heading(
                                "modele-adherents",
                                say("Adhérents par renouvellement", "Members by renewal"),
                                say("Avant chaque renouvellement.", "Before each renewal.")),
                        renewals(spiral),
                        new Quantity(say("Adhérents", "Members"), Measure.COUNT),
                        List.of(Series.known(
                                say("adhérents", "members"),
                                spiral.rounds().stream()
                                        .map(r -> Optional.of(r)
                                                .filter(o -> open(spiral, o))
                                                .map(o -> BigDecimal.valueOf(o.members())))
                                        .toList())))
                .picture()
                .showing(List.of());
    }

    private DataTable assumptions(SpiralResult spiral) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (Assumption each : spiral.assumptions().all()) {
            rows.add(DataTable.Row.of(List.of(
                    List.of(Span.code(each.name())),
                    List.of(Span.text(words.say(each.words()))),
                    List.of(Span.text(each.value())),
                    List.of(Span.text(each.unit())),
                    List.of(
                            each.changed()
                                    ? Span.text(say("donné à l’appel", "given with the call"))
                                    : Span.code(each.at())))));
        }
        return DataTable.of(
                "hypotheses",
                say(
                        "Hypothèses, toutes déduites (INFERRED) ; --assume NOM=VALEUR en change une",
                        "Assumptions, all of them inferred; --assume NAME=VALUE changes one"),
                "stack",
                List.of(
                        DataTable.Head.of(say("Nom", "Name"), "mark"),
                        DataTable.Head.of(say("Ce qui est supposé", "What is assumed"), "long"),
                        DataTable.Head.of(say("Valeur", "Value"), "number"),
                        DataTable.Head.of(say("Unité", "Unit")),
                        DataTable.Head.of(say("Cellule", "Cell"))),
                rows);
    }

    private DataTable rounds(SpiralResult spiral) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (SpiralRound round : spiral.rounds()) {
            SpiralRound.Part all = round.all();
            rows.add(cells(List.of(
                    String.valueOf(round.number()),
                    open(spiral, round) ? parts.count(all.members()) : say("masqué", "hidden"),
                    mean(all.allowed()),
                    mean(all.observed()),
                    parts.count(all.leavers()),
                    parts.count(round.adapted()),
                    parts.count(all.withoutRate()))));
        }
        return DataTable.of(
                "renouvellements",
                say("Renouvellement par renouvellement", "Renewal by renewal"),
                "plain",
                List.of(
                        DataTable.Head.of(say("Renouvellement", "Renewal")),
                        DataTable.Head.of(say("Adhérents", "Members"), "number"),
                        DataTable.Head.of(say("Taux moyen", "Mean rate"), "number"),
                        DataTable.Head.of(say("Pratique moyenne", "Mean practice"), "number"),
                        DataTable.Head.of(say("Partent", "Leave"), "number"),
                        DataTable.Head.of(say("S’alignent", "Come down"), "number"),
                        DataTable.Head.of(say("Sans taux", "Without rate"), "number")),
                rows);
    }

    /** Members are told as long as nobody can subtract a small number of leavers from those before. */
    private boolean open(SpiralResult spiral, SpiralRound round) {
        return spiral.rounds().stream()
                .filter(r -> r.number() < round.number())
                .allMatch(r -> r.leavers() == 0 || r.leavers() >= parts.smallest());
    }

    private DataTable specialties(SpiralResult spiral) {
        List<DataTable.Row> rows = new ArrayList<>();
        SpiralRound first = spiral.rounds().get(0);
        SpiralRound last = spiral.rounds().get(spiral.rounds().size() - 1);
        first.specialties().forEach((code, part) -> {
            if (part.members() >= Math.max(1, parts.smallest())) {
                long left = spiral.rounds().stream()
                        .map(r -> r.specialties().get(code))
                        .filter(p -> p != null)
                        .mapToLong(SpiralRound.Part::leavers)
                        .sum();
                SpiralRound.Part end = last.specialties().get(code);
                rows.add(cells(List.of(
                        words.named(new Group(Group.By.SPECIALTY, code.isEmpty() ? Group.UNKNOWN : code)),
                        parts.count(part.members()),
                        parts.count(left),
                        mean(part.allowed()),
                        end == null ? "·" : mean(end.allowed()))));
            }
        });
        return DataTable.of(
                "modele-specialites",
                say(
                        "Par spécialité, du premier au dernier renouvellement",
                        "By specialty, from the first to the last renewal"),
                "plain",
                List.of(
                        DataTable.Head.of(say("Spécialité", "Specialty")),
                        DataTable.Head.of(say("Adhérents", "Members"), "number"),
                        DataTable.Head.of(say("Partis", "Left"), "number"),
                        DataTable.Head.of(say("Premier taux", "First rate"), "number"),
                        DataTable.Head.of(say("Dernier taux", "Last rate"), "number")),
                rows);
    }

    private String mean(fr.optam.compare.trend.Spread spread) {
        return shows(spread.size()) ? words.percent(spread.mean()) : "·";
    }

    private static DataTable.Row cells(List<String> cells) {
        return DataTable.Row.of(cells.stream().map(c -> List.of(Span.text(c))).toList());
    }
}
