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
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Our engine on the tables alone. */
final class Ours implements Rival {
    private final Way way;
    private long written;

    enum Way {
        /** Each fact is decided for itself, by the index of the rows: how the engine runs a stage of rows. */
        INDEXED,
        /** Facts alike in all that a table reads are decided once by Drools: how the engine runs rows beside rules. */
        REMEMBERED,
        /** As INDEXED, and for each row that applies the proof as a decision has it, in canonical bytes. */
        RECORDED,
        /** Nothing is remembered from one decision to the next: Drools is asked each time. */
        ANEW
    }

    Ours(Way way) {
        this.way = way;
    }

    /**
     * A fact that the tables of a group are asked about at once.
     *
     * @param questions number of the question by table; -1 for a table that is not asked
     */
    private record Met(int group, Fact fact, int[] questions) {}

    @Override
    public Asker build(Rulebook rulebook, List<Form> forms) {
        TablesAlone tables =
                new TablesAlone(rulebook, forms.stream().map(Form::table).toList());
        Map<String, RuleRow> rows = new HashMap<>();
        forms.forEach(f -> f.table().rows().forEach(r -> rows.put(r.id(), r)));
        return new Asker() {
            @Override
            public Object prepare(Question[] questions) {
                return met(tables, forms.size(), questions);
            }

            @Override
            public void ask(Object prepared, Hits hits) {
                Met[] all = (Met[]) prepared;
                switch (way) {
                    case INDEXED -> indexed(tables, all, hits);
                    case REMEMBERED -> remembered(tables, all, hits);
                    case RECORDED -> recorded(rulebook, rows, tables, all, hits);
                    case ANEW -> anew(tables, all, hits);
                }
            }
        };
    }

    private static Met[] met(TablesAlone tables, int size, Question[] questions) {
        List<Met> all = new ArrayList<>();
        List<Map<Fact, Met>> known = new ArrayList<>();
        for (int i = 0; i < tables.programs(); i++) {
            known.add(new IdentityHashMap<>());
        }
        for (Question question : questions) {
            int group = tables.programOf(question.getTable());
            Met met = known.get(group).computeIfAbsent(question.fact(), fact -> {
                int[] none = new int[size];
                Arrays.fill(none, -1);
                all.add(new Met(group, fact, none));
                return all.get(all.size() - 1);
            });
            met.questions()[question.getTable()] = question.getNo();
        }
        return all.toArray(Met[]::new);
    }

    private static void indexed(TablesAlone tables, Met[] all, Hits hits) {
        for (int i = 0; i < all.length; i++) {
            tables.ask(all[i].group(), all[i].fact(), i, (at, table, row) -> hits.add(all[at].questions()[table], row));
        }
    }

    private static void remembered(TablesAlone tables, Met[] all, Hits hits) {
        for (int i = 0; i < all.length; i++) {
            tables.askKnown(
                    all[i].group(),
                    all[i].fact(),
                    i,
                    (at, table, row) -> hits.add(all[at].questions()[table], row));
        }
    }

    private static void anew(TablesAlone tables, Met[] all, Hits hits) {
        for (int group = 0; group < tables.programs(); group++) {
            List<Fact> facts = new ArrayList<>();
            List<Met> places = new ArrayList<>();
            for (Met met : all) {
                if (met.group() == group) {
                    facts.add(met.fact());
                    places.add(met);
                }
            }
            if (!facts.isEmpty()) {
                tables.askAnew(
                        group,
                        facts,
                        (at, table, row) -> hits.add(places.get(at).questions()[table], row));
            }
        }
    }

    private void recorded(Rulebook rulebook, Map<String, RuleRow> rows, TablesAlone tables, Met[] all, Hits hits) {
        List<Firing> firings = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            tables.ask(all[i].group(), all[i].fact(), i, (at, table, row) -> {
                hits.add(all[at].questions()[table], row);
                firings.add(firing(firings.size() + 1, all[at].fact(), rows.get(row)));
            });
        }
        Sentence none = new Sentence("", "");
        Decision decision = new Decision(
                "", 2025, rulebook.id(), "", "", none, Confidence.LAW, List.of(), firings, List.of(), List.of());
        written += DecisionJson.write(decision, "").length;
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
