package fr.optam.compare;

import fr.optam.engine.Engine;
import fr.optam.engine.Grouping;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.RulebookInvalid;
import fr.optam.rulebook.table.PlainTable;
import fr.optam.rulebook.table.RuleTable;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rulebook with some of the edits that lead to another. Every subset can decide: fields, lists and columns that only one
 * of the two has are there for all, where nothing looks at them. With no edit it decides as the one, with all as the
 * other; what is in between was judged by nobody, and decides as its rules say. Threads may share it.
 */
public final class Mixture {
    private static final int MOST = 64;

    private final Engine none;
    private final Rulebook after;
    private final List<Edit> edits;
    private final Map<BitSet, Engine> engines = new LinkedHashMap<>(MOST, 0.75f, true);

    private Mixture(Engine none, Rulebook after, List<Edit> edits) {
        this.none = none;
        this.after = after;
        this.edits = edits;
    }

    /**
     * What lies between two rulebooks.
     *
     * @param before engine of the one
     * @param after the other
     * @param edits {@link Edits#between} the two
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public static Mixture of(Engine before, Rulebook after, List<Edit> edits) throws RulebookInvalid {
        Rulebook wider = before.rulebook().beside(after);
        return new Mixture(wider == before.rulebook() ? before : before.mixed(wider), after, List.copyOf(edits));
    }

    /** The edits, by the numbers of which a subset tells them. */
    public List<Edit> edits() {
        return edits;
    }

    /** Decides as the rulebook before; engines of subsets share with it what they have in common. */
    public Engine before() {
        return none;
    }

    /**
     * The engine of the rulebook before with some edits, kept for a while.
     *
     * @param subset numbers of the edits
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public synchronized Engine engine(BitSet subset) throws RulebookInvalid {
        if (subset.isEmpty()) {
            return none;
        }
        Engine known = engines.get(subset);
        if (known != null) {
            return known;
        }
        Engine made = none.mixed(rulebook(subset));
        engines.put((BitSet) subset.clone(), made);
        if (engines.size() > MOST) {
            engines.remove(engines.keySet().iterator().next());
        }
        return made;
    }

    /** The engine of the rulebook before with every edit: it decides as the rulebook after. */
    public Engine after() throws RulebookInvalid {
        BitSet all = new BitSet();
        all.set(0, edits.size());
        return engine(all);
    }

    /**
     * What tells acts apart, whichever of the edits are made: finer than what either rulebook reads where only some edits
     * would let a rule read more. Facts that are grouped by it can be decided with every subset.
     *
     * @throws RulebookInvalid if Drools refuses a rule
     */
    public Grouping grouping() throws RulebookInvalid {
        return new Superposed(none.rulebook(), after, edits).grouping();
    }

    /** Whether no edit changes what rules read of acts, so that acts are told apart as before. */
    public boolean isSameOfActs() throws RulebookInvalid {
        return new Superposed(none.rulebook(), after, edits).isSame();
    }

    private Rulebook rulebook(BitSet subset) throws RulebookInvalid {
        Set<String> rules = new TreeSet<>();
        Map<String, Chosen> tables = new TreeMap<>();
        for (int i = subset.nextSetBit(0); i >= 0; i = subset.nextSetBit(i + 1)) {
            for (Edit edit : edits.get(i).single()) {
                if (edit.kind().name().startsWith("RULE")) {
                    rules.add(edit.row());
                } else {
                    tables.computeIfAbsent(edit.table(), t -> new Chosen()).add(edit);
                }
            }
        }
        boolean moves = subset.stream().anyMatch(i -> edits.get(i).kind() == Edit.Kind.TOGETHER);
        Rulebook mixed = moves ? leave(tables) : none.rulebook();
        mixed = rules.isEmpty() ? mixed : mixed.with(after, rules);
        for (Map.Entry<String, Chosen> each : tables.entrySet()) {
            String name = each.getKey();
            RuleTable table = none.rulebook().tables().get(name);
            PlainTable list = none.rulebook().lists().get(name);
            mixed = table == null
                    ? mixed.with(each.getValue().list(list, after.lists().get(name)))
                    : mixed.with(each.getValue().table(table, after.tables().get(name)));
        }
        return mixed;
    }

    /** A rule that stands elsewhere leaves its place before it takes the other. */
    private Rulebook leave(Map<String, Chosen> tables) throws RulebookInvalid {
        Rulebook left = none.rulebook();
        for (Map.Entry<String, Chosen> each : tables.entrySet()) {
            RuleTable table = left.tables().get(each.getKey());
            if (table != null) {
                RuleTable then = each.getValue().table(table, after.tables().get(each.getKey()));
                left = left.with(table.with(table.rows().stream()
                        .filter(r -> then.row(r.id()).isPresent())
                        .toList()));
            }
        }
        return left;
    }
}
