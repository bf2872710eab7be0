package fr.optam.engine;

import fr.optam.decision.Entries;
import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import fr.optam.fact.PractitionerYear;
import fr.optam.fact.flat.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the rules that the answers rest on and writes down what each read. */
final class ProofBuilder {
    private static final Comparator<Numbered> BY_ORDER = Comparator.comparing(n -> n.fired, Fired.ORDER);

    private final Sentences sentences;
    private final Cited cited;
    private final Map<Fired.Key, Numbered> numbered = new HashMap<>();
    private final List<Numbered> ordered = new ArrayList<>();
    private final boolean below;
    private PractitionerYear facts;

    /** @param below whether sums name every letter and act that they run over */
    ProofBuilder(Sentences sentences, Cited cited, boolean below) {
        this.below = below;
        this.sentences = sentences;
        this.cited = cited;
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
     * @param year what is decided
     * @param said every rule that said something
     * @param roots those that an answer, a finding or the outcome names
     */
    void number(PractitionerYear year, List<Fired> said, Iterable<Fired> roots) {
        facts = year;
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
        Entries.Gatherer facts = new Entries.Gatherer();
        Map<String, String> parameters = null;
        int[] causes = new int[one.trace.reads().size()];
        int caused = 0;
        for (Trace.Read read : one.trace.reads()) {
            if (read.origin() != null) {
                Numbered cause = numbered.get(new Fired.Key(read.origin().code(), read.holder()));
                causes[caused++] = cause.number;
                if (read.origin().code().fillsFromList(read.name())) {
                    parameters = parameters == null ? new HashMap<>() : parameters;
                    fromList(read, cause, parameters);
                }
            }
        }
        for (Trace.Read read : one.trace.latest()) {
            if (read.origin() == null || !read.origin().code().fillsFromList(read.name())) {
                fact(read, facts);
            }
        }
        Cited.Part part = cited.of(fired.code(), one.trace.rows());
        return new Firing(
                one.id(),
                fired.rule().id(),
                fired.rule().at(),
                facts.entries(),
                parameters == null
                        ? part.parameters()
                        : Entries.of(cited.parameters(fired.code(), one.trace.rows(), parameters)),
                ids(causes, caused),
                part.sources(),
                sentence(fired));
    }

    /** Numbers as ids, each once, in order. */
    private static List<String> ids(int[] numbers, int size) {
        Arrays.sort(numbers, 0, size);
        List<String> ids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                ids.add("f" + numbers[i]);
            }
        }
        return ids;
    }

    private static String text(Trace.Read read) {
        boolean open = read.value() instanceof java.time.LocalDate day && day.equals(FactTree.FAR);
        return read.value() instanceof Unknown ? "unknown" : open ? "null" : Texts.plain(read.value());
    }

    private static void fact(Trace.Read read, Entries.Gatherer facts) {
        if (read.origin() == null) {
            facts.put(FactPaths.of(read.holder(), read.name(), read.value()), text(read));
        } else {
            String owner = read.holder().key();
            facts.put(owner.isEmpty() ? read.name() : read.name() + "[" + owner + "]", text(read));
        }
    }

    private static void fromList(Trace.Read read, Numbered cause, Map<String, String> parameters) {
        parameters.put(read.name(), text(read));
        for (Trace.RowRead row : cause.trace.rows()) {
            if (read.value().equals(row.value())) {
                parameters.merge(read.name() + "@", row.row().at(row.column()), Cited::both);
            }
        }
    }

    private Sentence sentence(Fired fired) {
        return fired.said().isEmpty()
                ? fired.code().note()
                : sentences.reason(fired.said().get(0), fired, Stretch.words(facts, fired.fact()));
    }
}
