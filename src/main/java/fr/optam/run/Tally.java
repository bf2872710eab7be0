package fr.optam.run;

import fr.optam.decision.Answer;
import fr.optam.decision.Decision;
import fr.optam.decision.Problem;
import fr.optam.fact.PractitionerYear;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of what was decided: practitioner-years by outcome, answers by question and verdict with euro cents, findings. */
public final class Tally {
    private static final String SEPARATOR = "|";
    private static final String MODIFIER = "modifier:";

    private final SortedMap<String, Long> counts = new TreeMap<>();

    /**
     * Counts one decision; an answer about acts counts once for each line.
     *
     * @param year what was decided
     */
    void add(Decision decision, PractitionerYear year) {
        count(1, "outcome", decision.outcome());
        Map<String, Long> lines = new HashMap<>();
        year.acts().ifPresent(acts -> acts.forEach(act -> lines.put(act.ids().get(0), act.lines())));
        for (Answer answer : decision.answers()) {
            String question = question(answer.question());
            long number = answer.acts().isEmpty()
                    ? 1
                    : answer.acts().stream().mapToLong(lines::get).sum();
            count(number, "verdict", question, answer.verdict());
            answer.amount()
                    .ifPresent(euros -> count(
                            number * new BigDecimal(euros).movePointRight(2).longValueExact(),
                            "cents",
                            question,
                            answer.verdict()));
        }
        decision.problems().stream().map(Problem::code).distinct().forEach(code -> count(1, "finding", code));
    }

    /** The letters of all acts are counted together: {@code modifier:a1:K} is {@code modifier:K}. */
    private static String question(String question) {
        return question.startsWith(MODIFIER) ? MODIFIER + question.substring(question.lastIndexOf(':') + 1) : question;
    }

    /** Adds the counts of another. */
    void add(Tally other) {
        other.counts.forEach((key, count) -> counts.merge(key, count, Math::addExact));
    }

    private void count(long number, String... key) {
        counts.merge(String.join(SEPARATOR, key), number, Math::addExact);
    }

    /** Practitioner-years by outcome. */
    public SortedMap<String, Long> outcomes() {
        return below("outcome");
    }

    /** Practitioner-years that have a finding, by its code. */
    public SortedMap<String, Long> findings() {
        return below("finding");
    }

    /** Answers by question and verdict. */
    public SortedMap<String, SortedMap<String, Long>> verdicts() {
        return nested("verdict");
    }

    /** Sums of the amounts by question and verdict, euro cents. */
    public SortedMap<String, SortedMap<String, Long>> cents() {
        return nested("cents");
    }

    private SortedMap<String, Long> below(String section) {
        SortedMap<String, Long> found = new TreeMap<>();
        String start = section + SEPARATOR;
        counts.tailMap(start).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(start))
                .forEach(entry -> found.put(entry.getKey().substring(start.length()), entry.getValue()));
        return found;
    }

    private SortedMap<String, SortedMap<String, Long>> nested(String section) {
        SortedMap<String, SortedMap<String, Long>> found = new TreeMap<>();
        below(section).forEach((key, count) -> {
            int cut = key.lastIndexOf(SEPARATOR);
            found.computeIfAbsent(key.substring(0, cut), q -> new TreeMap<>()).put(key.substring(cut + 1), count);
        });
        return found;
    }

    /** All counts by key, as the journal keeps them. */
    SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** The tally that a journal kept. */
    static Tally of(Map<String, Object> kept) {
        Tally tally = new Tally();
        kept.forEach((key, count) -> tally.counts.put(key, ((Number) count).longValue()));
        return tally;
    }
}
