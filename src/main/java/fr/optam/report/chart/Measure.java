package fr.optam.report.chart;

import fr.optam.report.Figures;
import fr.optam.report.html.Lang;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Unit of the values of a picture, and how they are written: in full in a table, short beside a mark. */
public enum Measure {
    /** Euros. */
    EUR,
    /** Rates and shares, as fractions of one: {@code 0.185} shows as {@code 18,5 %}. */
    RATE,
    /** Points of a percentage. */
    POINTS,
    /** How many. */
    COUNT,
    /** Years, which have no thousands. */
    YEAR;

    private static final String NO_BREAK = "\u00A0";
    private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SHORT_FROM = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal UNREADABLE = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    /** A value in full: what {@link Figures} writes, to the cent. */
    public String full(BigDecimal value, Lang lang) {
        Figures figures = new Figures(lang == Lang.FR);
        return switch (this) {
            case EUR -> figures.euros(value.toPlainString());
            case RATE -> figures.of(value.toPlainString(), "rate");
            case POINTS -> figures.of(value.toPlainString(), "points");
            case COUNT -> number(value, lang);
            case YEAR -> value.toPlainString();
        };
    }

    /** A value in few letters: no zeros that say nothing, whole euros from a thousand on, millions from ten on. */
    public String brief(BigDecimal value, Lang lang) {
        boolean french = lang == Lang.FR;
        return switch (this) {
            case EUR ->
                french
                        ? amount(value, lang) + "€"
                        : "EUR" + NO_BREAK + amount(value, lang).strip();
            case RATE -> sized(value.movePointRight(2), lang) + (french ? NO_BREAK : "") + "%";
            case POINTS -> sized(value, lang) + NO_BREAK + lang.say("pt", "pt");
            case COUNT -> large(value, SHORT_FROM) ? amount(value, lang).strip() : sized(value, lang);
            case YEAR -> value.toPlainString();
        };
    }

    /** A change with its sign, in few letters. */
    public String signed(BigDecimal value, Lang lang) {
        return signed(value, brief(value, lang), lang);
    }

    /** A change with its sign, in full. */
    public String signedFull(BigDecimal value, Lang lang) {
        return signed(value, full(value, lang), lang);
    }

    private String signed(BigDecimal value, String text, Lang lang) {
        if (value.signum() <= 0) {
            return text;
        }
        String currency = "EUR" + NO_BREAK;
        return this == EUR && lang == Lang.EN ? currency + "+" + text.substring(currency.length()) : "+" + text;
    }

    /** The number with what shortens it, and the space before the unit. */
    private static String amount(BigDecimal value, Lang lang) {
        String space = lang.say(NO_BREAK, "");
        if (large(value, UNREADABLE)) {
            return sized(value, lang) + NO_BREAK;
        }
        if (large(value, BILLION)) {
            return sized(value.movePointLeft(9), lang) + space + lang.say("Md", "bn");
        }
        if (large(value, SHORT_FROM)) {
            return sized(value.movePointLeft(6), lang) + space + "M";
        }
        BigDecimal shown = large(value, WHOLE_FROM) ? value.setScale(0, RoundingMode.HALF_UP) : value;
        return (shown.stripTrailingZeros().scale() > 0 ? cents(shown, lang) : sized(shown, lang)) + NO_BREAK;
    }

    /** What a step of an axis says. */
    String tick(BigDecimal value, Lang lang) {
        if (this == EUR && large(value, MILLION) && !large(value, SHORT_FROM)) {
            String millions = sized(value.movePointLeft(6), lang);
            return lang.say(millions + NO_BREAK + "M€", "EUR" + NO_BREAK + millions + "M");
        }
        return this == POINTS ? sized(value, lang) : brief(value, lang);
    }

    private static boolean large(BigDecimal value, BigDecimal from) {
        return value.abs().compareTo(from) >= 0;
    }

    /** A number that no one reads to the last digit is given by its size. */
    private static String sized(BigDecimal value, Lang lang) {
        return large(value, UNREADABLE) ? format("0.##E0", value, lang) : number(value, lang);
    }

    private static String number(BigDecimal value, Lang lang) {
        return format("#,##0.##", value, lang);
    }

    private static String cents(BigDecimal value, Lang lang) {
        return format("#,##0.00", value, lang);
    }

    private static String format(String pattern, BigDecimal value, Lang lang) {
        boolean french = lang == Lang.FR;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? '\u00A0' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        symbols.setMinusSign(french ? '−' : '-');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
