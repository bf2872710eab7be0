package fr.optam.cli;

import fr.optam.compare.trend.Assumption;
import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.SpiralResult;
import fr.optam.compare.trend.SpiralRound;
import fr.optam.report.chart.Axis;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.chart.Series;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The model of renewals. */
final class TrendPageSpiral {
    private final TrendPageParts parts;
    private final TrendWords words;

    TrendPageSpiral(TrendPageParts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    Section section(SpiralResult spiral) {
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
                                                        .filter(a -> parts.shows(a.size()))
                                                        .map(a -> a.mean()))
                                                .toList()),
                                Series.known(
                                        say("pratique", "practice"),
                                        spiral.rounds().stream()
                                                .map(r -> Optional.of(r.all().observed())
                                                        .filter(a -> parts.shows(a.size()))
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
        return parts.shows(spread.size()) ? words.percent(spread.mean()) : "·";
    }

    private static DataTable.Row cells(List<String> cells) {
        return DataTable.Row.of(cells.stream().map(c -> List.of(Span.text(c))).toList());
    }
}
