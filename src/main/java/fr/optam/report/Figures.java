package fr.optam.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures of a decision as a person writes them, in one language. */
public final class Figures {
    private static final String NO_BREAK = "\u00A0";

    private final boolean french;

    /** @param french French, else English */
    public Figures(boolean french) {
        this.french = french;
    }

    /**
     * A value in its unit; one that is no figure of that unit is shown as it is.
     *
     * @param unit {@code acts}, {@code rate}, {@code share}, {@code points}, {@code EUR}, {@code date}
     */
    public String of(String value, String unit) {
        try {
            return switch (unit) {
                case "rate", "share" ->
                    decimals(new BigDecimal(value).movePointRight(2)) + (french ? NO_BREAK : "") + "%";
                case "points" -> decimals(new BigDecimal(value)) + NO_BREAK + points(new BigDecimal(value));
                case "EUR" -> euros(value);
                case "acts" -> value + NO_BREAK + acts(value);
                case "date" -> day(LocalDate.parse(value));
                default -> value + NO_BREAK + unit;
            };
        } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException other) {
            return value;
        }
    }

    /** An amount in euros. */
    public String euros(String value) {
        String amount = decimals(new BigDecimal(value));
        return french ? amount + NO_BREAK + "€" : "EUR" + NO_BREAK + amount;
    }

    private String acts(String value) {
        boolean one = value.equals("1") || french && value.equals("0");
        return (french ? "acte" : "act") + (one ? "" : "s");
    }

    /** French has the singular below two, English for one alone. */
    private String points(BigDecimal value) {
        BigDecimal shown = value.setScale(2, RoundingMode.HALF_UP).abs();
        boolean one = french ? shown.compareTo(BigDecimal.valueOf(2)) < 0 : shown.compareTo(BigDecimal.ONE) == 0;
        return one ? "point" : "points";
    }

    /** A day with the name of its month. */
    public String day(LocalDate day) {
        String text = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", french ? Locale.FRENCH : Locale.ENGLISH));
        return french && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }

    private String decimals(BigDecimal number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? '\u00A0' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        symbols.setMinusSign(french ? '−' : '-');
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
