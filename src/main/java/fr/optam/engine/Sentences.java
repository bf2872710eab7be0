package fr.optam.engine;

import fr.optam.decision.Sentence;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Field;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.formula.FieldRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final Map<String, List<Object>> cut = new ConcurrentHashMap<>();

    Sentences(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * A word of a sentence that stands for a value.
     *
     * @param name its name
     * @param field the field of that name
     * @param unit unit of that field
     * @param domain domain of labels if it is a code
     * @param forms singular and plural of a word that goes with the value; none if the value itself is meant
     */
    private record Blank(String name, FieldRef field, Unit unit, String domain, List<String> forms) {}

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
        return new Sentence(french(fill(template.fr(), values)), fill(template.en(), values));
    }

    private static String fill(String template, Map<String, String> values) {
        Matcher matcher = WORD.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            matcher.group(3) != null ? matcher.group(3) : values.getOrDefault(matcher.group(1), "")));
        }
        return matcher.appendTail(filled).toString();
    }

    private Sentence filled(Sentence template, Fired by, Map<String, Fired.Word> more) {
        return new Sentence(
                french(fill(template.fr(), w -> word(w, by, more, true))),
                fill(template.en(), w -> word(w, by, more, false)));
    }

    private String fill(String template, Function<Blank, String> get) {
        List<Object> parts = cut.computeIfAbsent(template, this::cut);
        if (parts.size() == 1) {
            return template;
        }
        StringBuilder filled = new StringBuilder(2 * template.length());
        for (Object part : parts) {
            filled.append(part instanceof Blank blank ? get.apply(blank) : (String) part);
        }
        return filled.toString();
    }

    /** Texts and blanks in turn, a text first. */
    private List<Object> cut(String template) {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = WORD.matcher(template);
        int from = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            parts.add(template.substring(from, matcher.start()));
            Unit unit = rulebook.dictionary().field(name).map(Field::unit).orElse(Unit.TEXT);
            List<String> forms = matcher.group(2) == null ? List.of() : List.of(matcher.group(2), matcher.group(3));
            parts.add(new Blank(name, new FieldRef(name), unit, name.toUpperCase(Locale.ROOT), forms));
            from = matcher.end();
        }
        parts.add(template.substring(from));
        return parts;
    }

    /** French typography: a no-break space before : and ;. */
    private static String french(String text) {
        return text.replace(" ;", NO_BREAK + ";").replace(" :", NO_BREAK + ":");
    }

    private String word(Blank word, Fired by, Map<String, Fired.Word> more, boolean fr) {
        Fired.Word said = by.words().getOrDefault(word.name(), more.get(word.name()));
        if (!word.forms().isEmpty()) {
            Object value = said == null ? word.field().value(by.fact()) : said.value();
            return word.forms().get(value instanceof BigDecimal number && singular(number, fr) ? 0 : 1);
        }
        if (said != null) {
            return shown(said.value(), Unit.of(said.unit()).orElse(Unit.TEXT), word, fr);
        }
        return shown(word.field().value(by.fact()), word.unit(), word, fr);
    }

    /** French has the singular below two as it is shown, English for one alone. */
    private static boolean singular(BigDecimal number, boolean fr) {
        return fr
                ? number.setScale(2, RoundingMode.HALF_UP).abs().compareTo(TWO) < 0
                : number.compareTo(BigDecimal.ONE) == 0;
    }

    private String shown(Object value, Unit unit, Blank word, boolean fr) {
        if (value == null || value instanceof Unknown) {
            return "–";
        }
        if (value instanceof LocalDate day) {
            return day(day, fr);
        }
        if (value instanceof Stretch days) {
            return day(days.from(), fr) + (fr ? " (jusqu’au " : " (until ") + day(days.until(), fr) + ")";
        }
        if (value instanceof BigDecimal number) {
            return number(number, unit, fr);
        }
        if (unit == Unit.CODE) {
            return rulebook.words()
                    .label(word.domain(), value.toString())
                    .map(s -> fr ? s.fr() : s.en())
                    .orElse(value.toString());
        }
        return value.toString();
    }

    private static String day(LocalDate day, boolean fr) {
        String text = day.format(fr ? FRENCH_DAY : ENGLISH_DAY);
        return fr && day.getDayOfMonth() == 1 ? "1er " + text.substring(2) : text;
    }

    private static String number(BigDecimal n, Unit unit, boolean fr) {
        return switch (unit) {
            case EUR -> fr ? Texts.decimals(n, true) + NO_BREAK + "€" : "EUR" + NO_BREAK + Texts.decimals(n, false);
            case RATE -> Texts.decimals(n.movePointRight(2), fr) + (fr ? NO_BREAK : "") + "%";
            case POINTS -> Texts.decimals(n, fr);
            default -> Texts.plain(n);
        };
    }
}
