package fr.optam.report.chart;

import fr.optam.report.html.Lang;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which rows of a picture are drawn if there are more than it can show. */
final class Longest {
    private Longest() {}

    /** The longest rows in their order. */
    static <T> List<T> of(List<T> rows, int most, Function<T, BigDecimal> length) {
        Set<Integer> kept = new HashSet<>(IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> length.apply(rows.get(i)).abs().negate()))
                .limit(most)
                .toList());
        return IntStream.range(0, rows.size())
                .filter(kept::contains)
                .mapToObj(rows::get)
                .toList();
    }

    /** What is said of the others. */
    static Optional<String> rest(int count, Lang lang) {
        return count <= 0
                ? Optional.empty()
                : Optional.of(
                        count == 1
                                ? lang.say("et 1 autre dans le tableau", "and 1 more in the table")
                                : lang.say(
                                        "et " + count + " autres dans le tableau",
                                        "and " + count + " more in the table"));
    }
}
