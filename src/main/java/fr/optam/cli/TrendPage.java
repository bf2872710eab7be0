package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Series;
import fr.optam.compare.trend.Shared;
import fr.optam.compare.trend.Target;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Section;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A trend as a page. */
final class TrendPage {
    private final TrendResult result;
    private final TrendPageParts parts;
    private final TrendWords words;

    private TrendPage(TrendResult result, Shared shared, Lang lang) {
        this.result = result;
        this.parts = new TrendPageParts(result, shared, lang);
        this.words = parts.words();
    }

    /**
     * The page: HTML that is XML too, which loads nothing and needs no script.
     *
     * @param shared the long table as it may be shown
     */
    static String of(TrendResult result, Shared shared, Lang lang) {
        return new TrendPage(result, shared, lang).page();
    }

    private String say(String fr, String en) {
        return parts.say(fr, en);
    }

    private String page() {
        List<Section> sections = new ArrayList<>();
        sections.add(inShort());
        sections.addAll(new TrendPageMembers(parts).sections());
        sections.addAll(new TrendPageRates(parts).sections());
        result.readings().ifPresent(r -> sections.add(new TrendPageReadings(parts).section(r)));
        result.spiral().ifPresent(s -> sections.add(new TrendPageSpiral(parts).section(s)));
        sections.add(method());
        return HtmlPage.of(frame(), sections, parts.lang());
    }

    private Frame frame() {
        List<Frame.Fact> about = new ArrayList<>();
        about.add(new Frame.Fact(
                say("Années", "Years"),
                List.of(Span.text(parts.years().stream().map(String::valueOf).collect(Collectors.joining(", "))))));
        about.add(new Frame.Fact(
                say("Cohorte", "Cohort"),
                List.of(Span.text(words.number(result.count().practitioners())
                        + say(" praticiens", " practitioners")
                        + (result.count().synthetic()
                                ? say(", tous synthétiques (SYNTHETIC)", ", all synthetic (SYNTHETIC)")
                                : "")))));
        about.addAll(Frame.about(result.rulebook().id(), parts.lang()));
        return new Frame(
                say("Une cohorte au fil des années", "A cohort over years"),
                List.of(Span.text(say(
                        "Adhésion, taux observés et engagés, lectures des règles pour l’année qui vient, et un modèle des"
                                + " renouvellements.",
                        "Membership, observed and committed rates, readings of the rules for the year ahead, and a model of"
                                + " renewals."))),
                about,
                List.of(),
                List.of(
                        Span.text(say("Référentiel ", "Rulebook ")
                                + result.rulebook().id().version() + " "),
                        Span.code(result.rulebook().id().digest())));
    }

    private Section inShort() {
        List<Section.Figure> figures = new ArrayList<>();
        parts.series("members", Group.ALL)
                .ifPresent(s -> figures.add(new Section.Figure(
                        words.value(s, last(s)),
                        say("adhérents en ", "members in ") + s.values().lastKey(),
                        "")));
        parts.series("memberShare", Group.ALL).ifPresent(s -> {
            figures.add(new Section.Figure(
                    words.percent(last(s)), say("de ceux qui peuvent adhérer", "of those who may join"), ""));
            s.slope()
                    .ifPresent(c ->
                            figures.add(new Section.Figure(words.points(c.robust()), say("par an", "a year"), "")));
        });
        for (String rate : parts.rates()) {
            parts.series("changeObserved." + rate + ".median", Group.ALL)
                    .ifPresent(s -> figures.add(new Section.Figure(
                            words.robust(s),
                            say("par an, même praticien : ", "a year, same practitioner: ") + words.rate(rate),
                            "")));
        }
        List<List<Span>> lines = new ArrayList<>();
        result.notes()
                .forEach(note -> lines.add(
                        List.of(Span.badge(say("à noter", "note"), "warn"), Span.text(" " + words.say(note)))));
        targets().forEach(line -> lines.add(List.of(Span.text(line))));
        if (parts.hides()) {
            lines.add(List.of(Span.text(say(
                    "Les groupes de moins de " + parts.smallest()
                            + " praticiens sont masqués, et ce qui permettrait de les" + " retrouver par différence.",
                    "Groups of fewer than " + parts.smallest()
                            + " practitioners are hidden, and what would give them away by" + " difference."))));
        }
        return new Section("bref", say("En bref", "In short"), lines, figures, List.of());
    }

