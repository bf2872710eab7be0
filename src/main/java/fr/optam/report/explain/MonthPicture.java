package fr.optam.report.explain;

import fr.optam.fact.Act;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import fr.optam.report.html.Svg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A rate over the months and quarters of the year: sums of the base and the overrun that the decision found for each act. */
final class MonthPicture {
    private static final int LEFT = 46;
    private static final int RIGHT = 404;
    private static final int TOP = 30;
    private static final int FLOOR = 210;
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    private final Dossier dossier;
    private final Optional<BigDecimal> level;

    MonthPicture(Dossier dossier, Optional<BigDecimal> level) {
        this.dossier = dossier;
        this.level = level;
    }

    /** Amounts of a month or of several. */
    private record Sum(BigDecimal part, BigDecimal whole) {
        static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(part.add(other.part), whole.add(other.whole));
        }

        Optional<BigDecimal> rate() {
            return whole.signum() > 0 ? Optional.of(part.divide(whole, 4, RoundingMode.HALF_UP)) : Optional.empty();
        }
    }

    /** The picture; empty if no act of the year has a base and an overrun. */
    Optional<Picture> picture(String id, String name, boolean overruns) {
        Sum[] months = months(overruns);
        Sum[] sofar = new Sum[MONTHS];
        Sum[] quarters = new Sum[MONTHS / QUARTER];
        for (int m = 0; m < MONTHS; m++) {
            sofar[m] = m == 0 ? months[0] : sofar[m - 1].plus(months[m]);
            quarters[m / QUARTER] = (m % QUARTER == 0 ? Sum.NONE : quarters[m / QUARTER]).plus(months[m]);
        }
        if (sofar[MONTHS - 1].rate().isEmpty()) {
            return Optional.empty();
        }
        String title = dossier.say("Au fil de l’année\u00A0: ", "Over the year: ")
                + Character.toLowerCase(name.charAt(0))
                + name.substring(1);
        String words = dossier.say(
                        "Selon les actes transmis, le taux cumulé depuis janvier est de ",
                        "According to the acts given, the rate since January is ")
                + percent(sofar[MONTHS - 1].rate().orElseThrow())
                + dossier.say(" à la fin de l’année", " at the end of the year")
                + level.map(l -> dossier.say(", pour un engagement de ", ", for a commitment of ") + percent(l))
                        .orElse("")
                + dossier.say(
                                ". La ligne est ce taux cumulé ; chaque bande est le taux propre d’un trimestre.",
                                ". The line is this rate so far; each band is the rate of one quarter alone.")
                        .replace(" ;", "\u00A0;");
        return Optional.of(new Picture(
                id,
                title,
                svg(id, title, words, sofar, quarters),
                words,
                List.of(table(id, title, months, sofar, quarters, overruns))));
    }

    private Sum[] months(boolean overruns) {
        Map<String, String> read = new HashMap<>();
        dossier.account().explanation().facts().stream()
                .filter(fact -> fact.path().endsWith("]"))
                .forEach(fact -> read.put(fact.path(), fact.value()));
        Sum[] months = new Sum[MONTHS];
        java.util.Arrays.fill(months, Sum.NONE);
        for (Act act : dossier.account().facts().acts().orElse(List.of())) {
            String id = act.ids().get(0);
            Optional<BigDecimal> base = number(read.get("actBase[" + id + "]"));
            Optional<BigDecimal> over = number(read.get("actOverrun[" + id + "]"));
            if (act.until()
                    .filter(until -> until.getMonth() != act.on().getMonth())
                    .isPresent()) {
                java.util.Arrays.fill(months, Sum.NONE);
                return months;
            }
            if (act.on().getYear() == dossier.decision().year() && base.isPresent() && over.isPresent()) {
                BigDecimal lines = BigDecimal.valueOf(act.lines());
                BigDecimal whole = base.get().multiply(lines);
                BigDecimal part =
                        overruns ? over.get().multiply(lines) : over.get().signum() > 0 ? BigDecimal.ZERO : whole;
                int month = act.on().getMonthValue() - 1;
                months[month] = months[month].plus(new Sum(part, whole));
            }
        }
        return months;
    }

    private static Optional<BigDecimal> number(String text) {
        return text != null && text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private String svg(String id, String title, String words, Sum[] sofar, Sum[] quarters) {
        BigDecimal top = level.orElse(BigDecimal.ZERO);
        for (Sum sum : sofar) {
            top = top.max(sum.rate().orElse(BigDecimal.ZERO));
        }
        for (Sum sum : quarters) {
            top = top.max(sum.rate().orElse(BigDecimal.ZERO));
        }
        BigDecimal end = top.multiply(new BigDecimal("1.15")).max(new BigDecimal("0.01"));
        Svg svg = new Svg(id, 420, 262, title, words);
        svg.hatching(id + "-h", "hatch");
        int wide = (RIGHT - LEFT) / quarters.length;
        for (int q = 0; q < quarters.length; q++) {
            int x = LEFT + q * wide;
            int middle = x + wide / 2;
            svg.text("tick middle", middle, FLOOR + 36, dossier.say("T", "Q") + (q + 1));
            quarters[q].rate().ifPresent(rate -> {
                svg.filled("quarter", id + "-h", x + 8, y(rate, end), wide - 16, FLOOR - y(rate, end));
                svg.text("tick middle halo", middle, FLOOR - 6, percent(rate));
            });
        }
        StringBuilder line = new StringBuilder();
        int step = (RIGHT - LEFT) / MONTHS;
        for (int m = 0; m < MONTHS; m++) {
            int x = LEFT + m * step + step / 2;
            svg.text("tick middle", x, FLOOR + 18, month(m, TextStyle.NARROW));
            if (sofar[m].rate().isPresent()) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(x)
                        .append(',')
                        .append(y(sofar[m].rate().get(), end));
            }
        }
        svg.line("axis", LEFT, FLOOR, RIGHT, FLOOR);
        level.ifPresent(l -> {
            svg.line("level", LEFT, y(l, end), RIGHT, y(l, end));
            svg.text("tick", LEFT, y(l, end) - 6, dossier.say("engagement\u00A0", "commitment ") + percent(l));
        });
        svg.path("rate", line.toString());
        for (String point : line.toString().split(" ")) {
            int comma = point.indexOf(',');
            svg.dot(
                    "ratedot",
                    Integer.parseInt(point.substring(0, comma)),
                    Integer.parseInt(point.substring(comma + 1)),
                    3);
        }
        int last = y(sofar[MONTHS - 1].rate().orElseThrow(), end);
        boolean above = level.isEmpty() || last <= y(level.get(), end);
        svg.text(
                "label strong end halo",
                RIGHT,
                above ? last - 8 : last + 18,
                dossier.say("cumul ", "so far ")
                        + percent(sofar[MONTHS - 1].rate().orElseThrow()));
        return svg.toString();
    }

    private DataTable table(String id, String title, Sum[] months, Sum[] sofar, Sum[] quarters, boolean overruns) {
        List<Row> rows = new ArrayList<>();
        for (int m = 0; m < MONTHS; m++) {
            boolean closes = m % QUARTER == QUARTER - 1;
            rows.add(Row.of(List.of(
                    List.of(Span.text(month(m, TextStyle.FULL))),
                    List.of(Span.text(dossier.figures().euros(months[m].part().toPlainString()))),
                    List.of(Span.text(dossier.figures().euros(months[m].whole().toPlainString()))),
                    List.of(Span.text(sofar[m].rate().map(this::percent).orElse("–"))),
                    List.of(Span.text(
                            closes
                                    ? quarters[m / QUARTER]
                                            .rate()
                                            .map(this::percent)
                                            .orElse("–")
                                    : "")))));
        }
        return DataTable.of(
                id + "-table",
                title + dossier.say(", selon les actes transmis", ", according to the acts given"),
                "plain",
                List.of(
                        Head.of(dossier.say("Mois", "Month")),
                        Head.of(
                                overruns
                                        ? dossier.say("Dépassements", "Overruns")
                                        : dossier.say("Sans dépassement", "Without overrun"),
                                "number"),
                        Head.of(dossier.say("Honoraires hors dépassement", "Fees without overruns"), "number"),
                        Head.of(dossier.say("Taux cumulé", "Rate so far"), "number"),
                        Head.of(dossier.say("Taux du trimestre", "Rate of the quarter"), "number")),
                rows);
    }

    private String month(int place, TextStyle style) {
        Locale locale = dossier.lang() == fr.optam.report.html.Lang.FR ? Locale.FRENCH : Locale.ENGLISH;
        return LocalDate.of(2000, Month.of(place + 1), 1).getMonth().getDisplayName(style, locale);
    }

    private String percent(BigDecimal rate) {
        return dossier.figures().of(rate.toPlainString(), "rate");
    }

    private static int y(BigDecimal rate, BigDecimal end) {
        return FLOOR
                - rate.multiply(BigDecimal.valueOf(FLOOR - TOP))
                        .divide(end, 0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
