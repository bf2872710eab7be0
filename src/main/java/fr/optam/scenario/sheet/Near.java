package fr.optam.scenario.sheet;

import java.util.Collection;
import java.util.Locale;

/** Finds what was perhaps meant by a word that is not in a list. */
final class Near {
    private Near() {}

    /** The word of the list that takes the fewest edits, if few enough to be a slip; else empty text. */
    static String to(String word, Collection<String> list) {
        String best = "";
        int least = (word.length() < 3 ? 0 : Math.max(2, word.length() / 4)) + 1;
        for (String candidate : list) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
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
