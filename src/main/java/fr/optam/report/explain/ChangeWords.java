package fr.optam.report.explain;

import fr.optam.explain.Change;
import fr.optam.explain.Move;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would change an answer, in words. */
final class ChangeWords {
    private static final Pattern SAID = Pattern.compile("(\\S+)(?: (?!\\S+ EUR$)(\\S+))?(?: (\\S+) EUR)?");
    private static final Pattern YEAR = Pattern.compile("activity\\.(\\d{4})\\..*");
    private static final Pattern CATEGORY = Pattern.compile("activity\\.\\d{4}\\.actCounts\\.(.+)");
    private static final int LETTERS = 12;

    private final Dossier dossier;

    ChangeWords(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The moves of a change and what they lead to. */
    List<Span> of(Change change) {
        List<Span> line = new ArrayList<>();
        for (Move move : change.moves()) {
            String words = by(move);
            boolean first = line.isEmpty();
            line.add(Span.text(first ? "" : dossier.say(", et en même temps ", ", and at the same time ")));
            line.add(Span.strong(first ? capital(words) : words));
            line.add(Span.text(about(move)));
        }
        line.add(Span.text(dossier.say("\u00A0: la réponse serait «\u00A0", ": the answer would be “")));
        line.add(Span.strong(dossier.verdict(change.question(), change.to())));
        line.add(Span.text(dossier.say(
                "\u00A0» au lieu de «\u00A0" + dossier.verdict(change.question(), change.from()) + "\u00A0».",
                "” instead of “" + dossier.verdict(change.question(), change.from()) + "”.")));
        change.rates().stream()
                .filter(shift -> dossier.answer(shift.question())
                        .flatMap(answer -> answer.unit())
                        .filter("rate"::equals)
                        .isPresent())
                .forEach(shift -> line.add(Span.soft(" " + shift(shift))));
        return line;
    }

    private String shift(Change.Shift shift) {
        String points = dossier.figures().of(shift.points(), "points");
        return dossier.question(shift.question()) + dossier.colon("", "")
                + dossier.figures().of(shift.to(), "rate")
                + dossier.say(" au lieu de ", " instead of ")
                + dossier.figures().of(shift.from(), "rate") + " ("
                + (shift.points().startsWith("-") ? points : "+" + points) + ").";
    }

    private String by(Move move) {
        if (!move.items().isEmpty()) {
            return move.unit().equals("EUR") ? fees(move) : letters(move);
        }
        BigDecimal by = new BigDecimal(move.by());
        boolean less = by.signum() < 0;
        if (move.unit().equals("COUNT")) {
            Matcher category = CATEGORY.matcher(move.path());
            String what = category.matches() ? " (" + first(dossier.label("CATEGORY", category.group(1))) + ")" : "";
            long n = by.abs().longValue();
            return Numbers.word(n, dossier.lang())
                    + (n == 1 ? dossier.say(" acte", " act") : dossier.say(" actes", " acts"))
                    + (less ? dossier.say(" de moins", " fewer") : dossier.say(" de plus", " more"))
                    + what;
        }
        return dossier.say(move.fr(), move.en())
                + (less ? dossier.say(" inférieurs de ", " lower by ") : dossier.say(" supérieurs de ", " higher by "))
                + dossier.figures().euros(by.abs().toPlainString());
    }

    private String fees(Move move) {
        return dossier.say(move.fr(), move.en())
                + (move.by().startsWith("-")
                        ? dossier.say(" inférieurs de ", " lower by ")
                        : dossier.say(" supérieurs de ", " higher by "))
                + dossier.figures().euros(new BigDecimal(move.by()).abs().toPlainString())
                + dossier.say(" (acte ", " (act ")
                + some(move.items().stream()
                        .map(item -> cut(item)[0]
                                + dossier.colon("", "")
                                + dossier.figures().euros(cut(item)[1]))
                        .toList())
                + ")";
    }

    private String letters(Move move) {
        Map<String, List<String>> acts = new TreeMap<>();
        move.items().forEach(item -> acts.computeIfAbsent(cut(item)[1], key -> new ArrayList<>())
                .add(cut(item)[0]));
        List<String> parts = new ArrayList<>();
        acts.forEach((letter, of) -> parts.add(letter
                + (of.size() == 1 ? dossier.say(" pour l’acte ", " for act ") : dossier.say(" pour ", " for "))
                + (of.size() == 1
                        ? of.get(0)
                        : dossier.figures().of(String.valueOf(of.size()), "acts") + " (" + some(of) + ")")));
        return dossier.say("sans facturer ", "without billing ") + String.join(dossier.say(" ni ", " or "), parts);
    }

    private static String[] cut(String item) {
        int at = item.lastIndexOf(Dossier.SEPARATE);
        return new String[] {item.substring(0, at), item.substring(at + 1)};
    }

    private String some(List<String> all) {
        int rest = all.size() - LETTERS;
        return String.join(", ", all.subList(0, Math.min(LETTERS, all.size())))
                + (rest > 0 ? dossier.say(" et " + rest + " autres", " and " + rest + " more") : "");
    }

    private String about(Move move) {
        if (!move.items().isEmpty()) {
            return "";
        }
        Matcher year = YEAR.matcher(move.path());
        String when = year.matches() ? dossier.say(" en ", " in ") + year.group(1) : "";
        return when + " (" + value(move, move.to()) + dossier.say(" au lieu de ", " instead of ")
                + value(move, move.from()) + ")";
    }

    private String value(Move move, String value) {
        return move.unit().equals("EUR") ? dossier.figures().euros(value) : value;
    }

    /** The other answers that a change touches: question, before, after. */
    List<List<List<Span>>> effects(Change change) {
        return change.effects().stream()
                .filter(effect -> !effect.question().equals(change.question()))
                .filter(effect -> !Dossier.ofLetter(effect.question())
                        || !effect.after().isEmpty() && Dossier.ofLetter(change.question()))
                .map(effect -> List.of(
                        List.of(Span.text(dossier.question(effect.question()))),
                        List.of(Span.text(said(effect.question(), effect.before()))),
                        List.of(Span.text(said(effect.question(), effect.after())))))
                .toList();
    }

    /** Verdict, value and amount of an answer in words. */
    String said(String question, String said) {
        Matcher parts = SAID.matcher(said);
        if (!parts.matches()) {
            return said.isEmpty() ? dossier.say("sans objet", "does not apply") : said;
        }
        List<String> words = new ArrayList<>(List.of(dossier.verdict(question, parts.group(1))));
        if (parts.group(2) != null) {
            String unit = dossier.answer(question).flatMap(a -> a.unit()).orElse("");
            words.add(unit.isEmpty() ? parts.group(2) : dossier.figures().of(parts.group(2), unit));
        }
        if (parts.group(3) != null) {
            words.add(dossier.figures().euros(parts.group(3)));
        }
        return String.join(" · ", words);
    }

    private static String first(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
