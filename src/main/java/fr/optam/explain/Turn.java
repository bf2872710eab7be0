package fr.optam.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dial that is turned.
 *
 * @param dial the dial
 * @param units how far
 */
record Turn(Dial dial, long units) {

    /** As far as it goes. */
    static Turn end(Dial dial) {
        return new Turn(dial, dial.units());
    }

    /** New values by path of several turns together. */
    static Map<String, String> edits(List<Turn> turns) {
        Map<String, String> edits = new TreeMap<>();
        turns.forEach(turn -> edits.putAll(turn.dial().edits(turn.units())));
        return edits;
    }

    /** The same turns, one of them other. */
    static List<Turn> with(List<Turn> turns, int place, Turn other) {
        List<Turn> all = new ArrayList<>(turns);
        all.set(place, other);
        return all;
    }

    /** One unit less of a turn, in each way in which it can be less. */
    List<Turn> less() {
        if (dial instanceof LetterDial letters) {
            List<Turn> all = new ArrayList<>();
            for (int i = 0; i < letters.letters().size(); i++) {
                all.add(end(letters.without(i)));
            }
            return all;
        }
        if (dial instanceof FeesDial fees) {
            FeesDial used = fees.used(units);
            List<Turn> all = new ArrayList<>();
            for (int i = 0; i < used.parts().size(); i++) {
                all.add(end(used.with(i, used.parts().get(i).units() - 1)));
            }
            return all;
        }
        return List.of(new Turn(dial, units - 1));
    }

    /** How large turns are against what there is, together. */
    static BigDecimal weight(List<Turn> turns) {
        return turns.stream()
                .map(turn -> BigDecimal.valueOf(turn.units())
                        .divide(BigDecimal.valueOf(turn.dial().size()), 6, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
