package fr.optam.scenario;

import fr.optam.decision.Firing;
import fr.optam.decision.Sentence;
import java.util.List;

/**
 * One point in which a decision is not what a scenario expects.
 *
 * @param subject what differs: a question, or {@code outcome}, {@code problems}, {@code fires}, …
 * @param key which part of the answer: {@code verdict}, {@code amount}, {@code details.rate}; empty if the whole
 * @param expected what the scenario states
 * @param actual what was decided
 * @param by rule or row that settled the answer, and before it the rows of tables that it rests on; empty if no rule did
 */
public record Difference(String subject, String key, Sentence expected, Sentence actual, List<Firing> by) {

    /** Copies the firings. */
    public Difference {
        by = List.copyOf(by);
    }

    static Difference of(String subject, String expected, Sentence actual) {
        return new Difference(subject, "", Texts.same(expected), actual, List.of());
    }

    /** What differs, {@code prime amount}. */
    public String where() {
        return key.isEmpty() ? subject : subject + " " + key;
    }

    /** As one line. */
    public String line(boolean french) {
        String decided = french ? " (décidé par " : " (decided by ";
        String last = by.isEmpty()
                ? ""
                : decided + by.get(by.size() - 1).rule()
                        + (french ? " à " : " at ")
                        + by.get(by.size() - 1).at() + ")";
        return where()
                + (french ? " : attendu " : ": expected ")
                + Texts.in(expected, french)
                + (french ? ", obtenu " : ", was ")
                + Texts.in(actual, french)
                + last;
    }
}
