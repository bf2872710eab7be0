package fr.optam.report;

import fr.optam.explain.Change;
import fr.optam.explain.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves of facts in words, for every view: three more acts, overruns lower by so many euros, without billing a letter. */
public final class MoveWords {
    private static final Pattern YEAR = Pattern.compile("activity[.](\\d{4})[.].*");
    private static final Pattern CATEGORY = Pattern.compile("activity[.]\\d{4}[.]actCounts[.](.+)");
    private static final List<String> FRENCH =
            List.of("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");
    private static final List<String> ENGLISH =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final int ITEMS = 12;

    private final boolean french;
    private final Figures figures;
    private final BinaryOperator<String> labels;

    /** @param labels label of a code by its domain, the code itself if it has none */
    public MoveWords(boolean french, BinaryOperator<String> labels) {
        this.french = french;
        this.figures = new Figures(french);
        this.labels = labels;
    }

    /** Every move of a change in one line. */
    public String line(Change change) {
        List<String> moves = new ArrayList<>();
        change.moves().forEach(move -> moves.add(by(move) + about(move)));
        return String.join(say(", et en même temps ", ", and at the same time "), moves);
    }

    /** By how much a fact changes. */
    public String by(Move move) {
        if (!move.items().isEmpty() && !move.unit().equals("EUR")) {
            return letters(move);
        }
        BigDecimal by = new BigDecimal(move.by());
        boolean less = by.signum() < 0;
        if (move.unit().equals("COUNT")) {
            return acts(move, by.abs().longValueExact(), less);
        }
        return say(move.fr(), move.en())
                + (less ? say(" inférieurs de ", " lower by ") : say(" supérieurs de ", " higher by "))
                + figures.euros(by.abs().toPlainString())
                + (move.items().isEmpty() ? "" : fees(move));
    }

    /** When that is, and the value after it and before; empty if {@link #by} has said it act by act. */
    public String about(Move move) {
        if (!move.items().isEmpty()) {
            return "";
        }
        Matcher year = YEAR.matcher(move.path());
        String when = year.matches() ? say(" en ", " in ") + year.group(1) : "";
        return when + " (" + value(move, move.to()) + say(" au lieu de ", " instead of ") + value(move, move.from())
                + ")";
    }

    /** A rate or a gap before and after it, in the unit of its answer. */
    public String shift(Change.Shift shift, String unit) {
        String points = figures.of(shift.points(), "points");
        return figures.of(shift.to(), unit) + say(" au lieu de ", " instead of ") + figures.of(shift.from(), unit)
                + " (" + (shift.points().startsWith("-") ? points : "+" + points) + ")";
    }

    /** A number, in words if it is small. */
    public String number(long number) {
        List<String> words = french ? FRENCH : ENGLISH;
        return number < words.size() ? words.get((int) number) : String.valueOf(number);
    }

    private String acts(Move move, long n, boolean less) {
        Matcher category = CATEGORY.matcher(move.path());
        String what = category.matches() ? " (" + small(labels.apply("CATEGORY", category.group(1))) + ")" : "";
        String acts = n == 1 ? say(" acte", " act") : say(" actes", " acts");
        return french
                ? number(n) + acts + (less ? " de moins" : " de plus") + what
                : number(n) + (less ? n == 1 ? " less" : " fewer" : " more") + acts + what;
    }

    private String fees(Move move) {
        return say(" (acte ", " (act ")
                + some(move.items().stream()
                        .map(item -> cut(item)[0] + say("\u00A0: ", ": ") + figures.euros(cut(item)[1]))
                        .toList())
                + ")";
    }

    private String letters(Move move) {
        Map<String, List<String>> acts = new TreeMap<>();
        move.items().forEach(item -> acts.computeIfAbsent(cut(item)[1], key -> new ArrayList<>())
                .add(cut(item)[0]));
        List<String> parts = new ArrayList<>();
        acts.forEach((letter, of) -> parts.add(letter
                + (of.size() == 1
                        ? say(" pour l’acte ", " for act ") + of.get(0)
                        : say(" pour ", " for ") + figures.of(String.valueOf(of.size()), "acts") + " (" + some(of)
                                + ")")));
        return say("sans facturer ", "without billing ") + String.join(say(" ni ", " or "), parts);
    }

    private static String[] cut(String item) {
        int at = item.lastIndexOf(':');
        return new String[] {item.substring(0, at), item.substring(at + 1)};
    }

    private String some(List<String> all) {
        int rest = all.size() - ITEMS;
        return String.join(", ", all.subList(0, Math.min(ITEMS, all.size())))
                + (rest > 0 ? say(" et " + rest + " autres", " and " + rest + " more") : "");
    }

    private String value(Move move, String value) {
        return move.unit().equals("EUR") ? figures.euros(value) : value;
    }

    private String say(String fr, String en) {
        return french ? fr : en;
    }

    private static String small(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
