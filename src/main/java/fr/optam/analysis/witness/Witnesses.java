package fr.optam.analysis.witness;

import fr.optam.decision.Decision;
import fr.optam.engine.Engine;
import fr.optam.fact.PractitionerYear;
import fr.optam.rulebook.table.RuleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds facts that reach a given combination of a rule table of one rulebook. */
public final class Witnesses {
    private static final int BUDGET = 1500;
    private static final int BEGINNINGS = 8;
    private static final int MORE = 80;
    private static final int DONORS = 4;
    private static final int SOLVED = 4;
    private static final int CENTS = 2;
    private static final int MILLIONTHS = 6;

    private final Engine engine;
    private final Function<Object, Optional<PractitionerYear>> reader;
    private final Shape shape;
    private final Pool pool;
    private final Seeds seeds;
    private final Object most;
    private final Map<List<String>, Inputs> inputs = new ConcurrentHashMap<>();

    /**
     * @param engine decides
     * @param schema JSON Schema of a practitioner-year, as maps, lists, texts and numbers
     * @param reader reads the JSON of a practitioner-year; empty if the facts are refused
     * @param known facts to begin with, such as those of scenarios; there may be none
     */
    public Witnesses(
            Engine engine,
            Map<String, Object> schema,
            Function<Object, Optional<PractitionerYear>> reader,
            List<Map<String, Object>> known) {
        this.engine = engine;
        this.reader = reader;
        this.shape = Shape.of(schema);
        this.pool = new Pool(shape);
        known.forEach(pool::learn);
        this.seeds = new Seeds(engine, known, reader);
        this.most = pool.most(doc -> reader.apply(doc).isPresent());
    }

    private Witnesses(Engine engine, Witnesses other) {
        this.engine = engine;
        this.reader = other.reader;
        this.shape = other.shape;
        this.pool = other.pool;
        this.seeds = other.seeds.with(engine);
        this.most = other.most;
    }

    /** The same for another rulebook; what is known of facts is shared. */
    public Witnesses with(Engine other) {
        return new Witnesses(other, this);
    }

    /** The engine that decides. */
    public Engine engine() {
        return engine;
    }

    /** Facts as the engine takes them; empty if they are refused. */
    public Optional<PractitionerYear> read(Map<String, Object> facts) {
        return reader.apply(facts);
    }

    /**
     * Finds facts for a goal.
     *
     * @param id identity that the practitioner gets
     */
    public Witness find(Goal goal, String id) {
        return find(goal, id, doc -> true);
    }

    /**
     * Finds facts for a goal of which more is wanted.
     *
     * @param id identity that the practitioner gets
     * @param more what else must hold of the facts
     */
    public Witness find(Goal goal, String id, Predicate<PractitionerYear> more) {
        Moves moves = new Moves(shape, pool, field -> inputs(goal.table(), field));
        Map<String, List<Object>> donors = new HashMap<>();
        Search search = new Search(
                engine,
                reader,
                moves,
                goal,
                field -> donors.computeIfAbsent(field, f -> seeds.with(goal, f, DONORS)),
                BUDGET);
        seeds.nearest(goal, BEGINNINGS).forEach(search::seed);
        search.seed(most);
        search.seed(pool.made(shape.root(), "", true));
        List<Witness.Found> found = new ArrayList<>();
        boolean wide = false;
        Optional<State> state = search.next(s -> solved(search, s, goal));
        while (state.isPresent() && found.size() < 2) {
            if (reader.apply(state.get().doc()).filter(more).isPresent()) {
                found.add(shrunk(search, state.get(), id, more));
                if (found.get(found.size() - 1).decision().problems().isEmpty()) {
                    break;
                }
            } else if (!wide) {
                wide = true;
                seeds.at(goal, MORE).forEach(search::seed);
            }
            state = search.next(s -> solved(search, s, goal));
        }
        return found.stream()
                .min(Comparator.comparingInt(w -> w.decision().problems().size()))
                .map(Witness.class::cast)
                .orElseGet(() -> unreached(search, goal));
    }

    /**
     * Finds facts for a goal that another rulebook answers otherwise: another outcome, or an answer with another verdict,
     * reason, value or amount.
     *
     * @param other decides by the other rulebook
     * @param id identity that the practitioner gets
     */
    public Witness distinguish(Engine other, Goal goal, String id) {
        return find(goal, id, facts -> !said(engine.decide(facts)).equals(said(other.decide(facts))));
    }

    private static List<Object> said(Decision decision) {
        List<Object> said = new ArrayList<>(List.of(decision.outcome()));
        decision.answers()
                .forEach(a -> said.add(List.of(a.question(), a.verdict(), a.reason(), a.value(), a.amount())));
        return said;
    }

    private Inputs inputs(RuleTable table, String field) {
        return inputs.computeIfAbsent(
                List.of(table.name(), field), k -> Inputs.of(engine.rulebook(), shape, table, field));
    }

    /** Facts with numbers that make a figure what is wanted of it. */
    private List<Object> solved(Search search, State state, Goal goal) {
        List<Object> docs = new ArrayList<>();
        goal.misses(state.observed()).forEach((field, wanted) -> {
            if (!(state.observed().values().get(field) instanceof BigDecimal)) {
                return;
            }
            inputs(goal.table(), field).paths().stream()
                    .filter(p ->
                            shape.at(p).orElse(null) instanceof Shape.Leaf leaf && leaf.type() == Shape.Type.NUMBER)
                    .limit(SOLVED)
                    .flatMap(p -> Moves.Places.nearest(state, p).stream().limit(2))
                    .forEach(place -> {
                        for (int decimals : new int[] {CENTS, MILLIONTHS}) {
                            search.solve(state, field, wanted, place, decimals).ifPresent(docs::add);
                        }
                    });
        });
        return docs;
    }

    private Witness.Found shrunk(Search search, State state, String id, Predicate<PractitionerYear> more) {
        Object named = Doc.with(state.doc(), List.of("practitioner", "id"), id);
        Decision before = decision(named);
        Clear clear = Clear.of(before, state.observed().table());
        Object least = Shrink.of(
                named,
                shape,
                doc -> {
                    State less = search.ask(doc, 0);
                    return less != null && less.cost() == 0;
                },
                doc -> reader.apply(doc).filter(more).isPresent() && clear.isKeptBy(decision(doc)));
        State last = search.ask(least, 0);
        Map<String, Object> facts = new LinkedHashMap<>();
        ((Map<?, ?>) Doc.ordered(least, shape.root())).forEach((key, value) -> facts.put(String.valueOf(key), value));
        return new Witness.Found(
                facts, last.observed(), Goal.applying(last.observed()), decision(least), search.runs());
    }

    private Decision decision(Object doc) {
        return engine.decide(reader.apply(doc).orElseThrow());
    }

    private Witness unreached(Search search, Goal goal) {
        State best = search.best().orElseThrow();
        List<String> open = List.copyOf(goal.misses(best.observed()).keySet());
        List<String> never = open.stream()
                .filter(f -> inputs(goal.table(), f).paths().isEmpty())
                .toList();
        return new Witness.Unreached(open, never, best.observed().values(), search.runs());
    }
}
