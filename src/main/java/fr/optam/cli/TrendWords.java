package fr.optam.cli;

import fr.optam.compare.trend.Group;
import fr.optam.compare.trend.Move;
import fr.optam.compare.trend.Series;
import fr.optam.decision.Sentence;
import fr.optam.report.Figures;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Figures and codes of a trend in words, in one language. */
final class TrendWords {
    private static final String NO_BREAK = "\u00A0";

    private final boolean french;
    private final Figures figures;
    private final Rulebook rulebook;
    private final Map<String, String> labels = new HashMap<>();

    TrendWords(Rulebook rulebook, boolean french) {
        this.rulebook = rulebook;
        this.french = french;
        this.figures = new Figures(french);
        labels("reference/specialites", "specialty", Group.By.SPECIALTY);
        labels("reference/engagements", "rate", Group.By.ALL);
    }

    private void labels(String list, String column, Group.By by) {
        for (PlainRow row : rulebook.list(list).map(PlainTable::rows).orElse(List.of())) {
            labels.put(
                    by + "." + row.values().get(column),
                    String.valueOf(row.values().getOrDefault("label", "")));
        }
    }

    boolean french() {
        return french;
    }

    String say(String fr, String en) {
        return french ? fr : en;
    }

    String say(Sentence sentence) {
        return french ? sentence.fr() : sentence.en();
    }

    /** A rate or share in percent, two decimals. */
    String percent(BigDecimal rate) {
        return figures.of(rate.toPlainString(), "rate");
    }

    /** A yearly change of a rate, in points with its sign. */
    String points(BigDecimal change) {
        return signed(change.movePointRight(2)) + NO_BREAK + say("pt", "pt");
    }

    /** Points with their sign. */
    String inPoints(BigDecimal points) {
        return signed(points) + NO_BREAK + say("pt", "pt");
    }

    String euros(BigDecimal amount) {
        return figures.euros(amount.toPlainString());
    }

    String number(long number) {
        return format("#,##0", BigDecimal.valueOf(number));
    }

    private String signed(BigDecimal figure) {
        BigDecimal shown = figure.setScale(2, RoundingMode.HALF_UP);
        return (shown.signum() > 0 ? "+" : "") + format("#,##0.00", shown);
    }

    private String format(String pattern, BigDecimal number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? '\u00A0' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        symbols.setMinusSign(french ? '−' : '-');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** A figure of a series in its unit. */
    String value(Series series, BigDecimal value) {
        if (series.measure().startsWith("change")) {
            return points(value);
        }
        return switch (series.unit()) {
            case "rate", "share" -> percent(value);
            case "points" -> inPoints(value);
            case "EUR" -> euros(value);
            default -> number(value.longValue());
        };
    }

    /** What a series comes to a year: its slope from the first to the last, or the mean of figures that are changes. */
    String plain(Series series) {
        if (series.isChange()) {
            return series.values().isEmpty()
                    ? "·"
                    : change(series, series.spread().mean());
        }
        return series.slope().map(s -> change(series, s.plain())).orElse("·");
    }

    /** The same without regard to a year out of line: the median of the slopes, or of the changes. */
    String robust(Series series) {
        if (series.isChange()) {
            return series.values().isEmpty()
                    ? "·"
                    : change(series, series.spread().quantile(1, 2));
        }
        return series.slope().map(s -> change(series, s.robust())).orElse("·");
    }

    /** A yearly change of a series in its unit. */
    String change(Series series, BigDecimal change) {
        return switch (series.unit()) {
            case "rate", "share" -> points(change);
            case "EUR" -> (change.signum() > 0 ? "+" : "") + euros(change);
            default -> signed(change);
        };
    }

    /** Name of a commitment. */
    String rate(String code) {
        if (french) {
            return labels.getOrDefault(Group.By.ALL + "." + code, code);
        }
        return rulebook.words()
                .label("QUESTION", "commitment." + code)
                .map(Sentence::en)
                .map(name -> name.substring(name.indexOf(':') + 1).strip())
                .orElse(code);
    }

    /** A group in words. */
    String group(Group group) {
        if (group.by() == Group.By.ALL) {
            return say("ensemble", "all");
        }
        return switch (group.code()) {
            case Group.UNKNOWN -> say("inconnu", "unknown");
            case Group.NONE -> say("sans option", "without option");
            default -> group.by() == Group.By.OPTION ? option(group.code()) : group.code();
        };
    }

    /** What people call an option. */
    private String option(String code) {
        return rulebook.words().label("OPTION", code).map(this::say).orElse(code);
    }

    /** A group with its name where the rulebook has one. */
    String named(Group group) {
        String label = group.by() == Group.By.OPTION ? "" : labels.getOrDefault(group.by() + "." + group.code(), "");
        return group(group) + (label.isEmpty() ? "" : " " + label);
    }

    /** An end of a move. */
    String standing(String code) {
        return switch (code) {
            case Move.ABSENT -> say("absent de la cohorte", "not in the cohort");
            case Group.UNKNOWN -> say("adhésion inconnue", "membership unknown");
            case Group.NONE -> say("sans option", "without option");
            default -> option(code);
        };
    }

    /** A reason in words. */
    String reason(String code) {
        return Optional.of(rulebook.words().reason(code)).map(this::say).orElse(code);
    }
}
