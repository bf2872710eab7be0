package fr.optam.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Findings as a person reads them: by file, then from top to bottom; a cell is blamed once. */
final class FindingOrder {
    private static final Comparator<RulebookProblem> ORDER = Comparator.comparing(RulebookProblem::file)
            .thenComparing(p ->
                    p.place().contains("!") ? p.place().substring(0, p.place().indexOf('!')) : "")
            .thenComparing(FindingOrder::row)
            .thenComparing(p -> p.place().length())
            .thenComparing(RulebookProblem::place);

    private FindingOrder() {}

    static List<RulebookProblem> of(List<RulebookProblem> problems) {
        List<RulebookProblem> sorted = new ArrayList<>(problems);
        sorted.sort(ORDER);
        Set<String> seen = new HashSet<>();
        List<RulebookProblem> once = new ArrayList<>();
        for (RulebookProblem problem : sorted) {
            boolean cell = problem.place().contains("!");
            String key = problem.file() + "!" + problem.place()
                    + (cell ? "" : "!" + problem.message().en());
            if (seen.add(key)) {
                once.add(problem);
            }
        }
        return once;
    }

    private static int row(RulebookProblem problem) {
        String digits = problem.place().replaceAll("^.*![A-Z]+", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
