package fr.optam.report.explain;

import fr.optam.report.html.Lang;
import java.util.List;

/** Small numbers in words. */
final class Numbers {
    private static final List<String> FR =
            List.of("aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");
    private static final List<String> EN =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Numbers() {}

    /** A number, in words if it is small. */
    static String word(long number, Lang lang) {
        List<String> words = lang == Lang.FR ? FR : EN;
        return number < words.size() ? words.get((int) number) : String.valueOf(number);
    }
}
