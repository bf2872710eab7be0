package fr.optam.rulebook.table;

import fr.optam.rulebook.Closest;
import fr.optam.rulebook.xlsx.Cell;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a cell is no code, or none that its column knows. */
final class CodeAdvice {
    private static final Set<String> ANY =
            Set.of("*", "-", "–", "—", "tous", "toutes", "tout", "all", "any", "n/a", "?");

    private final String text;
    private final Collection<String> known;

    private CodeAdvice(String text, Collection<String> known) {
        this.text = text;
        this.known = known;
    }

    /** Why a text is no code; known are the codes of its column. */
    static Advice of(Cell cell, Collection<String> known) {
        return new CodeAdvice(cell.text(), known).advice();
    }

    private Advice advice() {
        if (ANY.contains(text.toLowerCase(Locale.ROOT))) {
            return Advice.of(
                    "un signe pour «toutes les valeurs»",
                    "a sign for \"any value\"",
                    "une cellule vide, ou ANY.",
                    "an empty cell, or ANY.");
        }
        if (text.matches("(?:!|<>|≠|!=|not |sauf |hors ).*")) {
            return Advice.of(
                    "une négation",
                    "a negation",
                    "la liste de tous les autres codes, séparés par «;».",
                    "the list of all other codes, separated by ;");
        }
        if (text.chars().anyMatch(c -> "\"“”„«»‘’'`".indexOf(c) >= 0)) {
            return meant("des guillemets autour du code", "quotes around the code");
        }
        Optional<Character> foreign = text.chars()
                .mapToObj(c -> (char) c)
                .filter(c -> Closest.latin(c).isPresent())
                .findFirst();
        if (foreign.isPresent()) {
            String sign = String.format(Locale.ROOT, "U+%04X", (int) foreign.get());
            return meant(
                    "la lettre «" + foreign.get() + "» (" + sign
                            + ") d’un autre alphabet, semblable à une lettre latine",
                    "the letter «" + foreign.get() + "» (" + sign
                            + ") of another alphabet, which looks like a Latin one");
        }
        if (!Normalizer.normalize(text, Normalizer.Form.NFD).equals(text)) {
            return meant("un accent dans un code", "an accent in a code");
        }
        List<String> items = Arrays.stream(text.split("[;,]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (text.matches(".*[;,].*") && items.stream().allMatch(i -> known.isEmpty() || known.contains(i))) {
            return Advice.meant("un séparateur de trop", "a separator too many", String.join(";", items));
        }
        if (text.indexOf(' ') >= 0 || text.indexOf('/') >= 0 || text.indexOf('|') >= 0 || text.indexOf('+') >= 0) {
            return meant(
                    "pas un code, ni une liste de codes séparés par «;»",
                    "neither a code nor a list of codes separated by ;");
        }
        return meant("pas un code", "no code");
    }

    private Advice meant(String fr, String en) {
        return Closest.to(text, known)
                .map(k -> Advice.meant(fr, en, k))
                .orElseGet(() -> known.isEmpty()
                        ? Advice.of(
                                fr,
                                en,
                                "un code sans espace, sans accent et sans guillemets.",
                                "a code without spaces, accents and quotes.")
                        : Advice.of(fr, en, "l’un de " + listed(known) + ".", "one of " + listed(known) + "."));
    }

    /** Codes as a message lists them. */
    static String listed(Collection<String> codes) {
        int most = 12;
        String first = String.join(", ", codes.stream().limit(most).toList());
        return codes.size() > most ? first + ", …" : first;
    }
}
