package fr.optam.report.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Firing;
import fr.optam.fact.flat.Test;
import fr.optam.report.html.DataTable;
import fr.optam.report.html.DataTable.Head;
import fr.optam.report.html.DataTable.Row;
import fr.optam.report.html.Picture;
import fr.optam.report.html.Span;
import fr.optam.report.html.Svg;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.table.ConditionCell;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scale of the prime, as a staircase, with the practitioner on it: read from the table whose row decided. */
final class ScalePicture {
    private static final String ID = "bareme";
    private static final int LEFT = 44;
    private static final int RIGHT = 404;
    private static final int TOP = 44;
    private static final int FLOOR = 200;

    private final Dossier dossier;
    private final Answer prime;

    ScalePicture(Dossier dossier, Answer prime) {
        this.dossier = dossier;
        this.prime = prime;
    }

    /** A step: above and up to how many points, which share. */
    private record Stair(String row, Optional<BigDecimal> above, Optional<BigDecimal> upTo, BigDecimal share) {}

    /** The table and the figure that was looked up in it. */
    private record Scale(RuleTable table, String row, String field, BigDecimal figure) {}

    Picture picture() {
        String title = dossier.say("Le barème de la prime", "The scale of the bonus");
        Optional<Scale> scale = prime.value().isEmpty() ? Optional.empty() : scale();
        if (scale.isEmpty()) {
            return Picture.none(
                    ID,
                    title,
                    dossier.say(
                                    "Le barème ne s’applique pas ici ou n’a pas pu être lu. ",
                                    "The scale does not apply here or could not be read. ")
                            + dossier.say(prime.sentence()));
        }
        return drawn(title, scale.get(), stairs(scale.get()));
    }

    private Optional<Scale> scale() {
        List<String> steps = dossier.account().explanation().answers().stream()
                .filter(why -> why.answer().equals(prime))
                .findFirst()
                .map(why -> why.steps())
                .orElse(List.of());
        return steps.stream()
                .flatMap(id -> dossier.firing(id).stream())
                .flatMap(f -> scale(f).stream())
                .findFirst();
    }

    private Optional<Scale> scale(Firing firing) {
        return dossier.rulebook().tables().values().stream()
                .filter(table -> table.row(firing.rule()).isPresent()
                        && table.actions().size() == 1
                        && unit(table.actions().get(0).field()) == Unit.RATE)
                .findFirst()
                .flatMap(table -> table.conditions().stream()
                        .filter(column -> unit(column.field()) == Unit.POINTS
                                && firing.facts().containsKey(column.field()))
                        .findFirst()
                        .map(column -> new Scale(
                                table,
                                firing.rule(),
                                column.field(),
                                new BigDecimal(firing.facts().get(column.field())))));
    }

    private Unit unit(String field) {
        return dossier.field(field).map(known -> known.unit()).orElse(Unit.TEXT);
    }

    private List<Stair> stairs(Scale scale) {
        LocalDate day = LocalDate.of(dossier.account().facts().year(), 12, 31);
        return scale.table().rows().stream()
                .filter(row -> row.citation().validOn(day))
                .map(row -> new Stair(
                        row.id(),
                        bound(row, scale.field(), Test.ABOVE),
                        bound(row, scale.field(), Test.AT_MOST),
                        new BigDecimal(row.actions().get(0).text())))
                .toList();
    }

    private static Optional<BigDecimal> bound(RuleRow row, String field, Test test) {
        return row.conditions().stream()
                .filter(cell ->
                        cell.column().field().equals(field) && cell.column().test() == test)
                .map(ConditionCell::operand)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .findFirst();
    }

