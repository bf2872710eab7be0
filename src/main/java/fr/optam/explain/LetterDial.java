package fr.optam.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Letters of acts that could be left out, one after the other.
 *
 * @param lever what kind of fact it is
 * @param letters the letters, in the order in which they are left out; a letter billed twice is there twice
 * @param billed letters of each act, by JSON path
 */
record LetterDial(Lever lever, List<Letter> letters, Map<String, String> billed) implements Dial {

    /**
     * A letter of an act.
     *
     * @param act id of the act
     * @param letter the letter
     */
    record Letter(String act, String letter) {
        String path() {
            return "acts." + act + ".modifiers";
        }
    }

    /** The same with other letters. */
    LetterDial with(List<Letter> others) {
        return new LetterDial(lever, others, billed);
    }

    /** The same without the letter at a place. */
    LetterDial without(int place) {
        List<Letter> rest = new ArrayList<>(letters);
        rest.remove(place);
        return with(rest);
    }

    @Override
    public Set<String> paths() {
        return letters.stream().map(Letter::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public long units() {
        return letters.size();
    }

    @Override
    public long size() {
        return letters.size();
    }

    @Override
    public List<Long> soundings() {
        return List.of(units());
    }

    @Override
    public Map<String, String> edits(long turned) {
        Map<String, String> edits = new LinkedHashMap<>();
        for (Letter letter : letters.subList(0, (int) turned)) {
            String before = edits.getOrDefault(letter.path(), billed.get(letter.path()));
            int at = before.indexOf(letter.letter());
            edits.put(letter.path(), before.substring(0, at) + before.substring(at + 1));
        }
        return edits;
    }

    @Override
    public Move move(long turned) {
        Map<String, String> edits = edits(turned);
        boolean one = edits.size() == 1;
        String path = one ? edits.keySet().iterator().next() : "acts";
        return new Move(
                path,
                lever.name().fr(),
                lever.name().en(),
                lever.unit(),
                one ? billed.get(path) : String.valueOf(turned),
                one ? edits.get(path) : "0",
                "-" + turned,
                letters.subList(0, (int) turned).stream()
                        .map(letter -> letter.act() + ":" + letter.letter())
                        .toList(),
                edits);
    }
}
