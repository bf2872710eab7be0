package fr.optam.compare.impact;

import fr.optam.compare.impact.Breakdown.Dimension;
import fr.optam.decision.Sentence;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Words;
import fr.optam.rulebook.table.PlainTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people call the codes of a comparison: as the rulebook after says, or else that before. */
final class Labels {
    private static final Sentence UNKNOWN = new Sentence("non renseigné", "not given");

    private final List<Rulebook> rulebooks;

    Labels(Rulebook before, Rulebook after) {
        this.rulebooks = List.of(after, before);
    }

    private Optional<Sentence> word(String domain, String code) {
        return rulebooks.stream()
                .flatMap(r -> r.words().label(domain, code).stream())
                .findFirst();
    }

    int order(String question) {
        return question.equals(Answers.OUTCOME) ? -1 : rulebooks.get(0).words().order(question);
    }

    Sentence question(String question) {
        return question.equals(Answers.OUTCOME)
                ? new Sentence("Issue", "Outcome")
                : word("QUESTION", question).orElse(plain(question));
    }

    Sentence verdict(String question, String verdict) {
        if (verdict.isEmpty()) {
            return new Sentence("pas de réponse", "no answer");
        }
        int dot = question.indexOf('.');
        String domain = (dot < 0 ? question : question.substring(0, dot)).toUpperCase(Locale.ROOT);
        return word(domain, verdict).or(() -> word("VERDICT", verdict)).orElse(plain(verdict));
    }

    Sentence finding(String code) {
        Words words = rulebooks.get(0).words();
        Sentence said = words.finding(code);
        return new Sentence(open(said.fr()), open(said.en()));
    }

    private static String open(String sentence) {
        return sentence.replaceAll("\\{[^}]*}", "…");
    }

    Sentence group(Dimension dimension, String code) {
        if (code.isEmpty()) {
            return UNKNOWN;
        }
        return switch (dimension) {
            case SPECIALTY -> row("reference/specialites", "specialty", code);
            case DEPARTMENT -> row("reference/regions", "department", code);
            case SECTOR -> word("SECTOR", code).orElse(plain(code));
            case OPTION ->
                code.equals(Who.NO_OPTION)
                        ? new Sentence("sans option", "no option")
                        : word("OPTION", code).orElse(plain(code));
        };
    }

    private Sentence row(String list, String column, String code) {
        return rulebooks.stream()
                .flatMap(r -> r.list(list).map(PlainTable::rows).orElse(List.of()).stream())
                .filter(row -> code.equals(row.values().get(column)))
                .map(row -> plain(String.valueOf(row.values().getOrDefault("label", code))))
                .findFirst()
                .orElse(plain(code));
    }

    private static Sentence plain(String text) {
        return new Sentence(text, text);
    }
}
