package fr.optam.report.ahead;

import fr.optam.decision.Answer;
import fr.optam.decision.Sentence;
import fr.optam.explain.ahead.Assumption;
import fr.optam.report.Figures;
import fr.optam.report.html.Lang;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How things are said in one language, with the words of the rulebook. */
final class Voice {
    private final Rulebook rulebook;
    private final Lang lang;
    private final Figures figures;
    private final Map<String, PlainRow> sources = new HashMap<>();

    Voice(Rulebook rulebook, Lang lang) {
        this.rulebook = rulebook;
        this.lang = lang;
        this.figures = new Figures(lang == Lang.FR);
        rulebook.list("reference/sources")
                .map(PlainTable::rows)
                .orElse(List.of())
                .forEach(row -> sources.put(String.valueOf(row.values().get("sourceId")), row));
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Lang lang() {
        return lang;
    }

    String say(String fr, String en) {
        return lang.say(fr, en);
    }

    String say(Sentence sentence) {
        return lang.say(sentence);
    }

    /** A head and a colon as the language writes it. */
    String colon(String fr, String en) {
        return say(fr + "\u00A0: ", en + ": ");
    }

    String label(String domain, String code) {
        return rulebook.words().label(domain, code).map(this::say).orElse(code);
    }

    String question(String question) {
        return label("QUESTION", question);
    }

    /** What a rate that is committed to is called. */
    String rateName(String code) {
        String label = question("commitment." + code);
        return label.substring(label.indexOf(':') + 1).strip().replaceAll("^\\u00A0+", "");
    }

    String verdict(Answer answer) {
        return verdict(answer.question(), answer.verdict());
    }

    String verdict(String question, String verdict) {
        String domain = question.split("[.:]", 2)[0].toUpperCase(Locale.ROOT);
        return rulebook.words().label(domain, verdict).isPresent() ? label(domain, verdict) : label("VERDICT", verdict);
    }

    /** The rate of a commitment; with its verdict unless it is set, the verdict alone if there is no rate. */
    String committed(Optional<Answer> answer) {
        return answer.map(each -> each.value()
                        .map(value -> rate(new BigDecimal(value))
                                + (each.verdict().equals("SET") ? "" : " (" + verdict(each) + ")"))
                        .orElse(verdict(each)))
                .orElse("–");
    }

    String option(Optional<String> option) {
        return option.map(code -> label("OPTION", code)).orElse(say("sans option", "no option"));
    }

    String euros(BigDecimal amount) {
        return figures.euros(amount.toPlainString());
    }

    String rate(BigDecimal rate) {
        return figures.of(rate.toPlainString(), "rate");
    }

    /** A rate in whole percent. */
    String percent(BigDecimal rate) {
        return rate.movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                + say("\u00A0%", "%");
    }

    String points(BigDecimal points) {
        return figures.of(points.toPlainString(), "points");
    }

    String day(LocalDate day) {
        return figures.day(day);
    }

    String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, lang == Lang.FR ? Locale.FRENCH : Locale.ENGLISH);
    }

    String shortMonth(int month) {
        return Month.of(month)
                .getDisplayName(TextStyle.SHORT_STANDALONE, lang == Lang.FR ? Locale.FRENCH : Locale.ENGLISH);
    }

    String of(String value, String unit) {
        return figures.of(value, unit);
    }

    /** Value and amount of an answer; its verdict if it has none. */
    String figure(Answer answer) {
        String value =
                answer.value().map(v -> figures.of(v, answer.unit().orElse(""))).orElse("");
        String amount = answer.amount().map(figures::euros).orElse("");
        String both = value.isEmpty() || amount.isEmpty() ? value + amount : value + " · " + amount;
        return both.isEmpty() ? verdict(answer) : both;
    }

    /** What is supposed, its figures filled in. */
    String said(Assumption assumption) {
        String text = say(assumption.words());
        for (Map.Entry<String, Assumption.Value> value : assumption.values().entrySet()) {
            String unit = value.getValue().unit();
            String shown = unit.isEmpty()
                    ? value.getValue().text()
                    : figures.of(value.getValue().text(), unit);
            text = text.replace("{" + value.getKey() + "}", shown);
        }
        return text;
    }

    /** Title of a source. */
    String source(String id) {
        return Optional.ofNullable(sources.get(id))
                .map(row -> String.valueOf(row.values().getOrDefault("title", id)))
                .orElse(id);
    }

    String confidence(String code) {
        return label("CONFIDENCE", code);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
