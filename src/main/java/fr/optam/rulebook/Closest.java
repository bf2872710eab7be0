package fr.optam.rulebook;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which known word was perhaps meant by another: capitals, accents, signs and letters that only look alike count little. */
public final class Closest {
    private static final Map<Character, Character> ALIKE = Map.ofEntries(
            Map.entry('\u0410', 'A'),
            Map.entry('\u0412', 'B'),
            Map.entry('\u0415', 'E'),
            Map.entry('\u0406', 'I'),
            Map.entry('\u0408', 'J'),
            Map.entry('\u041A', 'K'),
            Map.entry('\u041C', 'M'),
            Map.entry('\u041D', 'H'),
            Map.entry('\u041E', 'O'),
            Map.entry('\u0420', 'P'),
            Map.entry('\u0405', 'S'),
            Map.entry('\u0421', 'C'),
            Map.entry('\u0422', 'T'),
            Map.entry('\u0423', 'Y'),
            Map.entry('\u0425', 'X'),
            Map.entry('\u0391', 'A'),
            Map.entry('\u0392', 'B'),
            Map.entry('\u0395', 'E'),
            Map.entry('\u0396', 'Z'),
            Map.entry('\u0397', 'H'),
            Map.entry('\u0399', 'I'),
            Map.entry('\u039A', 'K'),
            Map.entry('\u039C', 'M'),
            Map.entry('\u039D', 'N'),
            Map.entry('\u039F', 'O'),
            Map.entry('\u03A1', 'P'),
            Map.entry('\u03A4', 'T'),
            Map.entry('\u03A5', 'Y'),
            Map.entry('\u03A7', 'X'));

    private Closest() {}

    /** The known word that looks most like a word, if one does. */
    public static Optional<String> to(String word, Collection<String> known) {
        String wanted = bare(word);
        int most = Math.max(1, Math.min(3, wanted.length() / 3));
        return known.stream()
                .filter(k -> !k.isEmpty() && Math.abs(bare(k).length() - wanted.length()) <= most)
                .map(k -> Map.entry(k, distance(bare(k), wanted)))
                .filter(e -> e.getValue() <= most && e.getValue() < wanted.length())
                .min(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey);
    }

    /** A word without capitals, accents, quotes, spaces, and without letters of other alphabets that look like Latin ones. */
    static String bare(String word) {
        StringBuilder bare = new StringBuilder();
        String parts = Normalizer.normalize(word, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        for (int i = 0; i < parts.length(); i++) {
            char c = ALIKE.getOrDefault(parts.charAt(i), parts.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    /** A Latin letter that looks like a letter of another alphabet, if there is one. */
    public static Optional<Character> latin(char letter) {
        return Optional.ofNullable(ALIKE.get(letter))
                .or(() -> Optional.ofNullable(ALIKE.get(Character.toUpperCase(letter)))
                        .map(Character::toLowerCase));
    }

    /** Edit distance; an exchange of neighbours counts once. */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
