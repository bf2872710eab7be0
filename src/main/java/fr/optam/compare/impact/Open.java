package fr.optam.compare.impact;

import fr.optam.decision.Problem;
import fr.optam.fact.PractitionerYear;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A practitioner-year that an edit can touch, while it is looked at.
 *
 * @param facts the facts
 * @param touched edits that can touch them, from 0
 * @param lines lines by the first id of each act group
 * @param attempt its answers and their causes
 * @param before findings before
 * @param after findings after
 */
record Open(
        PractitionerYear facts,
        BitSet touched,
        Map<String, Long> lines,
        Attempt attempt,
        List<Problem> before,
        List<Problem> after) {}
