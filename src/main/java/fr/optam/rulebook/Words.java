package fr.optam.rulebook;

import fr.optam.decision.Sentence;
import fr.optam.rulebook.table.PlainRow;
import fr.optam.rulebook.table.PlainTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The words of the rulebook: sentences of reasons and findings, labels of codes. */
public final class Words {
    private final Map<String, Sentence> reasons;
    private final Map<String, Sentence> findings;
    private final Map<String, Sentence> labels;
    private final Map<String, Integer> questions = new HashMap<>();

    private Words(Map<String, Sentence> reasons, Map<String, Sentence> findings, Map<String, Sentence> labels) {
        this.reasons = reasons;
        this.findings = findings;
        this.labels = labels;
    }

    static Words read(SortedMap<String, PlainTable> lists) {
        Map<String, Sentence> labels = new HashMap<>();
        PlainTable table = lists.get("reference/libelles");
        if (table != null) {
            table.rows()
                    .forEach(r -> labels.put(
                            r.values().get("domain") + "." + r.values().get("code"), sentence(r)));
        }
        Words words = new Words(
                sentences(lists.get("reference/motifs"), "reason"),
                sentences(lists.get("reference/constats"), "finding"),
                labels);
        if (table != null) {
            table.rows().stream()
                    .filter(r -> "QUESTION".equals(r.values().get("domain")))
                    .forEach(r -> words.questions.put(String.valueOf(r.values().get("code")), words.questions.size()));
        }
        return words;
    }

    private static Map<String, Sentence> sentences(PlainTable table, String column) {
        Map<String, Sentence> sentences = new HashMap<>();
        if (table != null) {
            table.rows().forEach(r -> sentences.put(String.valueOf(r.values().get(column)), sentence(r)));
        }
        return sentences;
    }

    private static Sentence sentence(PlainRow row) {
        String fr = String.valueOf(row.values().getOrDefault("fr", ""));
        return new Sentence(fr, String.valueOf(row.values().getOrDefault("en", fr)));
    }

    /** Sentence of a reason; a reason without one is shown as its code. */
    public Sentence reason(String code) {
        return reasons.getOrDefault(code, new Sentence(code, code));
    }

    /** Sentence of a finding; one that is called as a reason is says what the reason says. */
    public Sentence finding(String code) {
        return findings.getOrDefault(code, reason(code));
    }

    /** Whether a reason has a sentence. */
    public boolean hasReason(String code) {
        return reasons.containsKey(code);
    }

    /** Place of a question in the order of the rulebook; questions it does not name come last. */
    public int order(String question) {
        int colon = question.indexOf(':');
        return questions.getOrDefault(colon < 0 ? question : question.substring(0, colon), questions.size());
    }

    /** Label of a code in a domain, {@code OPTION}, {@code OPTAM_ACO}. */
    public Optional<Sentence> label(String domain, String code) {
        return Optional.ofNullable(labels.get(domain + "." + code));
    }
}
