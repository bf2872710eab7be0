package fr.optam.report.explain;

import fr.optam.report.html.Lang;
import java.util.List;

/** Small numbers in words. */
final class Numbers {
    private static final List<String> FR =
            List.of("Aucun", "Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix");
    private static final List<String> EN =
            List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");

    private Numbers() {}

    /** A number at the start of a sentence. */
    static String word(long number, Lang lang) {
        List<String> words = lang == Lang.FR ? FR : EN;
        return number < words.size() ? words.get((int) number) : String.valueOf(number);
    }
}
