package fr.optam.report.explain;

import fr.optam.explain.Change;
import fr.optam.explain.Move;
import fr.optam.report.MoveWords;
import fr.optam.report.html.Lang;
import fr.optam.report.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would change an answer, in words. */
final class ChangeWords {
    private static final Pattern SAID = Pattern.compile("(\\S+)(?: (?!\\S+ EUR$)(\\S+))?(?: (\\S+) EUR)?");

    private final Dossier dossier;
    private final MoveWords moves;

    ChangeWords(Dossier dossier) {
        this.dossier = dossier;
        this.moves = new MoveWords(dossier.lang() == Lang.FR, dossier::label);
    }

    /** The moves of a change and what they lead to. */
    List<Span> of(Change change) {
        List<Span> line = new ArrayList<>();
        for (Move move : change.moves()) {
            String words = moves.by(move);
            boolean first = line.isEmpty();
            line.add(Span.text(first ? "" : dossier.say(", et en même temps ", ", and at the same time ")));
            line.add(Span.strong(first ? capital(words) : words));
            line.add(Span.text(moves.about(move)));
        }
        line.add(Span.text(dossier.say("\u00A0: la réponse serait «\u00A0", ": the answer would be “")));
        line.add(Span.strong(dossier.verdict(change.question(), change.to())));
        line.add(Span.text(dossier.say(
                "\u00A0» au lieu de «\u00A0" + dossier.verdict(change.question(), change.from()) + "\u00A0».",
                "” instead of “" + dossier.verdict(change.question(), change.from()) + "”.")));
        change.rates().forEach(shift -> dossier.answer(shift.question())
                .flatMap(answer -> answer.unit())
                .filter("rate"::equals)
                .ifPresent(unit -> line.add(Span.soft(" " + dossier.question(shift.question()) + dossier.colon("", "")
                        + moves.shift(shift, unit) + "."))));
        return line;
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

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
