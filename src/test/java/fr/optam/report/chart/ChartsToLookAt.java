package fr.optam.report.chart;

import fr.optam.decision.RulebookId;
import fr.optam.report.html.Frame;
import fr.optam.report.html.HtmlPage;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Section;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a page of each kind of picture, easy and hard, to be looked at in a browser. */
public final class ChartsToLookAt {
    private static final Quantity EUROS = new Quantity("Solde", Measure.EUR);
    private static final Quantity RATE = new Quantity("Taux opposable", Measure.RATE);
    private static final String LONG =
            "Gynécologie médicale, obstétrique et médecine de la reproduction, avec ou sans accouchements, tous modes";

    private ChartsToLookAt() {}

    /** Writes {@code charts.html}. @param args the folder to write to */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(folder.resolve("charts.html"), page(Lang.FR));
    }

    static String page(Lang lang) {
        return HtmlPage.of(
                Frame.of(new RulebookId("2026.1", "sha256:00", List.of()), "Images", "", lang),
                List.of(
                        section("barres", List.of(bars(lang), target(lang), many(lang), signs(lang), huge(lang))),
                        section("soldes", List.of(balances(lang), onlyLost(lang), hidden(lang))),
                        section("parts", List.of(stack(lang), stacks(lang))),
                        section(
                                "courbes",
                                List.of(
                                        curves(lang),
                                        close(lang),
                                        steps(lang),
                                        single(lang),
                                        values(lang),
                                        flat(lang))),
                        section("distributions", List.of(two(lang), one(lang), open(lang))),
                        section("avant-apres", List.of(dumbbells(lang), transitions(lang), none(lang)))),
                lang);
    }

    private static Section section(String id, List<Picture> pictures) {
        return new Section(id, id, List.of(), List.of(), List.of()).with(pictures);
    }

    private static Heading heading(String id, Lang lang) {
        return new Heading(id, "Image " + id, "La chirurgie gagne le plus, l’anesthésie perd 312,40\u00A0€.", lang);
    }

    static BigDecimal n(String value) {
        return new BigDecimal(value);
    }

    private static Picture bars(Lang lang) {
        return Bars.of(
                        heading("b1", lang),
                        "Spécialité",
                        EUROS,
                        List.of(
                                Bar.of("Anesthésie-réanimation", n("12345.67")),
                                Bar.of("Chirurgie générale", n("9120")),
                                Bar.of(LONG, n("4500.5")),
                                Bar.hidden("Urologie", "< 11"),
                                Bar.of("Ophtalmologie", n("0")),
                                Bar.of("Radiologie", n("312.40"))))
                .picture();
    }

    private static Picture target(Lang lang) {
        return Bars.of(
                        heading("b2", lang),
                        "Année",
                        RATE,
                        List.of(Bar.of("2022", n("0.42")), Bar.of("2023", n("0.475")), Bar.of("2024", n("0.61"))))
                .against("objectif", n("0.55"))
                .picture();
    }

    private static Picture many(Lang lang) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i <= 96; i++) {
            bars.add(Bar.of("Département " + i, BigDecimal.valueOf((i * 7919L) % 1000)));
        }
        return Bars.of(heading("b3", lang), "Département", new Quantity("Praticiens", Measure.COUNT), bars)
                .most(8)
                .picture();
    }

    private static Picture signs(Lang lang) {
        return Bars.of(
                        heading("b4", lang),
                        "Option",
                        EUROS,
                        List.of(Bar.of("OPTAM", n("-1200")), Bar.of("Sans", n("300")), Bar.of("OPTAM-ACO", n("-4.5"))))
                .picture();
    }

    private static Picture huge(Lang lang) {
        return Bars.of(
                        heading("b5", lang),
                        "Option",
                        EUROS,
                        List.of(Bar.of("Tous", n("123456789012.34")), Bar.of("Un", n("10000000"))))
                .picture();
    }

    private static Picture balances(Lang lang) {
        return Balances.of(
                        heading("g1", lang),
                        "Spécialité",
                        Measure.EUR,
                        List.of(
                                Balance.of("Anesthésie-réanimation", n("1234.56"), n("8000")),
                                Balance.of("Chirurgie générale", n("9120"), n("100")),
                                Balance.of(LONG, n("0"), n("450.25")),
                                Balance.of("Ophtalmologie", n("0"), n("0")),
                                Balance.hidden("Urologie", "< 11")))
                .picture();
    }

    private static Picture onlyLost(Lang lang) {
        return Balances.of(
                        heading("g2", lang),
                        "Option",
                        Measure.EUR,
                        List.of(
                                Balance.of("OPTAM", n("0"), n("123456.78")),
                                Balance.of("OPTAM-ACO", n("0"), n("9876.5"))))
                .picture();
    }

    private static Picture hidden(Lang lang) {
        return Balances.of(heading("g3", lang), "Option", Measure.EUR, List.of(Balance.hidden("OPTAM", "< 11")))
                .picture();
    }

    private static Picture stack(Lang lang) {
        return Stacks.of(
                        heading("p1", lang),
                        "Cause",
                        new Quantity("Cas", Measure.COUNT),
                        List.of("seule", "ensemble", "l’une ou l’autre", "en partie", "cinquième", "sixième"),
                        List.of(new Stack("120 cas", List.of(n("60"), n("30"), n("15"), n("10"), n("4"), n("1")))))
                .picture();
    }

    private static Picture stacks(Lang lang) {
        return Stacks.of(
                        heading("p2", lang),
                        "Année",
                        new Quantity("Praticiens", Measure.COUNT),
                        List.of("OPTAM", "OPTAM-ACO", "sans option"),
                        List.of(
                                new Stack("2024", List.of(n("60"), n("30"), n("15"))),
                                new Stack("2025", List.of(n("70"), n("20"), n("15"))),
                                new Stack("2026", List.of(n("0"), n("0"), n("0")))))
                .picture();
    }

    private static Picture curves(Lang lang) {
        return Curves.of(
                        heading("c1", lang),
                        Axis.names(
                                "Mois",
                                List.of(
                                        "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.",
                                        "oct.", "nov.", "déc.")),
                        RATE,
                        List.of(
                                Series.known(
                                        "taux cumulé",
                                        months("0.42", "0.45", "0.44", "0.47", "0.5", "0.51", "", "", "", "", "", "")),
                                Series.known(
                                        "au rythme actuel",
                                        months(
                                                "", "", "", "", "", "0.51", "0.52", "0.53", "0.54", "0.55", "0.56",
                                                "0.57"))))
                .with(Mark.level("engagement", n("0.60")))
                .with(Mark.moment("aujourd’hui", n("5")))
                .with(Mark.below("en dessous", n("0.30")))
                .picture();
    }

    private static List<Optional<BigDecimal>> months(String... values) {
        return java.util.Arrays.stream(values)
                .map(v -> v.isEmpty() ? Optional.<BigDecimal>empty() : Optional.of(n(v)))
                .toList();
    }

    private static Picture close(Lang lang) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            series.add(Series.over(
                    "Lecture " + (i + 1) + (i == 3 ? " selon le guide de la période" : ""),
                    List.of(n("0.42"), n("0.4" + i), n("0.402"), n("0.40" + i))));
        }
        return Curves.of(
                        heading("c2", lang),
                        Axis.names("Renouvellement", List.of("2026", "2029", "2032", "2035")),
                        RATE,
                        series)
                .picture();
    }

    private static Picture steps(Lang lang) {
        return Curves.of(
                        heading("c3", lang),
                        Axis.values(new Quantity("Écart", Measure.POINTS)),
                        new Quantity("Part de la prime", Measure.RATE),
                        List.of(Series.steps(
                                "barème",
                                List.of(
                                        Series.Point.of(n("0"), n("1")),
                                        Series.Point.of(n("2"), n("0.75")),
                                        Series.Point.of(n("5"), n("0")),
                                        Series.Point.of(n("8"), n("0"))))))
                .with(Mark.moment("vous", n("2.4")))
                .with(Mark.moment("votre voisin", n("2.9")))
                .picture();
    }

    private static Picture single(Lang lang) {
        return Curves.of(
                        heading("c4", lang),
                        Axis.names("Année", List.of("2025")),
                        EUROS,
                        List.of(Series.over("seul", List.of(n("-1234567.89")))))
                .picture();
    }

    private static Picture values(Lang lang) {
        return Curves.of(
                        heading("c5", lang),
                        Axis.values(new Quantity("Année", Measure.YEAR)),
                        new Quantity("Montant en jeu", Measure.EUR),
                        List.of(
                                Series.of(
                                        "avec l’option",
                                        List.of(
                                                Series.Point.of(n("2025"), n("12000")),
                                                Series.Point.of(n("2031"), n("-4000")))),
                                Series.of(
                                        "sans l’option",
                                        List.of(
                                                Series.Point.of(n("2025"), n("9000")),
                                                Series.Point.of(n("2031"), n("9500"))))))
                .with(Mark.above("interdit", n("10000")))
                .picture();
    }

    private static Picture flat(Lang lang) {
        return Curves.of(
                        heading("c6", lang),
                        Axis.names("Année", List.of("2024", "2025", "2026")),
                        new Quantity("Taux", Measure.RATE),
                        List.of(Series.over("constant", List.of(n("0.22"), n("0.22"), n("0.22")))))
                .with(Mark.level("engagement", n("0.22")))
                .picture();
    }

    private static List<BigDecimal> drawn(int from) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add(BigDecimal.valueOf(from + (i * 37L) % 100 + (i * 53L) % 150, 3));
        }
        return values;
    }

    private static Picture two(Lang lang) {
        return Distribution.ofValues(
                        heading("d1", lang),
                        RATE,
                        "Praticiens",
                        List.of(new Sample("avant", drawn(200)), new Sample("après", drawn(260))))
                .picture();
    }

    private static Picture one(Lang lang) {
        return Distribution.ofValues(
                        heading("d2", lang), EUROS, "Praticiens", List.of(new Sample("après", List.of(n("5"), n("5")))))
                .picture();
    }

    private static Picture open(Lang lang) {
        return Distribution.of(
                        heading("d3", lang),
                        EUROS,
                        "Praticiens",
                        List.of("tous"),
                        List.of(
                                new Bin(Optional.empty(), Optional.of(n("-1000")), List.of(Optional.of(n("14")))),
                                Bin.of(n("-1000"), n("-100"), 120),
                                Bin.of(n("-100"), n("0"), 50),
                                Bin.of(n("0"), n("100"), 80),
                                Bin.of(n("100"), n("1000"), 30),
                                new Bin(Optional.of(n("1000")), Optional.empty(), List.of(Optional.empty()))))
                .picture();
    }

    private static Picture dumbbells(Lang lang) {
        return Dumbbells.of(
                        heading("h1", lang),
                        "Spécialité",
                        RATE,
                        "engagement aujourd’hui",
                        "au renouvellement",
                        List.of(
                                new Dumbbell("Chirurgie", n("0.42"), n("0.60")),
                                new Dumbbell("Anesthésie", n("0.39"), n("0.22")),
                                new Dumbbell("Radiologie", n("0.40"), n("0.40")),
                                new Dumbbell(LONG, n("0.40"), n("0.41"))))
                .picture();
    }

    private static Picture transitions(Lang lang) {
        return Transitions.of(
                        heading("h2", lang),
                        "Avant",
                        "Après",
                        List.of("respecté", "non respecté", "non évaluable"),
                        List.of(
                                List.of(n("1234"), n("12"), n("0")),
                                List.of(n("140"), n("400"), n("3")),
                                List.of(n("0"), n("0"), n("20"))))
                .picture();
    }

    private static Picture none(Lang lang) {
        return Bars.of(new Heading("h3", "Image vide", "", lang), "Option", EUROS, List.of())
                .picture();
    }
}
