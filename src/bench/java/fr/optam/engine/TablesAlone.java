package fr.optam.engine;

import fr.optam.fact.flat.Fact;
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
import java.util.function.BiConsumer;

/** The engine's own way through rule tables without all that stands around them: for comparison with other engines. */
public final class TablesAlone {
    private final StageRules[] rules;
    private final StageProgram[] programs;

    /**
     * @param rulebook whose fields the tables read
     * @param tables what is run, each for itself
     */
    public TablesAlone(Rulebook rulebook, List<RuleTable> tables) {
        this.rules = new StageRules[tables.size()];
        this.programs = new StageProgram[tables.size()];
        for (int i = 0; i < rules.length; i++) {
            RuleTable table = tables.get(i);
            Map<String, RuleRow> rows = new HashMap<>();
            Map<String, RuleTable> tableOf = new HashMap<>();
            List<Rule> all = new ArrayList<>();
            for (RuleRow row : table.rows()) {
                rows.put(row.id(), row);
                tableOf.put(row.id(), table);
                all.add(rule(table, row));
            }
            programs[i] = new StageProgram(
                    table.kind(), all, rows, rulebook.dictionary(), new ConcurrentHashMap<>(), !rulebook.isWatched());
            Map<Stage, StageBase> bases = StageBase.build(List.of(), List.of(table));
            rules[i] = new StageRules(
                    bases.get(table.stage()),
                    Map.of(table.kind(), programs[i]),
                    new UndecidedTables(rulebook),
                    tableOf);
        }
    }

    private static Rule rule(RuleTable table, RuleRow row) {
        TreeSet<String> reads = new TreeSet<>();
        row.conditions().forEach(c -> reads.add(c.column().field()));
        List<Statement> statements = new ArrayList<>();
        row.actions().forEach(a -> statements.add(new Statement.Set(a.column().field(), a.text())));
        return new Rule(row.id(), row.at(), table.stage(), table.kind(), row.citation(), reads, List.of(), statements);
    }

    /** Tells the rows of a table that apply to a fact: remembered if one alike in all that the table reads was met. */
    public void ask(int table, Fact fact, BiConsumer<Fact, String> told) {
        StageProgram program = programs[table];
        StageProgram.Outcome outcome = program.known(program.profile(fact));
        tell(outcome == null ? rules[table].outcome(program, fact) : outcome, fact, told);
    }

    /** The same for facts none of which was met before: Drools is asked about each that is unlike the others. */
    public void askAnew(int table, List<Fact> facts, BiConsumer<Fact, String> told) {
        StageProgram program = programs[table];
        Map<StageRules.Asked, Fact> asked = new LinkedHashMap<>();
        List<StageRules.Asked> each = new ArrayList<>();
        for (Fact fact : facts) {
            StageRules.Asked one = new StageRules.Asked(program, program.profile(fact));
            asked.putIfAbsent(one, fact);
            each.add(one);
        }
        Map<StageRules.Asked, StageProgram.Outcome> learnt = rules[table].learn(asked);
        for (int i = 0; i < each.size(); i++) {
            tell(learnt.get(each.get(i)), facts.get(i), told);
        }
    }

    private static void tell(StageProgram.Outcome outcome, Fact fact, BiConsumer<Fact, String> told) {
        List<StageProgram.Applied> rows = outcome.rules();
        for (int i = 0; i < rows.size(); i++) {
            told.accept(fact, rows.get(i).by().code().rule().id());
        }
    }
}
