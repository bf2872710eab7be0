package fr.optam.report;

import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Unit;
import fr.optam.rulebook.Words;
import fr.optam.rulebook.table.PlainTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a page for a person is written.
 *
 * @param words sentences and labels of the rulebook
 * @param sources titles of the registry of sources by id
 * @param units unit of each field by its name
 * @param french French, else English
 * @param colour marks for a terminal
 * @param width columns
 */
public record Page(
        Words words, Map<String, String> sources, Map<String, Unit> units, boolean french, boolean colour, int width) {
    private static final int WIDTH = 96;

    /** A page with the words of a rulebook, as wide as a terminal usually is. */
    public static Page of(Rulebook rulebook, boolean french, boolean colour) {
        Map<String, String> titles = new TreeMap<>();
        rulebook.list("reference/sources")
                .map(PlainTable::rows)
                .ifPresent(rows -> rows.forEach(row -> titles.put(
                        String.valueOf(row.values().get("sourceId")),
                        String.valueOf(row.values().getOrDefault("title", "")))));
        Map<String, Unit> units = new TreeMap<>();
        rulebook.dictionary().fields().forEach((name, field) -> units.put(name, field.unit()));
        return new Page(rulebook.words(), titles, units, french, colour, WIDTH);
    }

    /** One of two texts, in the language of the page. */
    String say(String fr, String en) {
        return french ? fr : en;
    }

    /** Label of a code, the code itself if it has none. */
    String label(String domain, String code) {
        return words.label(domain, code)
                .map(sentence -> say(sentence.fr(), sentence.en()))
                .orElse(code);
    }

    /** Word of a verdict: that of the question's own domain, else the general one. */
    String verdict(String question, String verdict) {
        String domain = question.split("[.:]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        return words.label(domain, verdict).isPresent() ? label(domain, verdict) : label("VERDICT", verdict);
    }
}
