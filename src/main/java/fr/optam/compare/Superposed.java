package fr.optam.compare;

import fr.optam.engine.Grouping;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.Citation;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What rules read of acts with any of some edits: besides what both rulebooks read, what rows read that have some of their
 * cells from one and some from the other. For that it looks at a rulebook that has all forms of all rows at once; it decides
 * nothing.
 */
final class Superposed {
    private static final int ALL_SUBSETS = 5;

    private final Rulebook before;
    private final Rulebook after;
    private final List<Edit> edits;
    private final Set<LocalDate> days = new TreeSet<>();

    /** @param before knows the fields, lists and columns of both */
    Superposed(Rulebook before, Rulebook after, List<Edit> edits) {
        this.before = before;
        this.after = after;
        this.edits = edits.stream().flatMap(e -> e.single().stream()).toList();
    }

    /** Whether no edit changes what is read of acts. */
    boolean isSame() throws RulebookInvalid {
        Rulebook rows = rows();
        return edits.stream().noneMatch(e -> e.row().isEmpty())
                && Grouping.isSame(before, rows)
                && Grouping.isSame(before, rules(rows));
    }

    /** What tells acts apart, whichever of the edits are made. */
    Grouping grouping() throws RulebookInvalid {
        Grouping own = Grouping.of(before);
        if (isSame()) {
            return own;
        }
        Grouping both = own.and(Grouping.of(after));
        if (edits.size() < 2) {
            return both;
        }
        Rulebook rows = rows();
        Rulebook all = rules(rows);
        Grouping any = both.and(Grouping.of(rows));
        return (all == rows ? any : any.and(Grouping.of(all))).since(days);
    }

    private Rulebook rules(Rulebook rows) throws RulebookInvalid {
        Set<String> rules = new TreeSet<>();
        edits.stream().filter(e -> e.kind().name().startsWith("RULE")).forEach(e -> rules.add(e.row()));
        return rules.isEmpty() ? rows : rows.with(after, rules);
    }

    private Rulebook rows() throws RulebookInvalid {
        Map<String, Map<String, List<Edit>>> byRow = new TreeMap<>();
        for (Edit edit : edits) {
            if (!edit.row().isEmpty() && !edit.kind().name().startsWith("RULE")) {
                byRow.computeIfAbsent(edit.table(), t -> new LinkedHashMap<>())
                        .computeIfAbsent(edit.row(), r -> new ArrayList<>())
                        .add(edit);
            }
        }
        Rulebook all = before;
        for (Map.Entry<String, Map<String, List<Edit>>> each : byRow.entrySet()) {
            RuleTable table = before.tables().get(each.getKey());
            PlainTable list = before.lists().get(each.getKey());
            if (table != null) {
                List<RuleRow> rows = new ArrayList<>(table.rows());
                for (List<Edit> some : forms(each.getValue())) {
                    chosen(some)
                            .table(table, after.tables().get(each.getKey()))
                            .row(some.get(0).row())
                            .ifPresent(r -> rows.add(renamed(r, rows.size())));
                }
                all = all.with(table.with(rows));
            } else if (list != null) {
                List<PlainRow> rows = new ArrayList<>(list.rows());
                for (List<Edit> some : forms(each.getValue())) {
                    chosen(some).list(list, after.lists().get(each.getKey())).rows().stream()
                            .filter(r -> r.id().equals(some.get(0).row()))
                            .forEach(r -> rows.add(renamed(r, rows.size())));
                }
                all = all.with(list.with(rows));
            }
        }
        return all;
    }

    /** The edits of each row in all the ways in which some of them can be made; of very many, one, all, or all but one. */
    private static List<List<Edit>> forms(Map<String, List<Edit>> byRow) {
        List<List<Edit>> forms = new ArrayList<>();
        for (List<Edit> row : byRow.values()) {
            int size = row.size();
            Set<Integer> masks = new LinkedHashSet<>();
            for (int mask = 1; size <= ALL_SUBSETS && mask < 1 << size; mask++) {
                masks.add(mask);
            }
            int whole = size >= Integer.SIZE - 1 ? Integer.MAX_VALUE : (1 << size) - 1;
            masks.add(whole);
            for (int i = 0; i < Math.min(size, Integer.SIZE - 1); i++) {
                masks.add(1 << i);
                masks.add(whole & ~(1 << i));
            }
            for (int mask : masks) {
                List<Edit> some = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    if ((mask & 1 << i) != 0) {
                        some.add(row.get(i));
                    }
                }
                if (!some.isEmpty()) {
                    forms.add(some);
                }
            }
        }
        return forms;
    }

    private static Chosen chosen(List<Edit> some) {
        Chosen chosen = new Chosen();
        some.forEach(chosen::add);
        return chosen;
    }

    private RuleRow renamed(RuleRow row, int number) {
        return new RuleRow(
                row.id() + "~" + number, row.row(), row.at(), row.conditions(), row.actions(), row.citation());
    }

    private PlainRow renamed(PlainRow row, int number) {
        Citation citation = row.citation();
        citation.from().ifPresent(days::add);
        citation.to().ifPresent(d -> days.add(d.plusDays(1)));
        return new PlainRow(
                row.id() + "~" + number, row.table(), row.at(), row.row(), row.values(), row.columns(), citation);
    }
}
