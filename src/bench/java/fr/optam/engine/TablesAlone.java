package fr.optam.engine;

import fr.optam.fact.flat.Fact;
import fr.optam.fact.flat.Kind;
import fr.optam.rulebook.Rule;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Stage;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.kie.StageBase;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.rulebook.table.RuleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's own way through rule tables without all that stands around them: for comparison with other engines. As in
 * a decision, the tables of one stage that look at one kind of fact are asked about a fact at once.
 */
public final class TablesAlone {
    private final List<StageRules> rules = new ArrayList<>();
    private final List<StageProgram> programs = new ArrayList<>();
    private final int[] programOf;
    private final Map<String, Integer> tableOf = new HashMap<>();

    /** Is told each row that applies: the place of the fact, the number of the table, the id of the row. */
    @FunctionalInterface
    public interface Told {
        /** A row applies. */
        void row(int at, int table, String row);
    }

    /**
     * @param rulebook whose fields the tables read
     * @param tables what is run
     */
    public TablesAlone(Rulebook rulebook, List<RuleTable> tables) {
        this.programOf = new int[tables.size()];
        UndecidedTables undecided = new UndecidedTables(rulebook);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < programOf.length; i++) {
            Stage stage = tables.get(i).stage();
            Kind kind = tables.get(i).kind();
            int number = i;
            tables.get(i).rows().forEach(r -> tableOf.put(r.id(), number));
            programOf[i] = known.indexOf(stage.name() + kind);
            if (programOf[i] < 0) {
                programOf[i] = known.size();
                known.add(stage.name() + kind);
                List<RuleTable> group = tables.stream()
                        .filter(t -> t.stage().equals(stage) && t.kind() == kind)
                        .toList();
                add(rulebook, group, undecided);
            }
        }
    }

    private void add(Rulebook rulebook, List<RuleTable> group, UndecidedTables undecided) {
        Map<String, RuleRow> rows = new HashMap<>();
        Map<String, RuleTable> owners = new HashMap<>();
        List<Rule> all = new ArrayList<>();
        for (RuleTable table : group) {
            for (RuleRow row : table.rows()) {
                rows.put(row.id(), row);
                owners.put(row.id(), table);
                all.add(rule(table, row));
            }
        }
        Kind kind = group.get(0).kind();
        StageProgram program = new StageProgram(
                kind, all, rows, rulebook.dictionary(), new ConcurrentHashMap<>(), !rulebook.isWatched());
        StageBase base = StageBase.build(List.of(), group).get(group.get(0).stage());
        programs.add(program);
        rules.add(new StageRules(base, Map.of(kind, program), undecided, owners));
    }

    private static Rule rule(RuleTable table, RuleRow row) {
        TreeSet<String> reads = new TreeSet<>();
        row.conditions().forEach(c -> reads.add(c.column().field()));
        List<Statement> statements = new ArrayList<>();
        row.actions().forEach(a -> statements.add(new Statement.Set(a.column().field(), a.text())));
        return new Rule(row.id(), row.at(), table.stage(), table.kind(), row.citation(), reads, List.of(), statements);
    }

    /** How many groups of tables there are. */
    public int programs() {
        return programs.size();
    }

    /** The group that a table is in. */
    public int programOf(int table) {
        return programOf[table];
    }

    /** Tells the rows of a group that apply to a fact, which need not be like any that was met before. */
    public void ask(int group, Fact fact, int at, Told told) {
        StageProgram.Outcome outcome = programs.get(group).atOnce(fact);
        if (outcome == null) {
            askKnown(group, fact, at, told);
        } else {
            tell(outcome, at, told);
        }
    }

    /** The same by Drools, once for all facts that are alike in what the rows can tell of them. */
    public void askKnown(int group, Fact fact, int at, Told told) {
        StageProgram program = programs.get(group);
        StageProgram.Outcome outcome = program.known(program.profile(fact));
        tell(outcome == null ? rules.get(group).outcome(program, fact) : outcome, at, told);
    }

    /** The same for facts none of which was met before: Drools is asked about each that is unlike the others. */
    public void askAnew(int group, List<Fact> facts, Told told) {
        StageProgram program = programs.get(group);
        Map<StageRules.Asked, Fact> asked = new LinkedHashMap<>();
        List<StageRules.Asked> each = new ArrayList<>();
        for (Fact fact : facts) {
            StageRules.Asked one = new StageRules.Asked(program, program.profile(fact));
            asked.putIfAbsent(one, fact);
            each.add(one);
        }
        Map<StageRules.Asked, StageProgram.Outcome> learnt = rules.get(group).learn(asked);
        for (int i = 0; i < each.size(); i++) {
            tell(learnt.get(each.get(i)), i, told);
        }
    }

    private void tell(StageProgram.Outcome outcome, int at, Told told) {
        List<StageProgram.Applied> rows = outcome.rules();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i).by().code().rule().id();
            told.row(at, tableOf.get(row), row);
        }
    }
}
