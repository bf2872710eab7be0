package fr.optam.explain;

import fr.optam.decision.Confidence;
import fr.optam.decision.Firing;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule or row that applied, with what stands behind it.
 *
 * @param firing as the decision records it
 * @param confidence grade of the rule
 * @param from first day of validity
 * @param to last day of validity; empty if open
 * @param note remark of the rulebook; empty if there is none
 */
public record Step(
        Firing firing, Confidence confidence, Optional<LocalDate> from, Optional<LocalDate> to, String note) {}
