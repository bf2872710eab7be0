package fr.optam.engine;

import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers the rules that the answers rest on and writes down what each read. */
final class ProofBuilder {
    private static final Comparator<Numbered> BY_ORDER = Comparator.comparing(n -> n.fired, Fired.ORDER);

    private final Sentences sentences;
    private final Map<String, RuleRow> rows;
    private final Map<Fired.Key, Numbered> numbered = new HashMap<>();
    private final List<Numbered> ordered = new ArrayList<>();
    private final boolean below;

    /** @param below whether sums name every letter and act that they run over */
    ProofBuilder(Sentences sentences, Map<String, RuleRow> rows, boolean below) {
        this.below = below;
        this.sentences = sentences;
        this.rows = rows;
    }

    /** One application of a rule, with what it read and its number. */
    private static final class Numbered {
        private final Fired fired;
        private final Trace trace;
        private int number;

        Numbered(Fired fired, Trace trace) {
            this.fired = fired;
            this.trace = trace;
        }

        String id() {
            return "f" + number;
        }
    }

    /**
     * Numbers what is needed.
     *
     * @param said every rule that said something
     * @param roots those that an answer, a finding or the outcome names
     */
    void number(List<Fired> said, Iterable<Fired> roots) {
        Map<Fired.Key, Fired> speakers = new HashMap<>();
        said.forEach(f -> speakers.put(f.key(), f));
        Deque<Fired> open = new ArrayDeque<>();
        roots.forEach(open::add);
        while (!open.isEmpty()) {
            Fired one = open.pop();
            if (numbered.containsKey(one.key())) {
                continue;
            }
            Fired whole = speakers.getOrDefault(one.key(), one);
            Numbered entry = new Numbered(whole, Trace.of(whole, below));
            numbered.put(one.key(), entry);
            ordered.add(entry);
            for (Trace.Read read : entry.trace.reads()) {
                if (read.origin() != null
                        && !numbered.containsKey(new Fired.Key(read.origin().code(), read.holder()))) {
                    open.add(new Fired(read.origin(), read.holder()));
                }
            }
        }
        ordered.sort(BY_ORDER);
        for (int i = 0; i < ordered.size(); i++) {
            ordered.get(i).number = i + 1;
        }
    }

    /** Id of a numbered rule. */
    String id(Fired fired) {
        return numbered.get(fired.key()).id();
    }

    /** What is written of each, in order. */
    List<Firing> firings() {
        return ordered.stream().map(this::firing).toList();
    }

    private Firing firing(Numbered one) {
        Fired fired = one.fired;
        Map<String, String> facts = new TreeMap<>();
        Map<String, String> parameters = new TreeMap<>();
        TreeSet<Integer> because = new TreeSet<>();
        for (Trace.Read read : one.trace.reads()) {
            read(read, facts, parameters, because);
        }
        for (Trace.RowRead row : one.trace.rows()) {
            if (row.value() != null) {
                String name = row.column().isEmpty() ? row.row().table() : row.column();
                parameters.merge(name, Texts.plain(row.value()), ProofBuilder::both);
                parameters.merge(name + "@", row.row().at(row.column()), ProofBuilder::both);
            }
        }
        RuleRow row = rows.get(fired.rule().id());
        if (row != null) {
            row.conditions().forEach(c -> parameters.put(c.column().header(), c.text()));
        }
        List<String> causes = because.stream().map(n -> "f" + n).toList();
        return new Firing(
                one.id(),
                fired.rule().id(),
                fired.rule().at(),
                facts,
                parameters,
                causes,
                sources(one),
                sentence(fired));
    }

    /** Sources of the rule, then of the rows of lists that it read. */
    private static List<Source> sources(Numbered one) {
        List<Source> all = new ArrayList<>(one.fired.code().sources());
        for (Trace.RowRead row : one.trace.rows()) {
            for (Source source : row.row().citation().cited()) {
                if (!all.contains(source)) {
                    all.add(source);
                }
            }
        }
        return List.copyOf(all);
    }

    private static String both(String a, String b) {
        if (a.isEmpty() || a.equals(b)) {
            return b;
        }
        return new TreeSet<>(List.of(a.split(", "))).contains(b) ? a : a + ", " + b;
    }

    private void read(
            Trace.Read read, Map<String, String> facts, Map<String, String> parameters, Set<Integer> because) {
        boolean open = read.value() instanceof java.time.LocalDate day && day.equals(FactTree.FAR);
        String value = read.value() instanceof Unknown ? "unknown" : open ? "null" : Texts.plain(read.value());
        if (read.origin() == null) {
            facts.put(FactPaths.of(read.holder(), read.name(), read.value()), value);
            return;
        }
        Numbered cause = numbered.get(new Fired.Key(read.origin().code(), read.holder()));
        because.add(cause.number);
        if (read.origin().code().fillsFromList(read.name())) {
            parameters.put(read.name(), value);
            cause.trace.rows().stream()
                    .filter(r -> read.value().equals(r.value()))
                    .forEach(r -> parameters.merge(read.name() + "@", r.row().at(r.column()), ProofBuilder::both));
        } else {
            String owner = read.holder().key();
            facts.put(owner.isEmpty() ? read.name() : read.name() + "[" + owner + "]", value);
        }
    }

    private Sentence sentence(Fired fired) {
        if (fired.said().isEmpty()) {
            return new Sentence(
                    fired.rule().citation().note(), fired.rule().citation().note());
        }
        return sentences.reason(fired.said().get(0), fired, Map.of());
    }
}
