package fr.optam.compare.impact;

import fr.optam.compare.Edit;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds edits that are one move of whoever made them: a row is never written over, it ends, or goes, and another of its kind
 * follows. Half of such a move makes no sense: nothing would be in force, or two rows at once.
 */
final class Moves {
    private static final Set<String> BESIDE = Set.of("id", "from", "to", "source", "article", "confidence", "note");
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final Rulebook before;
    private final Rulebook after;

    private Moves(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    /** What a row of a list says, or when a row of a rule table applies, beside its dates and what stands behind it. */
    private record Content(Map<String, String> cells, Citation citation) {
        int alike(Content other) {
            return (int) cells.entrySet().stream()
                    .filter(e -> e.getValue().equals(other.cells.get(e.getKey())))
                    .count();
        }
    }

    /** For each edit the edits of its move, itself among them. */
    static List<BitSet> of(List<Edit> edits, Rulebook before, Rulebook after) {
        Moves moves = new Moves(before, after);
        List<BitSet> all = new ArrayList<>();
        for (Edit edit : edits) {
            BitSet own = new BitSet();
            own.set(edit.number());
            all.add(own);
        }
        BitSet taken = new BitSet();
        for (Edit come : edits) {
            if (come.kind() == Edit.Kind.ROW_ADDED) {
                BitSet move = new BitSet();
                move.set(come.number());
                for (Edit.Kind kind : List.of(Edit.Kind.CELL_CHANGED, Edit.Kind.ROW_REMOVED)) {
                    moves.left(come, kind, edits, taken).ifPresent(gone -> move.set(gone.number()));
                }
                taken.or(move);
                move.stream().forEach(edit -> all.set(edit, move));
            }
        }
        return List.copyOf(all);
    }

    /** The row that a new one follows: of the same table, most alike, and alike in half of what it says at least. */
    private Optional<Edit> left(Edit come, Edit.Kind kind, List<Edit> edits, BitSet taken) {
        Optional<Content> now = content(after, come);
        Optional<Edit> best = Optional.empty();
        int most = 0;
        for (Edit gone : edits) {
            boolean fits = now.isPresent()
                    && gone.kind() == kind
                    && gone.table().equals(come.table())
                    && !taken.get(gone.number())
                    && ends(gone, now.get());
            int alike = fits ? content(before, gone).map(now.get()::alike).orElse(0) : 0;
            if (alike > most && 2 * alike >= now.get().cells().size()) {
                best = Optional.of(gone);
                most = alike;
            }
        }
        return best;
    }

    /** Whether an edit takes a row away, or ends it the day before another begins. */
    private static boolean ends(Edit gone, Content now) {
        if (gone.kind() == Edit.Kind.ROW_REMOVED) {
            return true;
        }
        return gone.kind() == Edit.Kind.CELL_CHANGED
                && gone.now().matches(DAY)
                && now.citation()
                        .from()
                        .filter(LocalDate.parse(gone.now()).plusDays(1)::equals)
                        .isPresent();
    }

    private static Optional<Content> content(Rulebook rulebook, Edit edit) {
        RuleTable table = rulebook.tables().get(edit.table());
        if (table != null) {
            return table.rows().stream()
                    .filter(r -> r.id().equals(edit.row()))
                    .findFirst()
                    .map(Moves::content);
        }
        return rulebook.list(edit.table()).map(PlainTable::rows).orElse(List.of()).stream()
                .filter(r -> r.id().equals(edit.row()))
                .findFirst()
                .map(Moves::content);
    }

    private static Content content(PlainRow row) {
        Map<String, String> cells = new TreeMap<>();
        row.values().forEach((column, value) -> {
            if (!BESIDE.contains(column)) {
                cells.put(column, String.valueOf(value));
            }
        });
        return new Content(cells, row.citation());
    }

    private static Content content(RuleRow row) {
        Map<String, String> cells = new TreeMap<>();
        row.conditions().stream()
                .filter(c -> !c.text().matches(DAY) && !c.text().isEmpty())
                .forEach(c -> cells.put(String.valueOf(c.column().number()), c.text()));
        return new Content(cells, row.citation());
    }
}
