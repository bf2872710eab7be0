package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.fact.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of letters whose leaving out turns an answer, those that must be left out. Each act is asked about as if it were the
 * only one: what it adds, it adds alone. What comes out is asked of all acts together by whoever uses it.
 */
final class LeastLetters {
    private final Oracle oracle;
    private final Map<String, Act> groups = new HashMap<>();

    /** @param oracle the rules, asked about all facts */
    LeastLetters(Oracle oracle) {
        this.oracle = oracle;
        List<Act> acts = oracle.facts().year().acts().orElse(List.of());
        acts.forEach(act -> act.ids().forEach(id -> groups.put(id, act)));
    }

    /** An act in work: equal lines are looked at once. */
    private static final class Work {
        private final Oracle alone;
        private final String id;
        private final List<String> ids = new ArrayList<>();
        private List<String> dropped;

        Work(Oracle alone, String id, List<String> dropped) {
            this.alone = alone;
            this.id = id;
            this.dropped = dropped;
        }

        LetterDial dial(LetterDial all) {
            return all.with(dropped.stream()
                    .map(letter -> new LetterDial.Letter(id, letter))
                    .toList());
        }
    }

    /**
     * Leaves out as few as it can.
     *
     * @param answer answer that is to get better
     * @param all letters that turn it if all are left out
     * @param others what else is turned
     */
    LetterDial of(Answer answer, LetterDial all, List<Turn> others) {
        List<Work> works = works(all);
        List<Boolean> harmless = flips(
                answer, works, works.stream().map(work -> all.with(List.of())).toList(), others);
        for (int i = 0; i < works.size(); i++) {
            if (harmless.get(i)) {
                works.get(i).dropped = List.of();
            }
        }
        int most = works.stream().mapToInt(work -> work.dropped.size()).max().orElse(0);
        for (int i = most - 1; i >= 0; i--) {
            int place = i;
            List<Work> open =
                    works.stream().filter(work -> work.dropped.size() > place).toList();
            List<Boolean> done = flips(
                    answer,
                    open,
                    open.stream().map(work -> work.dial(all).without(place)).toList(),
                    others);
            for (int k = 0; k < open.size(); k++) {
                if (done.get(k)) {
                    open.get(k).dropped = new ArrayList<>(open.get(k).dropped);
                    open.get(k).dropped.remove(place);
                }
            }
        }
        return all.with(works.stream()
                .flatMap(work -> work.ids.stream()
                        .flatMap(id -> work.dropped.stream().map(letter -> new LetterDial.Letter(id, letter))))
                .toList());
    }

    private static List<Boolean> flips(Answer answer, List<Work> works, List<LetterDial> dials, List<Turn> others) {
        List<List<Turn>> turns = new ArrayList<>();
        for (LetterDial dial : dials) {
            List<Turn> each = new ArrayList<>(others);
            each.add(Turn.end(dial));
            turns.add(each);
        }
        return Oracle.flip(answer, works.stream().map(work -> work.alone).toList(), turns);
    }

    private List<Work> works(LetterDial all) {
        Map<String, List<String>> byAct = new LinkedHashMap<>();
        all.letters().forEach(letter -> byAct.computeIfAbsent(letter.act(), each -> new ArrayList<>())
                .add(letter.letter()));
        Map<List<Object>, Work> works = new LinkedHashMap<>();
        byAct.forEach((id, letters) -> {
            Act act = groups.get(id);
            if (act != null) {
                works.computeIfAbsent(
                                List.of(act, letters),
                                each -> new Work(oracle.about(oracle.facts().alone(act, id)), id, letters))
                        .ids
                        .add(id);
            }
        });
        return List.copyOf(works.values());
    }
}
