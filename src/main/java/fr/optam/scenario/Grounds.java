package fr.optam.scenario;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer rests on: the rows of tables nearest to it, and the rule or row that settled it. */
final class Grounds {
    private static final Pattern TABLE = Pattern.compile("\\.drl\\.(xlsx|xls|csv)!");
    private static final int MOST_ROWS = 4;

    private final Map<String, Firing> firings = new HashMap<>();

    Grounds(Decision decision) {
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
    }

    /** The rows, nearest first, and last what settled the answer, with the answer's own sentence; nothing if no rule did. */
    List<Firing> of(Answer answer) {
        if (answer.proof().isEmpty()) {
            return List.of();
        }
        Firing last = firings.get(answer.proof().get(answer.proof().size() - 1));
        if (last == null) {
            return List.of();
        }
        List<Firing> grounds = new ArrayList<>(isRow(last) ? List.of() : rows(answer));
        grounds.add(new Firing(
                last.id(),
                last.rule(),
                last.at(),
                last.facts(),
                last.parameters(),
                last.because(),
                last.sources(),
                answer.sentence()));
        return grounds;
    }

    /** Rows that the proof reaches without passing another row. */
    private List<Firing> rows(Answer answer) {
        List<Firing> rows = new ArrayList<>();
        Deque<String> next = new ArrayDeque<>(answer.proof());
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty() && rows.size() < MOST_ROWS) {
            Firing firing = firings.get(next.removeFirst());
            if (firing != null && seen.add(firing.id())) {
                if (isRow(firing)) {
                    rows.add(firing);
                } else {
                    next.addAll(firing.because());
                }
            }
        }
        return rows;
    }

    private static boolean isRow(Firing firing) {
        return TABLE.matcher(firing.at()).find();
    }
}
