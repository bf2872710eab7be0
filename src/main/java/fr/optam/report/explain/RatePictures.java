package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.fact.Activity;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The commitments against the observed rates: a bar a year, and the months of the year where acts are given. */
final class RatePictures {
    private static final int LEFT = 56;
    private static final int RIGHT = 400;
    private static final int BAR = 30;
    private static final int STEP = 62;

    private final Dossier dossier;

    RatePictures(Dossier dossier) {
        this.dossier = dossier;
    }

    /** One commitment of the rulebook's list. */
    private record Commitment(String id, String name, Optional<BigDecimal> level, Optional<Answer> observed) {}

    List<Picture> pictures() {
        List<Picture> all = new ArrayList<>();
        dossier.rows("reference/engagements").forEach(row -> {
            String code = Dossier.text(row, "rate");
            Commitment commitment = new Commitment(
                    "taux-" + code,
                    dossier.question("observed." + code),
                    dossier.answer("commitment." + code).flatMap(Answer::value).map(BigDecimal::new),
                    dossier.answer("observed." + code));
            all.add(years(commitment));
            MonthPicture months = new MonthPicture(dossier, commitment.level());
            commitment
                    .observed()
                    .flatMap(observed -> Ratio.of(dossier, observed))
                    .or(() -> Optional.of(new Ratio(all.size() == 1 ? "overruns" : "", "")))
                    .flatMap(ratio -> months.picture("mois-" + code, commitment.name(), ratio.ofOverruns()))
                    .ifPresent(all::add);
        });
        return all;
    }

    private Picture years(Commitment commitment) {
        String title = dossier.say("Par année\u00A0: ", "By year: ") + lower(commitment.name());
        Optional<BigDecimal> decided =
                commitment.observed().flatMap(Answer::value).map(BigDecimal::new);
        if (decided.isEmpty()) {
            return Picture.none(
                    commitment.id(),
                    title,
                    commitment.observed().map(a -> dossier.say(a.sentence())).orElse(""));
        }
        SortedMap<Integer, BigDecimal> rates = new TreeMap<>();
        Optional<Ratio> ratio = Ratio.of(dossier, commitment.observed().orElseThrow());
        for (Activity activity : dossier.account().facts().activity().orElse(List.of())) {
            ratio.flatMap(r -> r.rate(activity)).ifPresent(rate -> rates.put(activity.year(), rate));
        }
        int year = dossier.decision().year();
        rates.put(year, decided.get());
        String words = words(commitment, decided.get(), year);
        return new Picture(
                commitment.id(),
                title,
                svg(commitment, title, words, rates, year),
                words,
                List.of(table(commitment, title, rates, year)));
    }

    private String words(Commitment commitment, BigDecimal decided, int year) {
        String observed = dossier.say("En " + year + ", ", "In " + year + ", ")
                + lower(commitment.name())
                + dossier.colon("", "")
                + percent(decided);
        return observed
                + commitment
                        .level()
                        .map(level ->
                                dossier.say(" pour un engagement de ", " for a commitment of ") + percent(level) + ".")
                        .orElse(dossier.say(". L’engagement n’est pas connu.", ". The commitment is not known."));
    }

    private String svg(
            Commitment commitment, String title, String words, SortedMap<Integer, BigDecimal> rates, int year) {
        BigDecimal end = rates.values().stream()
                .reduce(commitment.level().orElse(BigDecimal.ZERO), BigDecimal::max)
                .multiply(new BigDecimal("1.25"))
                .max(new BigDecimal("0.01"));
        Svg svg = new Svg(commitment.id(), 420, rates.size() * STEP + 24, title, words);
        svg.hatching(commitment.id() + "-h", "hatch");
        int y = 26;
        for (var entry : rates.entrySet()) {
            boolean decided = entry.getKey() == year;
            int x = x(entry.getValue(), end);
            svg.text(decided ? "label strong" : "label", 4, y + BAR / 2 + 5, String.valueOf(entry.getKey()));
            if (decided) {
                svg.filled("here", commitment.id() + "-h", LEFT, y, x - LEFT, BAR);
            } else {
                svg.box("stair", LEFT, y, x - LEFT, BAR);
            }
            boolean crossed = decided
                    && commitment.level().isPresent()
                    && Math.abs(x(commitment.level().get(), end) - x) < 64
                    && x(commitment.level().get(), end) >= x;
            svg.text(
                    "label strong" + (crossed ? " end halo" : ""),
                    crossed ? x - 6 : x + 6,
                    y + BAR / 2 + 5,
                    percent(entry.getValue()));
            if (decided && commitment.level().isPresent()) {
                int at = x(commitment.level().get(), end);
                svg.line("level", at, y - 8, at, y + BAR + 6);
                svg.text(
                        "tick " + (at > 250 ? "end" : "middle"),
                        at > 250 ? Math.min(RIGHT, at + 40) : at,
                        y + BAR + 20,
                        dossier.say("engagement\u00A0", "commitment ")
                                + percent(commitment.level().get()));
            }
            y += STEP;
        }
        svg.line("axis", LEFT, 14, LEFT, y - STEP + BAR + 12);
        return svg.toString();
    }

    private DataTable table(Commitment commitment, String title, SortedMap<Integer, BigDecimal> rates, int year) {
        List<Row> rows = new ArrayList<>();
        rates.forEach((each, rate) -> rows.add(Row.of(List.of(
                List.of(Span.text(String.valueOf(each))),
                List.of(Span.text(percent(rate))),
                List.of(Span.text(
                        each == year
                                ? commitment.level().map(this::percent).orElse(dossier.say("non connu", "not known"))
                                : "–")),
                List.of(Span.text(
                        each == year
                                ? dossier.say("réponse de la décision", "answer of the decision")
                                : dossier.say("rapport des montants transmis", "ratio of the amounts given")))))));
        return DataTable.of(
                commitment.id() + "-table",
                title,
                "plain",
                List.of(
                        Head.of(dossier.say("Année", "Year")),
                        Head.of(dossier.say("Observé", "Observed"), "number"),
                        Head.of(dossier.say("Engagement", "Commitment"), "number"),
                        Head.of(dossier.say("D’où vient le taux observé", "Where the observed rate comes from"))),
                rows);
    }

    private String percent(BigDecimal rate) {
        return dossier.figures().of(rate.toPlainString(), "rate");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static int x(BigDecimal rate, BigDecimal end) {
        return LEFT
                + rate.max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(RIGHT - LEFT))
                        .divide(end, 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
