package fr.optam.analysis;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How findings name rows and regions. */
final class RowNames {
    private static final int MOST = 8;

    private final Grid grid;

    RowNames(Grid grid) {
        this.grid = grid;
    }

    /** Place of a row within its file. */
    static String place(RuleRow row) {
        return row.at().substring(row.at().indexOf('!') + 1);
    }

    /** Id and cell of a row. */
    String one(int row) {
        String at = grid.row(row).at();
        return grid.row(row).id() + " (" + at.substring(at.lastIndexOf('!') + 1) + ")";
    }

    /** The first of some rows, the last of them after a word such as {@code and}. */
    String all(List<Integer> rows, String and) {
        List<String> all = rows.stream().limit(MOST).map(this::one).collect(Collectors.toCollection(ArrayList::new));
        if (rows.size() > MOST) {
            all.add("…");
        }
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + and + all.get(last);
    }

    /** The limits of a region. */
    static Sentence words(Region region) {
        List<Sentence> limits = region.limits().stream().map(Choice::words).toList();
        return limits.isEmpty()
                ? new Sentence("toute valeur", "any value")
                : new Sentence(
                        limits.stream().map(Sentence::fr).collect(Collectors.joining("\u00a0; ")),
                        limits.stream().map(Sentence::en).collect(Collectors.joining("; ")));
    }
}
