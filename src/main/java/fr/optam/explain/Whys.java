package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each answer of one decision rests on, and what had a say in it and did not apply. */
final class Whys {
    private static final String OF_LETTERS = "modifier:";
    private static final Set<Kind> CODES = EnumSet.of(Kind.OPTION, Kind.RATE, Kind.COMPONENT);

    private final Relevance relevance;
    private final List<WhyNot.Entry> found;
    private final List<NotAsked> notAsked;
    private final Map<String, Firing> firings = new HashMap<>();
    private final Map<String, String> firstOfAct = new HashMap<>();
    private final Map<Set<String>, List<Integer>> relevant = new HashMap<>();
    private final Map<Set<String>, List<Integer>> silent = new HashMap<>();
    private final List<Subjects> subjects;
    private final Map<Kind, Set<String>> codes = new EnumMap<>(Kind.class);

    Whys(
            Relevance relevance,
            PractitionerYear facts,
            Decision decision,
            List<WhyNot.Entry> found,
            List<NotAsked> notAsked) {
        this.relevance = relevance;
        this.found = found;
        this.notAsked = notAsked;
        this.subjects =
                found.stream().map(entry -> new Subjects(entry.subjects())).toList();
        subjects.forEach(each -> each.codes.forEach((kind, keys) ->
                codes.computeIfAbsent(kind, some -> new HashSet<>()).addAll(keys)));
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
        for (Act act : facts.acts().orElse(List.of())) {
            act.ids().forEach(id -> firstOfAct.put(id, act.ids().get(0)));
        }
    }

    Why of(Answer answer) {
        Set<String> rules = relevance.of(answer.question());
        Concern concern = concern(answer.question());
        List<Integer> notApplied = places(rules).stream()
                .filter(place -> subjects.get(place).concern(concern))
                .toList();
        return new Why(answer, steps(answer.proof()), notApplied, silent(rules));
    }

    Explanation.Outcome outcome(Decision decision) {
        List<String> proof = decision.firings().stream()
                .filter(firing -> relevance.statesOutcome(firing.rule()))
                .map(Firing::id)
                .toList();
        Set<String> rules = relevance.ofOutcome();
        return new Explanation.Outcome(proof, steps(proof), places(rules), silent(rules));
    }

    private List<String> steps(List<String> proof) {
        Set<String> steps = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(proof);
        while (!open.isEmpty()) {
            String id = open.poll();
            if (firings.containsKey(id) && steps.add(id)) {
                open.addAll(firings.get(id).because());
            }
        }
        return List.copyOf(steps);
    }

    private List<Integer> places(Set<String> rules) {
        return relevant.computeIfAbsent(rules, some -> {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                if (some.contains(found.get(i).rule())) {
                    places.add(i);
                }
            }
            return places;
        });
    }

    private List<Integer> silent(Set<String> rules) {
        return silent.computeIfAbsent(rules, some -> {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < notAsked.size(); i++) {
                if (notAsked.get(i).rules().stream().anyMatch(some::contains)) {
                    places.add(i);
                }
            }
            return places;
        });
    }

    /**
     * Which facts a question is about: of acts and letters its own, of the facts that stand for codes those it names.
     *
     * @param act first id of the act; empty if it is about no act
     * @param letter the letter of that act
     * @param codes by kind, the code that it names
     */
    private record Concern(String act, String letter, Map<Kind, String> codes) {}

    private Concern concern(String question) {
        boolean ofLetter = question.startsWith(OF_LETTERS);
        int last = question.lastIndexOf(':');
        Map<Kind, String> named = new EnumMap<>(Kind.class);
        for (String word : question.split("[.:]")) {
            codes.forEach((kind, keys) -> {
                if (keys.contains(word)) {
                    named.put(kind, word);
                }
            });
        }
        return new Concern(
                ofLetter ? firstOfAct.getOrDefault(question.substring(OF_LETTERS.length(), last), "") : "",
                ofLetter ? question.substring(last + 1) : "",
                named);
    }

    /** What one entry was asked about, by kind, so that thousands of answers find theirs at once. */
    private static final class Subjects {
        private final Map<Kind, Set<String>> codes = new EnumMap<>(Kind.class);
        private final Set<String> acts = new HashSet<>();
        private final Map<String, Set<String>> letters = new HashMap<>();
        private boolean ofActs;
        private boolean ofOthers;

        Subjects(Collection<Subject> subjects) {
            for (Subject subject : subjects) {
                if (CODES.contains(subject.kind())) {
                    codes.computeIfAbsent(subject.kind(), kind -> new HashSet<>())
                            .add(subject.key());
                } else if (subject.kind() == Kind.ACT) {
                    ofActs = true;
                    acts.add(subject.act());
                } else if (subject.kind() == Kind.LETTER) {
                    ofActs = true;
                    if (subject.billed()) {
                        letters.computeIfAbsent(subject.act(), act -> new HashSet<>())
                                .add(subject.letter());
                    }
                } else {
                    ofOthers = true;
                }
            }
        }

        boolean concern(Concern concern) {
            if (ofOthers || ofActs && concern.act().isEmpty()) {
                return true;
            }
            return ofActs
                            && (acts.contains(concern.act())
                                    || letters.getOrDefault(concern.act(), Set.of())
                                            .contains(concern.letter()))
                    || codes.entrySet().stream().anyMatch(each -> {
                        String named = concern.codes().get(each.getKey());
                        return named == null || each.getValue().contains(named);
                    });
        }
    }
}
