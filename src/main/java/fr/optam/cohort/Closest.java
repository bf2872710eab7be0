package fr.optam.cohort;

import java.util.Collection;
import java.util.Locale;

/** Finds what was perhaps meant by a word that is not in a list. */
final class Closest {
    private Closest() {}

    /** The word of the list that takes the fewest edits, if few enough to be a slip; else empty text. */
    static String to(String word, Collection<String> list) {
        String best = "";
        int bestDistance = Math.max(2, word.length() / 3) + 1;
        for (String candidate : list) {
            int distance = distance(folded(word), folded(candidate));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static String folded(String word) {
        String bounded = word.length() > 64 ? word.substring(0, 64) : word;
        return bounded.strip()
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace(" ", "");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
