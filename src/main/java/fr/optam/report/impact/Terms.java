package fr.optam.report.impact;

import fr.optam.compare.impact.Cause;
import fr.optam.compare.impact.EditView;
import fr.optam.compare.impact.Figures;
import fr.optam.compare.impact.Impact;
import fr.optam.compare.impact.Shown;
import fr.optam.decision.Sentence;
import fr.optam.report.chart.Measure;
import fr.optam.report.html.Lang;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the figures of an impact are said.
 *
 * @param impact what is told
 * @param lang language of the page
 */
record Terms(Impact impact, Lang lang) {
    private static final int RATE_DIGITS = 4;
    private static final int NAMED = 4;

    String say(String fr, String en) {
        return lang.say(fr, en);
    }

    String say(Sentence sentence) {
        return lang.say(sentence);
    }

    /** What stands in place of a figure that is hidden. */
    String hidden() {
        return say("masqué", "hidden");
    }

    /** A figure, or the word for a hidden one. */
    String of(Shown shown, Function<Figures, String> figure) {
        return shown.figures().map(figure).orElse(hidden());
    }

    /** Whether a count of practitioners or answers is too small to be told. */
    boolean tooFew(long count) {
        return count > 0
                && impact.smallestGroup().isPresent()
                && count < impact.smallestGroup().getAsInt();
    }

    String number(long count) {
        return Measure.COUNT.full(BigDecimal.valueOf(count), lang);
    }

    /** A count with its noun: French has the singular below two, English for one alone. */
    String count(long count, String one, String more, String oneEn, String moreEn) {
        boolean single = lang == Lang.FR ? count < 2 : count == 1;
        return number(count) + "\u00A0" + (single ? say(one, oneEn) : say(more, moreEn));
    }

    String practitioners(long count) {
        return count(count, "praticien", "praticiens", "practitioner", "practitioners");
    }

    String answers(long count) {
        return count(count, "réponse", "réponses", "answer", "answers");
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** An amount to the cent. */
    String amount(long cents) {
        return Measure.EUR.full(euros(cents), lang);
    }

    /** An amount to the cent, with its sign. */
    String signed(long cents) {
        return Measure.EUR.signedFull(euros(cents), lang);
    }

    static BigDecimal rate(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** The share of practitioners with a changed answer. */
    static BigDecimal share(Figures figures) {
        return rate(figures.changed(), figures.practitioners());
    }

    String percent(BigDecimal rate) {
        return Measure.RATE.brief(rate, lang);
    }

    /** The edits of a cause and how they cause it: {@code E1 et E3 ensemble}. */
    String cause(Cause cause) {
        List<String> edits =
                cause.edits().stream().limit(NAMED).map(edit -> "E" + edit).toList();
        int rest = cause.edits().size() - edits.size();
        String more = rest > 0 ? say(" et " + rest + " de plus", " and " + rest + " more") : "";
        String all = edits.size() < 2 || rest > 0
                ? String.join(", ", edits) + more
                : String.join(", ", edits.subList(0, edits.size() - 1))
                        + say(" et ", " and ")
                        + edits.get(edits.size() - 1);
        return switch (cause.how()) {
                    case ALONE -> all + say(" seule", " alone");
                    case TOGETHER -> all + say(" ensemble", " together");
                    case EITHER -> all + say(", chacune suffit", ", each suffices");
                    case PARTLY -> all + say(", chacune en partie", ", each in part");
                }
                + (cause.exact() ? "" : say(" (parts approchées)", " (shares approximate)"));
    }

    /** Edits named in a sentence. */
    static String names(List<EditView> edits) {
        return edits.stream()
                .sorted(Comparator.comparingInt(EditView::number))
                .map(EditView::name)
                .collect(Collectors.joining(", "));
    }
}
