package fr.optam.compare;

import fr.optam.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the edits that lead from one rulebook to another, as their rules and rows say it, not their files. */
public final class Edits {
    private final List<Found> found = new ArrayList<>();
    private final Rulebook before;
    private final Rulebook after;

    private Edits(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
    }

    /**
     * An edit and where it stands among those of its file.
     *
     * @param edit the edit
     * @param line row or line
     * @param column column, 0 for the row
     * @param gone ids of rules that go with it
     * @param come ids of rules that come with it
     */
    record Found(Edit edit, int line, int column, Set<String> gone, Set<String> come) {
        Found(Edit edit, int line, int column) {
            this(edit, line, column, Set.of(), Set.of());
        }
    }

    /**
     * The edits between two rulebooks, in the order of files, rows and columns. A row with another id is one that went and
     * one that came. A rule or row that went in one place and came in another is one edit, {@link Edit.Kind#TOGETHER}:
     * there is no rulebook that has it twice.
     *
     * @param before a sound rulebook
     * @param after a sound rulebook
     */
    public static List<Edit> between(Rulebook before, Rulebook after) {
        Edits edits = new Edits(before, after);
        edits.found.addAll(new TableEdits(before, after).all());
        edits.found.addAll(new ListEdits(before, after).all());
        edits.found.addAll(new RuleEdits(before, after).all());
        edits.found.sort(Comparator.comparing((Found f) -> f.edit().table())
                .thenComparing(Found::line)
                .thenComparing(Found::column)
                .thenComparing(f -> f.edit().row()));
        return edits.numbered();
    }

    /**
     * The same, with the place of every cell as a comparison of the files tells it: of a rule table the rules do not know
     * where the column of the confidence stands.
     */
    public static List<Edit> between(Rulebook before, Rulebook after, RulebookDiff diff) {
        return between(before, after).stream().map(e -> placed(e, diff)).toList();
    }

    /** All of them as one, {@link Edit.Kind#TOGETHER}, for whoever asks no more than what they do together. */
    public static List<Edit> asOne(List<Edit> edits) {
        List<Edit> parts = edits.stream().flatMap(e -> e.single().stream()).toList();
        return parts.size() < 2 ? edits : List.of(Edit.together(parts).numbered(0));
    }

    private static Edit placed(Edit edit, RulebookDiff diff) {
        if (!edit.parts().isEmpty()) {
            return Edit.together(edit.parts().stream().map(p -> placed(p, diff)).toList())
                    .numbered(edit.number());
        }
        return edit.kind() != Edit.Kind.CELL_CHANGED || !edit.column().equals(TableColumns.CONFIDENCE)
                ? edit
                : diff.changes().stream()
                        .filter(c -> c.kind() == Change.Kind.CELL_CHANGED
                                && c.table().equals(edit.table())
                                && c.row().equals(edit.row())
                                && c.header().equals(edit.header()))
                        .findFirst()
                        .map(c -> edit.at(c.after().sheet() + "!" + c.after().cell()))
                        .orElse(edit);
    }

    /** Path that decisions and messages show for a file. */
    static String shown(Rulebook rulebook, String file) {
        return rulebook.shown().getOrDefault(file, file);
    }

    private List<Edit> numbered() {
        int[] first = new int[found.size()];
        Map<String, Integer> by = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            Found one = found.get(i);
            Set<String> ids = new TreeSet<>(one.gone());
            ids.addAll(one.come());
            for (String id : ids) {
                if (stoodAlready(one, id) && by.containsKey(id)) {
                    join(first, by.get(id), i);
                }
                by.putIfAbsent(id, i);
            }
        }
        Map<Integer, List<Edit>> groups = new LinkedHashMap<>();
        for (int i = 0; i < first.length; i++) {
            groups.computeIfAbsent(root(first, i), g -> new ArrayList<>())
                    .add(found.get(i).edit());
        }
        List<Edit> all = new ArrayList<>();
        groups.values().forEach(group -> {
            Edit one = group.size() == 1 ? group.get(0) : Edit.together(group);
            all.add(one.numbered(all.size()));
        });
        return List.copyOf(all);
    }

    /** Whether both rulebooks have a rule of an id, so that it goes with one edit and comes with another. */
    private boolean stoodAlready(Found one, String id) {
        return before.rules().containsKey(id)
                && after.rules().containsKey(id)
                && !(one.gone().contains(id) && one.come().contains(id));
    }

    private static int root(int[] first, int of) {
        return first[of] == of ? of : root(first, first[of]);
    }

    private static void join(int[] first, int one, int other) {
        int a = root(first, one);
        int b = root(first, other);
        first[Math.max(a, b)] = Math.min(a, b);
    }
}
