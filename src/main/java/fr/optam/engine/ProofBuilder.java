package fr.optam.engine;

import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.decision.Source;
import fr.optam.fact.flat.Unknown;
import fr.optam.rulebook.Rulebook;
import fr.optam.rulebook.Statement;
import fr.optam.rulebook.table.RuleRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers the rules that the answers rest on and writes down what each read. */
final class ProofBuilder {
    private final Sentences sentences;
    private final Map<String, RuleRow> rows;
    private final Map<Fired, String> ids = new IdentityHashMap<>();
    private final List<Fired> ordered = new ArrayList<>();
    private final Map<Fired, Trace> traces = new IdentityHashMap<>();
    private final boolean below;

    /** @param below whether sums name every letter and act that they run over */
    ProofBuilder(Rulebook rulebook, Map<String, RuleRow> rows, boolean below) {
        this.below = below;
        this.sentences = new Sentences(rulebook);
        this.rows = rows;
    }

    /**
     * Numbers what is needed.
     *
     * @param all every rule that applied, in a stable order
     * @param roots those that an answer, a finding or the outcome names
     */
    void number(List<Fired> all, Iterable<Fired> roots) {
        Set<Fired> needed = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Fired> open = new ArrayDeque<>();
        roots.forEach(open::add);
        while (!open.isEmpty()) {
            Fired one = open.pop();
            if (needed.add(one)) {
                trace(one).reads().forEach(r -> {
                    if (r.origin() != null) {
                        open.add(r.origin());
                    }
                });
            }
        }
        for (Fired one : all) {
            if (needed.contains(one)) {
                ordered.add(one);
                ids.put(one, "f" + ordered.size());
            }
        }
    }

    private Trace trace(Fired fired) {
        return traces.computeIfAbsent(fired, f -> Trace.of(f, below));
    }

    /** Id of a numbered rule. */
    String id(Fired fired) {
        return ids.get(fired);
    }

    /** What is written of each, in order. */
    List<Firing> firings() {
        return ordered.stream().map(this::firing).toList();
    }

    private Firing firing(Fired fired) {
        Map<String, String> facts = new TreeMap<>();
        Map<String, String> parameters = new TreeMap<>();
        Set<String> because = new HashSet<>();
        for (Trace.Read read : trace(fired).reads()) {
            read(read, facts, parameters, because);
        }
        for (Trace.RowRead row : trace(fired).rows()) {
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
        List<String> causes = because.stream().sorted(java.util.Comparator.comparingInt(ProofBuilder::number)).toList();
        return new Firing(ids.get(fired), fired.rule().id(), fired.rule().at(), facts, parameters, causes, sources(fired), sentence(fired));
    }

    /** Sources of the rule, then of the rows of lists that it read. */
    private List<Source> sources(Fired fired) {
        java.util.LinkedHashSet<Source> all = new java.util.LinkedHashSet<>(fired.rule().citation().cited());
        trace(fired).rows().forEach(r -> all.addAll(r.row().citation().cited()));
        return List.copyOf(all);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static String both(String a, String b) {
        if (a.isEmpty() || a.equals(b)) {
            return b;
        }
        return new TreeSet<>(List.of(a.split(", "))).contains(b) ? a : a + ", " + b;
    }

    private void read(Trace.Read read, Map<String, String> facts, Map<String, String> parameters, Set<String> because) {
        boolean open = read.value() instanceof java.time.LocalDate day && day.equals(FactTree.FAR);
        String value = read.value() instanceof Unknown ? "unknown" : open ? "null" : Texts.plain(read.value());
        if (read.origin() == null) {
            facts.put(FactPaths.of(read.holder(), read.name()), value);
            return;
        }
        because.add(ids.get(read.origin()));
        if (isParameter(read)) {
            parameters.put(read.name(), value);
            trace(read.origin()).rows().stream()
                    .filter(r -> read.value().equals(r.value()))
                    .forEach(r -> parameters.merge(read.name() + "@", r.row().at(r.column()), ProofBuilder::both));
        } else {
            String owner = read.holder().key();
            facts.put(owner.isEmpty() ? read.name() : read.name() + "[" + owner + "]", value);
        }
    }

    /** A field that a rule filled from a list alone is a parameter for those that read it. */
    private static boolean isParameter(Trace.Read read) {
        return read.origin().rule().statements().stream()
                .anyMatch(s -> s instanceof Statement.Let let && let.field().equals(read.name()) && let.formula().text().startsWith("lookup("));
    }

    private Sentence sentence(Fired fired) {
        if (fired.said().isEmpty()) {
            return new Sentence(fired.rule().citation().note(), fired.rule().citation().note());
        }
        return sentences.reason(fired.said().get(0), fired, Map.of());
    }
}