    private static BigDecimal last(Series series) {
        return series.values().get(series.values().lastKey());
    }

    private List<String> targets() {
        List<String> lines = new ArrayList<>();
        for (Target target : result.targets()) {
            Optional<Series> series = parts.series(target.measure(), target.group());
            series.ifPresent(s -> {
                int year = target.year()
                        .filter(s.values()::containsKey)
                        .orElse(s.values().lastKey());
                BigDecimal value = s.values().get(year);
                String name = words.say(target.words());
                lines.add(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + name.substring(1)
                        + (target.sources().isEmpty()
                                ? ""
                                : " (" + String.join(", ", target.sources()) + ", " + target.confidence()
                                        + target.year().map(y -> ", " + y).orElse("") + ")")
                        + say(" : ", ": ") + words.percent(target.value())
                        + say(" ; cette cohorte en ", "; this cohort in ") + year + say(" : ", ": ")
                        + words.percent(value) + " (" + words.points(value.subtract(target.value())) + ").");
            });
        }
        return lines;
    }

    private Section method() {
        List<List<Span>> lines = new ArrayList<>();
        for (String line : List.of(
                say(
                        "Chaque année est décidée par le moteur, ou reprise d’un passage enregistré. Les taux d’un groupe sont"
                                + " ceux de ses adhérents ; les quantiles sont exacts, entre deux valeurs en proportion.",
                        "Each year is decided by the engine, or taken from a recorded run. Rates of a group are those of its"
                                + " members; quantiles are exact, between two values in proportion."),
                say(
                        "« Par an » est la différence entre la dernière et la première année, divisée par leur distance ;"
                                + " « par an, médiane » est la médiane des pentes entre toutes les paires d’années (Theil et"
                                + " Sen), qu’une année isolée ne déplace pas. Pour ce qui est déjà un changement d’une année à"
                                + " l’autre (entrées, sorties, écart du même praticien), ce sont la moyenne et la médiane.",
                        "“A year” is the difference between the last and the first year, divided by their distance; “a year,"
                                + " median” is the median of the slopes between all pairs of years (Theil and Sen), which one"
                                + " year out of line does not move. Of what is a change from a year to the next already"
                                + " (joined, left, the same practitioner’s change), it is the mean and the median."),
                say(
                        "L’écart médian du même praticien ne dépend pas des entrées et des sorties : il se calcule sur ceux qui"
                                + " sont adhérents deux années de suite.",
                        "The median change of the same practitioner does not depend on who joins or leaves: it is taken over"
                                + " those who are members two years running."))) {
            lines.add(List.of(Span.text(line)));
        }
        List<DataTable.Row> rows = new ArrayList<>();
        for (TrendYear.Read read : result.reads()) {
            rows.add(DataTable.Row.of(List.of(
                    List.of(Span.text(String.valueOf(read.source().year()))),
                    List.of(Span.text(read.source().run() ? say("passage", "run") : say("fichiers", "files"))),
                    List.of(Span.text(words.number(read.size()))),
                    List.of(Span.text(words.number(read.rejectedRows()))),
                    List.of(Span.text(parts.count(read.rejectedPractitioners()))),
                    List.of(Span.text(parts.count(read.notEvaluable()))),
                    List.of(
                            Span.text(read.rulebook().version() + " "),
                            Span.code(read.rulebook().digest())))));
        }
        return new Section(
                "methode",
                say("Méthode et entrées", "Method and inputs"),
                lines,
                List.of(),
                List.of(DataTable.of(
                        "entrees",
                        say("Ce qui a été lu", "What was read"),
                        "wide",
                        List.of(
                                DataTable.Head.of(say("Année", "Year")),
                                DataTable.Head.of(say("Source", "Source")),
                                DataTable.Head.of(say("Praticiens", "Practitioners"), "number"),
                                DataTable.Head.of(say("Lignes rejetées", "Rows rejected"), "number"),
                                DataTable.Head.of(say("Praticiens rejetés", "Practitioners rejected"), "number"),
                                DataTable.Head.of(say("Non évaluables", "Not evaluable"), "number"),
                                DataTable.Head.of(say("Référentiel", "Rulebook"))),
                        rows)));
    }
}
