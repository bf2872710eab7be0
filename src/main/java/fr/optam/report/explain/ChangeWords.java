package fr.optam.report.explain;

import fr.optam.explain.Change;
import fr.optam.explain.Move;
import fr.optam.report.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
        String between = "";
        for (Move move : change.moves()) {
            line.add(Span.text(between));
            line.add(Span.strong(by(move)));
            line.add(Span.text(" " + about(move)));
            between = dossier.say(", et en même temps ", ", and at the same time ");
        }
        line.add(Span.text(dossier.say("\u00A0: la réponse serait «\u00A0", ": the answer would be “")));
        line.add(Span.strong(dossier.verdict(change.question(), change.to())));
        line.add(Span.text(dossier.say("\u00A0»", "”")
                + dossier.say(" au lieu de «\u00A0", " instead of “")
                + dossier.verdict(change.question(), change.from())
                + dossier.say("\u00A0».", "”.")));
        return line;
    }

    private String by(Move move) {
        if (!move.items().isEmpty()) {
            return letters(move);
        }
        BigDecimal by = new BigDecimal(move.by());
        boolean less = by.signum() < 0;
        String name = dossier.say(move.fr(), move.en());
        if (move.unit().equals("COUNT")) {
            Matcher category = CATEGORY.matcher(move.path());
            String what = category.matches() ? " (" + dossier.label("CATEGORY", category.group(1)) + ")" : "";
            long n = by.abs().longValue();
            return Numbers.word(n, dossier.lang())
                    + (n == 1 ? dossier.say(" acte", " act") : dossier.say(" actes", " acts"))
                    + (less ? dossier.say(" de moins", " fewer") : dossier.say(" de plus", " more"))
                    + what;
        }
        String amount = move.unit().equals("EUR")
                ? dossier.figures().euros(by.abs().toPlainString())
                : dossier.figures().of(by.abs().toPlainString(), move.unit());
        return capital(name)
                + (less ? dossier.say(" inférieurs de ", " lower by ") : dossier.say(" supérieurs de ", " higher by "))
                + amount;
    }

    private String letters(Move move) {
        List<String> shown = move.items().stream()
                .limit(LETTERS)
                .map(item -> item.substring(item.lastIndexOf(Dossier.SEPARATE) + 1)
                        + dossier.say(" de l’acte ", " of act ")
                        + item.substring(0, item.lastIndexOf(Dossier.SEPARATE)))
                .toList();
        int rest = move.items().size() - shown.size();
        return dossier.say("Sans facturer ", "Without billing ")
                + String.join(", ", shown)
                + (rest > 0 ? dossier.say(" et " + rest + " autres", " and " + rest + " more") : "");
    }

    private String about(Move move) {
        if (!move.items().isEmpty()) {
            return "";
        }
        Matcher year = YEAR.matcher(move.path());
        String when = year.matches() ? dossier.say("en ", "in ") + year.group(1) + " " : "";
        return when + "(" + value(move, move.to()) + dossier.say(" au lieu de ", " instead of ")
                + value(move, move.from()) + ")";
    }

    private String value(Move move, String value) {
        return move.unit().equals("EUR") ? dossier.figures().euros(value) : value;
    }

    /** The other answers that a change touches: question, before, after. */
    List<List<List<Span>>> effects(Change change) {
        return change.effects().stream()
                .filter(effect -> !effect.question().equals(change.question()))
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

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
