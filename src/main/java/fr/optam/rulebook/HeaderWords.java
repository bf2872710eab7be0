package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import fr.optam.rulebook.xlsx.Cell;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Headers of rule tables that hold a misspelt word: one that no other header and no label of a field holds, and that is
 * but a slip of the keys away from one that they do.
 */
final class HeaderWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST = 5;
    private static final int LONG = 7;
    private static final String LABEL = "fr";

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final List<RulebookProblem> problems;

    HeaderWords(Collection<PlainTable> lists, Collection<RuleTable> tables, List<RulebookProblem> problems) {
        this.problems = problems;
        tables.forEach(table -> {
            table.conditions().forEach(c -> learn(c.header()));
            table.actions().forEach(a -> learn(a.header()));
        });
        lists.forEach(list -> {
            list.columns().forEach(c -> learn(c.header()));
            if (list.name().equals(Dictionary.TABLE)) {
                list.rows().forEach(row -> learn(String.valueOf(row.values().get(LABEL))));
            }
        });
    }

    private void learn(String text) {
        for (String word : BETWEEN.split(text)) {
            uses.merge(Closest.bare(word), 1, Integer::sum);
            written.putIfAbsent(Closest.bare(word), word);
        }
    }

    void check(RuleTable table) {
        table.conditions().forEach(c -> check(table, c.number(), c.header()));
        table.actions().forEach(a -> check(table, a.number(), a.header()));
    }

    private void check(RuleTable table, int column, String header) {
        String place = table.sheet() + "!" + Cell.address(table.headerRow(), column);
        boolean told = problems.stream()
                .anyMatch(p -> p.file().equals(table.file()) && p.place().equals(place));
        for (String word : told ? new String[0] : BETWEEN.split(header)) {
            meant(Closest.bare(word))
                    .ifPresent(meant -> problems.add(new RulebookProblem(
                            "HEADER",
                            Severity.WARNING,
                            table.file(),
                            place,
                            new Sentence(
                                    "dans l’en-tête «" + header + "», le mot «" + word + "» n’est employé nulle part"
                                            + " ailleurs",
                                    "in the header «" + header + "», the word «" + word + "» is used nowhere else"),
                            new Sentence("Peut-être " + meant + ".", "Maybe " + meant + "."))));
        }
    }

    private Optional<String> meant(String word) {
        return word.length() < SHORTEST || uses.getOrDefault(word, 0) > 1
                ? Optional.empty()
                : written.keySet().stream()
                        .filter(known -> isSlip(word, known))
                        .map(written::get)
                        .findFirst();
    }

    /** Whether one is the other but for a letter too many or too few, two exchanged, or a wrong one in a long word. */
    private static boolean isSlip(String word, String known) {
        boolean near = Math.abs(word.length() - known.length()) <= 1 && Closest.distance(word, known) == 1;
        boolean ending = word.startsWith(known) || known.startsWith(word);
        boolean wrong = word.length() == known.length() && !sorted(word).equals(sorted(known));
        return near && !ending && (!wrong || word.length() >= LONG);
    }

    private static List<Integer> sorted(String word) {
        return word.chars().sorted().boxed().toList();
    }
}
