package fr.optam.explain;

import fr.optam.decision.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Searches what would make a letter of an act payable: fewer other letters on the act, a lower fee. An act's letters depend
 * on that act alone, so that one question of each act is searched in the same steps; the engine decides each step.
 */
final class LetterSearch {
    private static final String PREFIX = "modifier:";

    private final Oracle full;
    private final Oracle oracle;
    private final List<Lever> levers;

    /**
     * @param full all facts
     * @param oracle the acts in question alone
     * @param levers what can be changed
     */
    LetterSearch(Oracle full, Oracle oracle, List<Lever> levers) {
        this.full = full;
        this.oracle = oracle;
        this.levers = levers;
    }

    /**
     * Turns that make a letter payable.
     *
     * @param answer the letter's answer
     * @param turns of its act
     * @param after answers after the turns of this and other acts
     */
    record Payable(Answer answer, List<Turn> turns, Map<String, Answer> after) {}

    /** The search for one letter. */
    private static final class Letter {
        private final Answer answer;
        private final LetterDial others;
        private final Optional<NumberDial> fee;
        private List<LetterDial.Letter> dropped;
        private long units;
        private long fails;

        Letter(Answer answer, LetterDial others, Optional<NumberDial> fee) {
            this.answer = answer;
            this.others = others;
            this.fee = fee;
            this.dropped = others.letters();
            this.units = fee.map(NumberDial::units).orElse(0L);
        }

        List<Turn> turns(List<LetterDial.Letter> letters, long less) {
            List<Turn> turns = new ArrayList<>();
            if (!letters.isEmpty()) {
                turns.add(Turn.end(others.with(letters)));
            }
            fee.filter(dial -> less > 0).ifPresent(dial -> turns.add(new Turn(dial, less)));
            return turns;
        }

        List<Turn> turns() {
            return turns(dropped, units);
        }

        List<LetterDial.Letter> without(int place) {
            List<LetterDial.Letter> rest = new ArrayList<>(dropped);
            rest.remove(place);
            return rest;
        }
    }

    /** Every letter that something makes payable. */
    List<Payable> search(List<Answer> open) {
        List<List<Letter>> layers = new ArrayList<>();
        Map<String, Integer> depth = new LinkedHashMap<>();
        for (Answer answer : open) {
            String name = answer.question().substring(PREFIX.length());
            String act = name.substring(0, name.lastIndexOf(':'));
            int layer = depth.merge(act, 1, Integer::sum);
            if (layers.size() < layer) {
                layers.add(new ArrayList<>());
            }
            letter(answer, act, name.substring(name.lastIndexOf(':') + 1)).ifPresent(layers.get(layer - 1)::add);
        }
        return layers.stream().flatMap(layer -> layer(layer).stream()).toList();
    }

    private Optional<Letter> letter(Answer answer, String act, String letter) {
        Map<String, String> leaves = oracle.facts().leaves();
        String path = "acts." + act + ".modifiers";
        String billed = leaves.getOrDefault(path, "");
        int own = billed.indexOf(letter);
        Optional<Lever> lever = levers.stream().filter(Lever::ofLetters).findFirst();
        if (own < 0 || lever.isEmpty()) {
            return Optional.empty();
        }
        List<LetterDial.Letter> others = new ArrayList<>();
        for (int i = 0; i < billed.length(); i++) {
            if (i != own) {
                others.add(new LetterDial.Letter(act, billed.substring(i, i + 1)));
            }
        }
        String fee = "acts." + act + ".feeCharged";
        return Optional.of(new Letter(
                answer,
                new LetterDial(lever.get(), others, Map.of(path, billed)),
                levers.stream()
                        .filter(each -> each.ofAmounts() && each.is(fee) && leaves.containsKey(fee))
                        .flatMap(each -> NumberDial.of(each, fee, leaves).stream())
                        .filter(dial -> !dial.up() && dial.units() > 0)
                        .findFirst()));
    }

    private List<Payable> layer(List<Letter> all) {
        List<Letter> letters = flipped(oracle, all, Letter::turns);
        flipped(oracle, letters, each -> each.turns(each.dropped, 0)).forEach(each -> each.units = 0);
        int most = letters.stream().mapToInt(each -> each.dropped.size()).max().orElse(0);
        for (int i = most - 1; i >= 0; i--) {
            int place = i;
            List<Letter> some =
                    letters.stream().filter(each -> each.dropped.size() > place).toList();
            flipped(oracle, some, each -> each.turns(each.without(place), each.units))
                    .forEach(each -> each.dropped = each.without(place));
        }
        fees(letters.stream().filter(each -> each.units > 0).toList());
        return proven(letters);
    }

    /** Halves the stretch of every fee until none is longer than a unit. */
    private void fees(List<Letter> letters) {
        List<Letter> open = letters;
        while (!open.isEmpty()) {
            List<Letter> did = flipped(oracle, open, each -> each.turns(each.dropped, middle(each)));
            open.forEach(each -> {
                if (did.contains(each)) {
                    each.units = middle(each);
                } else {
                    each.fails = middle(each);
                }
            });
            open = open.stream().filter(each -> each.units - each.fails > 1).toList();
        }
    }

    private static long middle(Letter letter) {
        return letter.fails + (letter.units - letter.fails) / 2;
    }

    /** What all facts confirm: the turns do, and one unit less does not. */
    private List<Payable> proven(List<Letter> letters) {
        List<Letter> proven = new ArrayList<>(flipped(full, letters, Letter::turns));
        Map<String, Answer> after = full.after(joint(letters, Letter::turns));
        proven.removeAll(flipped(
                full,
                letters.stream().filter(each -> each.units > 0).toList(),
                each -> each.turns(each.dropped, each.units - 1)));
        int most = letters.stream().mapToInt(each -> each.dropped.size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int place = i;
            proven.removeAll(flipped(
                    full,
                    letters.stream().filter(each -> each.dropped.size() > place).toList(),
                    each -> each.turns(each.without(place), each.units)));
        }
        return proven.stream()
                .filter(each -> !each.turns().isEmpty())
                .map(each -> new Payable(each.answer, each.turns(), after))
                .toList();
    }

    private static List<Turn> joint(List<Letter> letters, Function<Letter, List<Turn>> turns) {
        return letters.stream().flatMap(each -> turns.apply(each).stream()).toList();
    }

    private static List<Letter> flipped(Oracle oracle, List<Letter> letters, Function<Letter, List<Turn>> turns) {
        if (letters.isEmpty()) {
            return List.of();
        }
        Map<String, Answer> after = oracle.after(joint(letters, turns));
        return letters.stream()
                .filter(each -> oracle.better(each.answer, after))
                .toList();
    }
}
