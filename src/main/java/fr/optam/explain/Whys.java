package fr.optam.explain;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.fact.Act;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
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

    Whys(
            Relevance relevance,
            PractitionerYear facts,
            Decision decision,
            List<WhyNot.Entry> found,
            List<NotAsked> notAsked) {
        this.relevance = relevance;
        this.found = found;
        this.notAsked = notAsked;
        decision.firings().forEach(firing -> firings.put(firing.id(), firing));
        for (Act act : facts.acts().orElse(List.of())) {
            act.ids().forEach(id -> firstOfAct.put(id, act.ids().get(0)));
        }
    }

    Why of(Answer answer) {
        Set<String> rules = relevance.of(answer.question());
        Concern concern = new Concern(answer.question());
        List<Integer> notApplied = places(rules).stream()
                .filter(place -> found.get(place).subjects().stream().anyMatch(concern::with))
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

    /** Which facts a question is about: of acts and letters its own, of the facts that stand for codes those it names. */
    private final class Concern {
        private final String act;
        private final String letter;
        private final Map<Kind, String> codes = new HashMap<>();

        Concern(String question) {
            boolean ofLetter = question.startsWith(OF_LETTERS);
            int last = question.lastIndexOf(':');
            this.act = ofLetter ? firstOfAct.getOrDefault(question.substring(OF_LETTERS.length(), last), "") : "";
            this.letter = ofLetter ? question.substring(last + 1) : "";
            Collection<String> words = Set.copyOf(Arrays.asList(question.split("[.:]")));
            found.forEach(entry -> entry.subjects().stream()
                    .filter(subject -> CODES.contains(subject.kind()) && words.contains(subject.key()))
                    .forEach(subject -> codes.put(subject.kind(), subject.key())));
        }

        boolean with(Subject subject) {
            if (CODES.contains(subject.kind())) {
                return subject.key().equals(codes.getOrDefault(subject.kind(), subject.key()));
            }
            if (act.isEmpty()) {
                return true;
            }
            return switch (subject.kind()) {
                case ACT -> subject.act().equals(act);
                case LETTER -> subject.act().equals(act) && subject.letter().equals(letter) && subject.billed();
                default -> true;
            };
        }
    }
}
