package fr.optam.bench.rivals;

import fr.optam.decision.Confidence;
import fr.optam.decision.Decision;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.engine.TablesAlone;
import fr.optam.fact.flat.Fact;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.table.RuleRow;
import fr.optam.run.DecisionJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Our engine on the tables alone. */
final class Ours implements Rival {
    private final Way way;
    private long written;

    enum Way {
        /** Facts alike in all that a table reads are decided once, and remembered: how the engine runs. */
        REMEMBERED,
        /** The same, and for each row that applies the proof as a decision has it, in canonical bytes. */
        RECORDED,
        /** Nothing is remembered from one decision to the next: Drools is asked each time. */
        ANEW
    }

    Ours(Way way) {
        this.way = way;
    }

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        TablesAlone tables =
                new TablesAlone(rulebook, forms.stream().map(Form::table).toList());
        return switch (way) {
            case REMEMBERED ->
                (prepared, hits) -> {
                    for (Question q : (Question[]) prepared) {
                        tables.ask(q.getTable(), q.fact(), (fact, row) -> hits.add(q.getNo(), row));
                    }
                };
            case RECORDED -> recorded(rulebook, forms, tables);
            case ANEW -> anew(forms.size(), tables);
        };
    }

    private static Asker anew(int size, TablesAlone tables) {
        return (prepared, hits) -> {
            List<List<Fact>> facts = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                facts.add(new ArrayList<>());
            }
            Map<Fact, Integer> numbers = new java.util.IdentityHashMap<>();
            for (Question q : (Question[]) prepared) {
                facts.get(q.getTable()).add(q.fact());
                numbers.put(q.fact(), q.getNo());
            }
            BiConsumer<Fact, String> told = (fact, row) -> hits.add(numbers.get(fact), row);
            for (int i = 0; i < size; i++) {
                if (!facts.get(i).isEmpty()) {
                    tables.askAnew(i, facts.get(i), told);
                }
            }
        };
    }

    private Asker recorded(Rulebook rulebook, List<Form> forms, TablesAlone tables) {
        Map<String, RuleRow> rows = new HashMap<>();
        forms.forEach(f -> f.table().rows().forEach(r -> rows.put(r.id(), r)));
        return (prepared, hits) -> {
            List<Firing> firings = new ArrayList<>();
            for (Question q : (Question[]) prepared) {
                tables.ask(q.getTable(), q.fact(), (fact, row) -> {
                    hits.add(q.getNo(), row);
                    firings.add(firing(firings.size() + 1, fact, rows.get(row)));
                });
            }
            Sentence none = new Sentence("", "");
            Decision decision = new Decision(
                    "", 2025, rulebook.id(), "", "", none, Confidence.LAW, List.of(), firings, List.of(), List.of());
            written += DecisionJson.write(decision, "").length;
        };
    }

    /** Bytes written since it was made. */
    long written() {
        return written;
    }

    private static Firing firing(int number, Fact fact, RuleRow row) {
        Map<String, String> facts = new TreeMap<>();
        Map<String, String> parameters = new TreeMap<>();
        row.conditions().forEach(c -> {
            facts.put(c.column().field(), String.valueOf(fact.value(c.column().field())));
            parameters.put(c.column().header(), c.text());
        });
        String note = row.citation().note();
        return new Firing(
                "f" + number,
                row.id(),
                row.at(),
                facts,
                parameters,
                List.of(),
                row.citation().cited(),
                new Sentence(note, note));
    }
}
