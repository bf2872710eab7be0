package fr.optam.rulebook.table;

import fr.optam.decision.Confidence;
import fr.optam.decision.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands behind a rule or a row.
 *
 * @param sources ids in the registry of sources, at least one
 * @param article passage cited, or empty
 * @param confidence grade
 * @param from first day of validity
 * @param to last day of validity; empty if open
 * @param note remark for people
 */
public record Citation(
        List<String> sources,
        String article,
        Confidence confidence,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String note) {
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");

    /** Ids of a source cell, {@code A1, P14}. */
    public static List<String> ids(String cell) {
        return SEPARATOR
                .splitAsStream(cell)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** Whether a day lies in the validity, both ends included. */
    public boolean validOn(LocalDate day) {
        return !(from.isPresent() && day.isBefore(from.get())) && !(to.isPresent() && day.isAfter(to.get()));
    }

    /** The sources as a decision cites them. */
    public List<Source> cited() {
        return sources.stream().map(id -> new Source(id, article, confidence)).toList();
    }
}
