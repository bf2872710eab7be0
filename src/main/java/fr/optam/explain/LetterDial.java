package fr.optam.explain;

import fr.optam.decision.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Letters of acts that could be left out, the one with the worst verdict first.
 *
 * @param lever what kind of fact it is
 * @param letters letters, {@code path of the act's letters} and the letter, in the order in which they are left out
 * @param leaves every fact by path
 */
record LetterDial(Lever lever, List<Letter> letters, Map<String, String> leaves) implements Dial {
    private static final String QUESTION = "modifier:";

    /**
     * A letter of an act.
     *
     * @param path JSON path of the act's letters
     * @param name {@code act:letter}
     * @param letter the letter
     */
    record Letter(String path, String name, String letter) {}

    /** The letters that have a better verdict; none if there is none. */
    static Optional<LetterDial> of(Lever lever, List<Answer> answers, Ranking ranking, Map<String, String> leaves) {
        List<Letter> letters = new ArrayList<>();
        answers.stream()
                .filter(answer -> answer.question().startsWith(QUESTION))
                .filter(answer -> ranking.improvable(QUESTION + "*", answer.verdict()))
                .sorted(ranking.worstFirst(QUESTION + "*"))
                .forEach(answer -> {
                    String name = answer.question().substring(QUESTION.length());
                    int cut = name.lastIndexOf(':');
                    String path = "acts." + name.substring(0, cut) + ".modifiers";
                    if (cut > 0 && lever.is(path) && leaves.containsKey(path)) {
                        letters.add(new Letter(path, name, name.substring(cut + 1)));
                    }
                });
        return letters.isEmpty() ? Optional.empty() : Optional.of(new LetterDial(lever, letters, leaves));
    }

    @Override
    public String key() {
        return "letters " + letters.stream().map(Letter::name).toList();
    }

    /** The same without one letter. */
    LetterDial without(int place) {
        List<Letter> rest = new ArrayList<>(letters);
        rest.remove(place);
        return new LetterDial(lever, rest, leaves);
    }

    /** The first letters alone. */
    LetterDial first(long some) {
        return new LetterDial(lever, letters.subList(0, (int) some), leaves);
    }

    @Override
    public long units() {
        return letters.size();
    }

    @Override
    public Map<String, String> edits(long turned) {
        Map<String, String> edits = new LinkedHashMap<>();
        for (Letter letter : letters.subList(0, (int) turned)) {
            String before = String.valueOf(edits.getOrDefault(letter.path(), leaves.get(letter.path())));
            edits.put(letter.path(), before.replace(letter.letter(), ""));
        }
        return edits;
    }

    @Override
    public Move move(long turned) {
        return new Move(
                "acts",
                lever.name().fr(),
                lever.name().en(),
                lever.unit(),
                String.valueOf(letters.size()),
                String.valueOf(letters.size() - turned),
                "-" + turned,
                letters.subList(0, (int) turned).stream().map(Letter::name).toList());
    }
}
