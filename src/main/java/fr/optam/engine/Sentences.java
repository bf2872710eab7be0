package fr.optam.engine;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the sentences of the rulebook with values, as each language writes them: {@code {acts}} is a value, {@code
 * {acts|acte|actes}} the first word if the value is singular in that language, else the second.
 */
final class Sentences {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)(?:\\|([^|{}]*)\\|([^|{}]*))?}");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NO_BREAK = "\u00A0";
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Rulebook rulebook;

    Sentences(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Sentence of a reason, filled from what its rule said and read. */
    Sentence reason(String code, Fired by, Map<String, Fired.Word> more) {
        return filled(rulebook.words().reason(code), by, more);
    }

    /** Sentence of a finding. */
    Sentence finding(String code, Fired by, Map<String, Fired.Word> more) {
        return filled(rulebook.words().finding(code), by, more);
    }

    /** A sentence filled with given texts. */
    static Sentence with(Sentence template, Map<String, String> values) {
        Function<String, String> get = word -> values.getOrDefault(word, "");
        return new Sentence(french(fill(template.fr(), get, word -> false)), fill(template.en(), get, word -> false));
    }

    private Sentence filled(Sentence template, Fired by, Map<String, Fired.Word> more) {
        return new Sentence(
                french(fill(template.fr(), w -> word(w, by, more, true), w -> singular(w, by, more, true))),
                fill(template.en(), w -> word(w, by, more, false), w -> singular(w, by, more, false)));
    }

    private static String fill(String template, Function<String, String> get, Predicate<String> singular) {
        Matcher matcher = WORD.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String word = matcher.group(1);
            String text = matcher.group(2) == null ? get.apply(word) : matcher.group(singular.test(word) ? 2 : 3);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(filled).toString();
    }

    /** French typography: a no-break space before : and ;. */
    private static String french(String text) {
        return text.replace(" ;", NO_BREAK + ";").replace(" :", NO_BREAK + ":");
    }

    private String word(String word, Fired by, Map<String, Fired.Word> more, boolean fr) {
        Fired.Word said = by.words().getOrDefault(word, more.get(word));
        if (said != null) {
            return shown(said.value(), Unit.of(said.unit()).orElse(Unit.TEXT), word, fr);
        }
        Unit unit = rulebook.dictionary().field(word).map(Field::unit).orElse(Unit.TEXT);
        return shown(by.fact().value(word), unit, word, fr);
    }

    /** Whether a figure takes the singular: in French below two as it is shown, in English one. */
    private static boolean singular(String word, Fired by, Map<String, Fired.Word> more, boolean fr) {
        Fired.Word said = by.words().getOrDefault(word, more.get(word));
        Object value = said == null ? by.fact().value(word) : said.value();
        if (!(value instanceof BigDecimal number)) {
            return false;
        }
        return fr
                ? number.setScale(2, RoundingMode.HALF_UP).abs().compareTo(TWO) < 0
                : number.compareTo(BigDecimal.ONE) == 0;
    }

    private String shown(Object value, Unit unit, String word, boolean fr) {
        if (value == null || value instanceof Unknown) {
            return "–";
        }
        if (value instanceof LocalDate day) {
            String text = day.format(fr ? FRENCH_DAY : ENGLISH_DAY);
            return fr && day.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
        }
        if (value instanceof BigDecimal number) {
            return number(number, unit, fr);
        }
        if (unit == Unit.CODE) {
            return rulebook.words()
                    .label(word.toUpperCase(Locale.ROOT), value.toString())
                    .map(s -> fr ? s.fr() : s.en())
                    .orElse(value.toString());
        }
        return value.toString();
    }

    private static String number(BigDecimal n, Unit unit, boolean fr) {
        return switch (unit) {
            case EUR -> fr ? decimals(n, fr) + NO_BREAK + "€" : "EUR" + NO_BREAK + decimals(n, fr);
            case RATE -> decimals(n.movePointRight(2), fr) + (fr ? NO_BREAK : "") + "%";
            case POINTS -> decimals(n, fr);
            default -> Texts.plain(n);
        };
    }

    private static String decimals(BigDecimal n, boolean fr) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(fr ? '\u00A0' : ',');
        symbols.setDecimalSeparator(fr ? ',' : '.');
        symbols.setMinusSign(fr ? '−' : '-');
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(n);
    }
}
