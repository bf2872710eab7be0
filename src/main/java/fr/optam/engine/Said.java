package fr.optam.engine;

import fr.optam.fact.flat.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What rules said about one practitioner-year while its stages ran. */
final class Said {
    private final Map<String, Draft> answers = new java.util.LinkedHashMap<>();
    private final List<Note> findings = new ArrayList<>();
    private final List<Fired> fired = new ArrayList<>();
    private final Map<String, Map<String, Object>> details = new TreeMap<>();
    private final List<Fired> detailed = new ArrayList<>();
    private String outcome = "";
    private Fired outcomeBy;

    /** An answer while it is made. */
    static final class Draft {
        final String question;
        final String verdict;
        final String reason;
        final Fired by;
        final boolean quiet;
        Object value;
        String unit = "";
        Object amount;
        final Map<String, Object> details = new TreeMap<>();
        final TreeSet<String> missing = new TreeSet<>();

        Draft(String question, String verdict, String reason, Fired by, boolean quiet) {
            this.question = question;
            this.verdict = verdict;
            this.reason = reason;
            this.by = by;
            this.quiet = quiet;
        }
    }

    /** A finding while it is made. */
    static final class Note {
        final String code;
        final Fired by;
        Object amount;

        Note(String code, Fired by) {
            this.code = code;
            this.by = by;
        }
    }

    /**
     * A question is answered once: of several rules the first by stage and id counts, and the others are a finding.
     *
     * @param quiet whether the answer is only counted, not written
     */
    Draft answer(String question, String verdict, String reason, Fired by, boolean quiet) {
        Draft draft = new Draft(question, verdict, reason, by, quiet);
        Draft first = answers.putIfAbsent(question, draft);
        if (first != null && !(first.verdict.equals(verdict) && first.reason.equals(reason))) {
            findings.add(new Note("CONFLICTING_ANSWERS", by));
        }
        return draft;
    }

    /** A further figure for the answer of another rule; figures of one name add up. */
    void detail(String question, String name, Object value, Fired by) {
        detailed.add(by);
        if (value != null) {
            details.computeIfAbsent(question, q -> new TreeMap<>()).merge(name, value, Said::sum);
        }
    }

    private static Object sum(Object a, Object b) {
        return a instanceof java.math.BigDecimal x && b instanceof java.math.BigDecimal y ? x.add(y) : b;
    }

    /** Rules that gave figures for the answers of others. */
    List<Fired> detailed() {
        return detailed;
    }

    /** Figures that other rules gave for an answer. */
    Map<String, Object> detailsOf(String question) {
        return details.getOrDefault(question, Map.of());
    }

    Note finding(String code, Fired by) {
        Note note = new Note(code, by);
        findings.add(note);
        return note;
    }

    void outcome(String code, Fired by) {
        if (outcome.isEmpty()) {
            outcome = code;
            outcomeBy = by;
        } else if (!outcome.equals(code)) {
            findings.add(new Note("CONFLICTING_ANSWERS", by));
        }
    }

    void fired(Fired one) {
        fired.add(one);
    }

    /** Answers that are written. */
    List<Draft> answers() {
        return answers.values().stream().filter(d -> !d.quiet).toList();
    }

    /** Answers that are only counted. */
    List<Draft> quiet() {
        return answers.values().stream().filter(d -> d.quiet).toList();
    }

    List<Note> findings() {
        return findings;
    }

    /** Rules that said something; in full detail every rule that applied; in the order of stage, fact and id. */
    List<Fired> fired() {
        return fired;
    }

    String outcome() {
        return outcome;
    }

    Optional<Fired> outcomeBy() {
        return Optional.ofNullable(outcomeBy);
    }

    static void lacks(Draft draft, Object value) {
        if (value instanceof Unknown unknown) {
            draft.missing.addAll(unknown.of(draft.by.fact()).paths());
        }
    }
}
