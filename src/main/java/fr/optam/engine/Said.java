package fr.optam.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What rules said about one practitioner-year while its stages ran, put in order when all have. */
final class Said {
    private final List<Fired> fired = new ArrayList<>();
    private final List<Fired> conflicts = new ArrayList<>();
    private final Map<String, Utterance.Draft> answers = new LinkedHashMap<>();
    private final List<Utterance.Note> findings = new ArrayList<>();
    private final Map<String, Map<String, Object>> details = new TreeMap<>();
    private final List<Fired> detailed = new ArrayList<>();
    private String outcome = "";
    private Fired outcomeBy;

    /** Keeps a rule that said something, or any rule in full detail. */
    void fired(Fired one) {
        fired.add(one);
    }

    /** Two rules of a stage conclude different things of one fact: the second is a finding. */
    void conflict(Fired second) {
        second.utter(new Utterance.Note("CONFLICTING_CONCLUSIONS", second));
        conflicts.add(second);
    }

    /** Puts all that was said in the order of stage, fact and rule, whatever the order in which it was said. */
    void settle() {
        fired.sort(Fired.ORDER);
        conflicts.sort(Fired.ORDER);
        takeAll(conflicts);
        takeAll(fired);
    }

    private void takeAll(List<Fired> all) {
        for (int i = 0; i < all.size(); i++) {
            Fired one = all.get(i);
            List<Utterance> utterances = one.utterances();
            for (int j = 0; j < utterances.size(); j++) {
                take(utterances.get(j), one);
            }
        }
    }

    private void take(Utterance utterance, Fired by) {
        if (utterance instanceof Utterance.Draft draft) {
            answer(draft);
        } else if (utterance instanceof Utterance.Note note) {
            findings.add(note);
        } else if (utterance instanceof Utterance.Figure figure) {
            detailed.add(by);
            detail(figure.question(), figure.name(), figure.value());
        } else if (utterance instanceof Utterance.Outcome o) {
            outcome(o.code(), by);
        }
    }

    /** A question is answered once: of several rules the first by stage and id counts, and the others are a finding. */
    private void answer(Utterance.Draft draft) {
        Utterance.Draft first = answers.putIfAbsent(draft.question, draft);
        if (first != null && !(first.verdict.equals(draft.verdict) && first.reason.equals(draft.reason))) {
            findings.add(new Utterance.Note("CONFLICTING_ANSWERS", draft.by));
        }
    }

    /** A further figure for the answer of another rule; figures of one name add up. */
    void detail(String question, String name, Object value) {
        if (value != null) {
            details.computeIfAbsent(question, q -> new TreeMap<>()).merge(name, value, Said::sum);
        }
    }

    private static Object sum(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.add(y) : b;
    }

    private void outcome(String code, Fired by) {
        if (outcome.isEmpty()) {
            outcome = code;
            outcomeBy = by;
        } else if (!outcome.equals(code)) {
            findings.add(new Utterance.Note("CONFLICTING_ANSWERS", by));
        }
    }

    /** Rules that gave figures for the answers of others. */
    List<Fired> detailed() {
        return detailed;
    }

    /** Figures that other rules gave for an answer. */
    Map<String, Object> detailsOf(String question) {
        return details.getOrDefault(question, Map.of());
    }

    /** Answers that are written, in a list of the caller's. */
    List<Utterance.Draft> answers() {
        List<Utterance.Draft> written = new ArrayList<>(answers.size());
        answers.values().forEach(d -> {
            if (!d.quiet) {
                written.add(d);
            }
        });
        return written;
    }

    /** Answers that are only counted. */
    List<Utterance.Draft> quiet() {
        List<Utterance.Draft> counted = new ArrayList<>();
        answers.values().forEach(d -> {
            if (d.quiet) {
                counted.add(d);
            }
        });
        return counted;
    }

    List<Utterance.Note> findings() {
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
}
