package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Move;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.Shared;
import fr.optam.compare.trend.Target;
import fr.optam.report.chart.Curves;
import fr.optam.report.chart.Mark;
import fr.optam.report.chart.Measure;
import fr.optam.report.chart.Quantity;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Who is a member: against a target, by option, specialty and department, and who came and went. */
final class TrendPageMembers {
    private static final int DRAWN = 5;

    private final TrendPageParts parts;
    private final TrendWords words;

    TrendPageMembers(TrendPageParts parts) {
        this.parts = parts;
        this.words = parts.words();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    List<Section> sections() {
        return List.of(membership(), groups());
    }

    private Section membership() {
        List<List<Span>> said = new ArrayList<>();
        said.add(
                List.of(
                        Span.text(
                                say(
                                        "Peut adhérer qui remplit, selon le moteur, les conditions d’une option au moins au 31 décembre.",
                                        "Who may join is who meets, as the engine says, the conditions of one option at least on 31 December."))));
        return new Section("adhesion", say("Adhésion", "Membership"), said, List.of(), List.of(table(), moves()))
                .with(List.of(share(), options()));
    }

    private Picture share() {
        Curves curves = Curves.of(
                parts.heading(
                        "part", say("Part des adhérents", "Share of members"), parts.course("memberShare", Group.ALL)),
                parts.yearAxis(),
                new Quantity(say("Part", "Share"), Measure.RATE),
                List.of(
                        parts.line(
                                say("de ceux qui peuvent adhérer", "of those who may join"), "memberShare", Group.ALL),
                        parts.line(say("de tous", "of all"), "memberShareOfAll", Group.ALL)));
        for (Target target : parts.result().targets()) {
            if (!target.official() && target.measure().equals("memberShare")) {
                curves = curves.with(Mark.level(say("cible", "target"), target.value()));
            }
        }
        return curves.picture().showing(List.of());
    }

    private Picture options() {
        List<fr.optam.report.chart.Series> lines = parts.by(Group.By.OPTION, "members").stream()
                .filter(s -> s.values().values().stream().anyMatch(v -> v.signum() > 0))
                .map(s -> parts.line(words.group(s.group()), "members", s.group()))
                .toList();
        return Curves.of(
                        parts.heading(
                                "options",
                                say("Adhérents par option", "Members by option"),
                                say(
                                        "Une option qui ouvre ou ferme déplace ses adhérents d’une ligne à l’autre.",
                                        "An option that opens or closes moves its members from one line to another.")),
                        parts.yearAxis(),
                        new Quantity(say("Adhérents", "Members"), Measure.COUNT),
                        lines)
                .picture();
    }

    private DataTable table() {
        return parts.table(
                "adhesion-table",
                say("Adhésion par année", "Membership by year"),
                say("Mesure", "Measure"),
                List.of(
                        line(say("praticiens", "practitioners"), "practitioners"),
                        line(say("peuvent adhérer", "may join"), "mayJoin"),
                        line(say("adhérents", "members"), "members"),
                        line(say("part de ceux qui peuvent adhérer", "share of those who may join"), "memberShare"),
                        line(say("part de tous les praticiens", "share of all practitioners"), "memberShareOfAll"),
                        line(say("entrées dans une option", "joined an option"), "joined"),
                        line(say("sorties", "left"), "left"),
                        line(say("changements d’option", "switched option"), "switched")));
    }

    private static TrendPageParts.Line line(String name, String measure) {
        return new TrendPageParts.Line(name, measure, Group.ALL);
    }

    private DataTable moves() {
        List<DataTable.Row> rows = new ArrayList<>();
        SortedMap<Move, Long> moves = parts.result().count().moves();
        Set<Move> hidden = new HashSet<>();
        for (int year : parts.years()) {
            List<Move> own =
                    moves.keySet().stream().filter(m -> m.year() == year).toList();
            Shared.hidden(own.stream().map(moves::get).toList(), parts.smallest())
                    .forEach(i -> hidden.add(own.get(i)));
        }
        for (Map.Entry<Move, Long> each : moves.entrySet()) {
            Move move = each.getKey();
            rows.add(DataTable.Row.of(List.of(
                    List.of(Span.text(String.valueOf(move.year()))),
                    List.of(Span.text(words.standing(move.from()))),
                    List.of(Span.text(words.standing(move.to()))),
                    List.of(
                            hidden.contains(move)
                                    ? Span.soft(say("masqué", "hidden"))
                                    : Span.text(words.number(each.getValue()))))));
        }
        return DataTable.of(
                "mouvements",
                say("D’une année à la suivante", "From a year to the next"),
                "plain",
                List.of(
                        DataTable.Head.of(say("Année", "Year")),
                        DataTable.Head.of(say("Avant", "Before")),
                        DataTable.Head.of(say("Après", "After")),
                        DataTable.Head.of(say("Praticiens", "Practitioners"), "number")),
                rows);
    }

    private Section groups() {
        List<Series> specialties = parts.by(Group.By.SPECIALTY, "memberShare");
        List<Series> drawn = specialties.stream()
                .filter(s -> parts.series("memberShare", s.group()).isPresent())
                .limit(DRAWN)
                .toList();
        Picture curves = Curves.of(
                        parts.heading(
                                "specialites",
                                say(
                                        "Part des adhérents, spécialités les plus nombreuses",
                                        "Share of members, largest specialties"),
                                drawn.isEmpty()
                                        ? ""
                                        : words.named(drawn.get(0).group())
                                                + say(" : ", ": ")
                                                + parts.course(
                                                        "memberShare",
                                                        drawn.get(0).group())),
                        parts.yearAxis(),
                        new Quantity(say("Part", "Share"), Measure.RATE),
                        drawn.stream()
                                .map(s -> parts.line(words.named(s.group()), "memberShare", s.group()))
                                .toList())
                .picture()
                .showing(List.of());
        return new Section(
                        "groupes",
                        say("Par spécialité et par département", "By specialty and department"),
                        List.of(),
                        List.of(),
                        List.of(
                                by("specialites-table", say("Spécialité", "Specialty"), specialties),
                                by(
                                        "departements-table",
                                        say("Département", "Department"),
                                        parts.by(Group.By.DEPARTMENT, "memberShare")),
                                by(
                                        "secteurs-table",
                                        say("Secteur", "Sector"),
                                        parts.by(Group.By.SECTOR, "memberShare"))))
                .with(List.of(curves));
    }

    private DataTable by(String id, String head, List<Series> series) {
        return parts.table(
                id,
                head
                        + say(
                                " : part des adhérents parmi ceux qui peuvent adhérer",
                                ": share of members among those who may join"),
                head,
                series.stream()
                        .map(s -> new TrendPageParts.Line(words.named(s.group()), "memberShare", s.group()))
                        .toList());
    }
}