    private Picture drawn(String title, Scale scale, List<Stair> stairs) {
        BigDecimal last = stairs.stream()
                .flatMap(stair -> java.util.stream.Stream.concat(stair.above().stream(), stair.upTo().stream()))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        BigDecimal end = last.add(BigDecimal.ONE);
        String you = points(scale.figure());
        String share = percent(new BigDecimal(prime.value().orElseThrow()));
        String words = dossier.say(
                "Avec un écart de " + you + ", la part de la prime est de " + share + ".",
                "With a gap of " + you + " the share of the bonus is " + share + ".");
        Svg svg = new Svg(ID, 420, 250, title, words);
        svg.hatching(ID + "-h", "hatch");
        svg.line("axis", LEFT, FLOOR, RIGHT, FLOOR);
        for (Stair stair : stairs) {
            int x1 = x(stair.above().orElse(BigDecimal.ZERO), end);
            int x2 = stair.upTo().map(to -> x(to, end)).orElse(RIGHT);
            int y = y(stair.share());
            if (stair.row().equals(scale.row())) {
                svg.filled("here", ID + "-h", x1, y, x2 - x1, FLOOR - y);
            } else {
                svg.box("stair", x1, y, x2 - x1, FLOOR - y);
            }
            svg.line("tread", x1, y, x2, y);
            svg.text("label middle", (x1 + x2) / 2, y - 5, percent(stair.share()));
            stair.upTo().ifPresent(to -> svg.text("tick middle", x2, FLOOR + 16, plain(to)));
        }
        svg.text("tick middle", LEFT, FLOOR + 16, "0");
        svg.text("tick end", RIGHT, FLOOR + 34, dossier.say("écart, en points", "gap in points"));
        int x = x(scale.figure().min(end), end);
        svg.line("you", x, TOP - 18, x, FLOOR);
        boolean right = x > (LEFT + RIGHT) / 2;
        svg.text(
                "label strong" + (right ? " end" : ""),
                right ? x - 6 : x + 6,
                TOP - 22,
                dossier.say("vous\u00A0: ", "you: ") + you);
        svg.dot("youdot", x, y(new BigDecimal(prime.value().orElseThrow())), 5);
        return new Picture(ID, title, svg.toString(), words, List.of(table(scale, stairs)));
    }

    private DataTable table(Scale scale, List<Stair> stairs) {
        List<Row> rows = new ArrayList<>();
        for (Stair stair : stairs) {
            boolean here = stair.row().equals(scale.row());
            rows.add(new Row(
                    "",
                    here ? "warn" : "",
                    List.of(
                            List.of(Span.text(range(stair))),
                            List.of(here ? Span.strong(percent(stair.share())) : Span.text(percent(stair.share()))),
                            List.of(
                                    here
                                            ? Span.strong(
                                                    dossier.say("votre écart, ", "your gap, ") + points(scale.figure()))
                                            : Span.text("")),
                            List.of(Span.code(stair.row()))),
                    List.of()));
        }
        return DataTable.of(
                ID + "-table",
                dossier.say("Barème en vigueur pour ", "Scale in force for ")
                        + dossier.account().facts().year(),
                "plain",
                List.of(
                        Head.of(dossier.say("Écart retenu", "Gap retained")),
                        Head.of(dossier.say("Part de la prime", "Share of the bonus"), "number"),
                        Head.of(dossier.say("Votre dossier", "Your case")),
                        Head.of(dossier.say("Ligne", "Row"))),
                rows);
    }

    private String range(Stair stair) {
        if (stair.above().isEmpty()) {
            return dossier.say("jusqu’à ", "up to ") + points(stair.upTo().orElse(BigDecimal.ZERO));
        }
        return dossier.say("plus de ", "more than ")
                + points(stair.above().get())
                + stair.upTo()
                        .map(to -> dossier.say(" et jusqu’à ", " and up to ") + points(to))
                        .orElse("");
    }

    private String plain(BigDecimal number) {
        String text = number.stripTrailingZeros().toPlainString();
        return dossier.say(text.replace('.', ','), text);
    }

    private String points(BigDecimal number) {
        return dossier.figures().of(number.toPlainString(), "points");
    }

    private String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + dossier.say("\u00A0%", "%");
    }

    private static int x(BigDecimal points, BigDecimal end) {
        return LEFT
                + points.multiply(BigDecimal.valueOf(RIGHT - LEFT))
                        .divide(end, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static int y(BigDecimal share) {
        return FLOOR
                - share.multiply(BigDecimal.valueOf(FLOOR - TOP))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
