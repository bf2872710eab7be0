package fr.optam.compare;

import fr.optam.decision.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a merged table, in their order. */
final class MergeOrder {
    /** A conflict over a row that is not in the merged table, and the kept row above it. */
    record Lost(String id, Sentence what, Grid.Row above) {}

    private final List<Grid.Row> kept;
    private final List<Grid.Row> taken;
    private final boolean keptIsOurs;
    private final ColumnMatch columnsKept;
    private final ColumnMatch columnsTaken;
    private final RowMatch toKept;
    private final RowMatch toTaken;
    private final List<MergeLine> lines = new ArrayList<>();
    private final Map<Grid.Row, MergeLine> ofTaken = new IdentityHashMap<>();
    private final List<Grid.Row> deleted = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();

    MergeOrder(
            Grid base, Grid kept, Grid taken, ColumnMatch columnsKept, ColumnMatch columnsTaken, boolean keptIsOurs) {
        this.kept = kept.rows(Grid.Part.DATA);
        this.taken = taken.rows(Grid.Part.DATA);
        this.keptIsOurs = keptIsOurs;
        this.columnsKept = columnsKept;
        this.columnsTaken = columnsTaken;
        List<Grid.Row> before = base.rows(Grid.Part.DATA);
        this.toKept = RowMatch.certain(columnsKept, before, this.kept);
        this.toTaken = RowMatch.certain(columnsTaken, before, this.taken);
        stay();
        come();
    }

    List<MergeLine> lines() {
        return lines;
    }

    /** Kept rows that go. */
    List<Grid.Row> deleted() {
        return deleted;
    }

    List<Lost> lost() {
        return lost;
    }

    private void stay() {
        Map<String, Grid.Row> added = new HashMap<>();
        for (Grid.Row row : taken) {
            if (toTaken.ofAfter(row) == null) {
                added.putIfAbsent(key(row), row);
            }
        }
        for (Grid.Row row : kept) {
            RowMatch.Pair pair = toKept.ofAfter(row);
            RowMatch.Pair other = pair == null ? null : toTaken.ofBefore(pair.before());
            if (pair == null) {
                add(new MergeLine(null, row, added.remove(key(row)), null));
            } else if (other != null) {
                add(new MergeLine(pair.before(), row, other.after(), null));
            } else if (same(columnsKept, pair)) {
                deleted.add(row);
            } else if (keptIsOurs) {
                add(new MergeLine(pair.before(), row, null, Conflict.THEIRS_GONE));
            } else {
                deleted.add(row);
                lost.add(new Lost(row.id(), Conflict.OURS_GONE, above(lines.size())));
            }
        }
    }

    private void add(MergeLine line) {
        lines.add(line);
        if (line.taken() != null) {
            ofTaken.put(line.taken(), line);
        }
    }

    private static String key(Grid.Row row) {
        return row.key().isEmpty() ? row.cells().toString() : row.key();
    }

    private static boolean same(ColumnMatch columns, RowMatch.Pair pair) {
        return pair.before().id().equals(pair.after().id())
                && columns.content(pair.before()).equals(columns.contentAfter(pair.after()));
    }

    /** Rows of the other side come after the row that they follow there; where both sides added some, by id. */
    private void come() {
        Map<MergeLine, List<Grid.Row>> followers = new IdentityHashMap<>();
        List<Grid.Row> first = new ArrayList<>();
        List<Grid.Row> following = first;
        for (Grid.Row row : taken) {
            if (ofTaken.containsKey(row)) {
                following = followers.computeIfAbsent(ofTaken.get(row), l -> new ArrayList<>());
            } else {
                following.add(row);
            }
        }
        List<MergeLine> before = new ArrayList<>(lines);
        lines.clear();
        List<Grid.Row> waiting = new ArrayList<>(first);
        for (MergeLine line : before) {
            while (!waiting.isEmpty() && !(line.added() && line.rank().compareTo(rank(waiting.get(0))) < 0)) {
                come(waiting.remove(0));
            }
            lines.add(line);
            waiting.addAll(0, followers.getOrDefault(line, List.of()));
        }
        waiting.forEach(this::come);
    }

    private static String rank(Grid.Row row) {
        return new MergeLine(null, null, row, null).rank();
    }

    private void come(Grid.Row row) {
        RowMatch.Pair pair = toTaken.ofAfter(row);
        if (pair == null) {
            lines.add(new MergeLine(null, null, row, null));
        } else if (!same(columnsTaken, pair) && keptIsOurs) {
            lost.add(new Lost(row.id(), Conflict.OURS_GONE, above(lines.size())));
        } else if (!same(columnsTaken, pair)) {
            lines.add(new MergeLine(pair.before(), null, row, Conflict.THEIRS_GONE));
        }
    }

    private Grid.Row above(int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (lines.get(i).kept() != null) {
                return lines.get(i).kept();
            }
        }
        return null;
    }
}
